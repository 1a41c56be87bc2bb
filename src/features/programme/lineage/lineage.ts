import type { Instrument, Level, LineageKind, Question, Scale } from '../instrument.ts';
import type { ProgrammePack } from '../programme.ts';
import { questionsFor, scaleOf, sectionsOf } from '../programme-lookups.ts';
import type { Standing } from '../standing.ts';

/** A question of a later instrument with what it came from. */
export interface LineagePair {
  readonly question: Question;
  readonly from: readonly Question[];
  readonly kind: LineageKind;
  readonly isComparable: boolean;
  /** The care settings in which it is; empty means all. */
  readonly comparableIn: readonly string[];
}

/** How the questions of a later instrument hang together with those of an earlier one. Every question of both is in it. */
export interface InstrumentLineage {
  /** In the later instrument's order. */
  readonly pairs: readonly LineagePair[];
  /** Later questions that came from none. */
  readonly added: readonly Question[];
  /** Earlier questions from which none came. */
  readonly dropped: readonly Question[];
  /** How far this is known. Null where nobody had to say it: the two are the same instrument. */
  readonly standing: Standing | null;
}

type Link = Omit<LineagePair, 'question' | 'from'> & { readonly from: readonly string[] };
/** By id of the later question. */
type Links = ReadonlyMap<string, Link>;

/**
 * The lineage of one instrument from another, over all that it follows in between; null where it does not go back to the other. Of two
 * versions of one instrument nothing is written down: there a question is the same where its words and its scale are.
 */
export function lineageOf(
  { instruments }: Pick<ProgrammePack, 'instruments'>,
  later: Instrument,
  earlier: Instrument,
): InstrumentLineage | null {
  // Each question comes from itself: null says so, since to put that together with what follows gives what follows.
  let links: Links | null = null;
  const standings = new Set<Standing>();
  let reached = later;
  while (reached.id !== earlier.id) {
    const { follows } = reached;
    const before = instruments.find(({ id }) => id === follows?.instrument);
    if (follows === null || before === undefined) {
      return null;
    }
    links = joinedWith(links, writtenLinks(reached));
    standings.add(follows.standing);
    reached = before;
  }
  return {
    ...lineageBy(
      reached === earlier
        ? (links ?? unchangedLinks(later, later))
        : joinedWith(links, unchangedLinks(reached, earlier)),
      later,
      earlier,
    ),
    standing: fromWeakest.find((standing) => standings.has(standing)) ?? null,
  };
}

/** Pairs that may be set side by side where the later question was put to one care setting and the earlier to another; both scored. */
export function commonQuestions(
  { pairs }: InstrumentLineage,
  later: { readonly instrument: Instrument; readonly careSetting: string },
  earlier: { readonly instrument: Instrument; readonly careSetting: string },
): readonly { readonly later: Question; readonly earlier: Question }[] {
  const scored = ({ instrument, careSetting }: typeof later) =>
    new Set(questionsFor(instrument, careSetting).filter((question) => scaleOf(instrument, question).scored));
  const [putLater, putEarlier] = [scored(later), scored(earlier)];
  const settings = [later.careSetting, earlier.careSetting];
  return pairs.flatMap((pair) => {
    const {
      question,
      from: [source],
    } = pair;
    return source !== undefined && putLater.has(question) && putEarlier.has(source) && isComparableIn(pair, settings)
      ? [{ later: question, earlier: source }]
      : [];
  });
}

function isComparableIn({ isComparable, comparableIn }: LineagePair, settings: readonly string[]): boolean {
  return isComparable && (comparableIn.length === 0 || settings.every((setting) => comparableIn.includes(setting)));
}

/** Whether an answer on one scale says what it says on the other: the same options with the same scores. */
export function isSameScale(one: Scale, other: Scale): boolean {
  const options = (scale: Scale) => JSON.stringify(scale.options.map(({ id, score }) => [id, score]));
  return one === other || (one.scored === other.scored && options(one) === options(other));
}

/** Whether levels ask for the same; the ids of their elements may be others. */
export function areSameLevels(some: readonly Level[], others: readonly Level[]): boolean {
  const asked = (levels: readonly Level[]) =>
    JSON.stringify(levels.map(({ option, elements }) => [option, elements.map(({ text }) => text)]));
  return some === others || asked(some) === asked(others);
}

function writtenLinks(instrument: Instrument): Links {
  const questions = allQuestions(instrument);
  return new Map(questions.flatMap(({ id, lineage }) => (lineage === null ? [] : [[id, lineage]])));
}

function unchangedLinks(later: Instrument, earlier: Instrument): Links {
  const before = new Map(allQuestions(earlier).map((question) => [question.id, question]));
  const links = allQuestions(later).flatMap((question): [string, Link][] => {
    const source = before.get(question.id);
    const isUnchanged =
      source?.text === question.text &&
      areSameLevels(question.levels, source.levels) &&
      isSameScale(scaleOf(later, question), scaleOf(earlier, source));
    return isUnchanged ? [[question.id, { kind: 'same', from: [question.id], ...comparableThroughout }]] : [];
  });
  return new Map(links);
}

const comparableThroughout = { isComparable: true, comparableIn: [] } as const;

function joinedWith(first: Links | null, second: Links): Links {
  return first === null ? second : joined(first, second);
}

/** Two steps taken for one. What became narrower by the one and wider by the other hangs together in no way that could be named. */
function joined(first: Links, second: Links): Links {
  const links = [...first].flatMap(([id, link]): [string, Link][] => {
    const { kind, from } = link;
    const further = from.map((each) => second.get(each));
    const known = further.filter((each) => each !== undefined);
    // Of several questions it is wider than each, also where another of them came from nowhere.
    const kinds = new Set([kind, ...known.map((each) => each.kind)].filter((each) => each !== 'same'));
    if (known.length === 0 || kinds.size > 1) {
      return [];
    }
    const [joinedKind = 'same'] = kinds;
    const sources = [...new Set(known.flatMap((each) => each.from))];
    return [[id, { kind: joinedKind, from: sources, ...comparableBy([link, ...known]) }]];
  });
  return new Map(links);
}

/** Over several steps answers may be set side by side where they may at each of them. */
function comparableBy(steps: readonly Link[]): Pick<Link, 'isComparable' | 'comparableIn'> {
  const limits = steps.map(({ comparableIn }) => comparableIn).filter((settings) => settings.length > 0);
  const [first = [], ...others] = limits;
  const comparableIn = first.filter((setting) => others.every((settings) => settings.includes(setting)));
  const isNowhere = limits.length > 0 && comparableIn.length === 0;
  return { isComparable: !isNowhere && steps.every(({ isComparable }) => isComparable), comparableIn };
}

function lineageBy(links: Links, later: Instrument, earlier: Instrument): Omit<InstrumentLineage, 'standing'> {
  const before = new Map(allQuestions(earlier).map((question) => [question.id, question]));
  const pairs = allQuestions(later).flatMap((question): LineagePair[] => {
    const link = links.get(question.id);
    const from = link?.from.flatMap((id) => before.get(id) ?? []) ?? [];
    return link === undefined || from.length === 0 ? [] : [{ ...link, question, from }];
  });
  const paired = new Set(pairs.map(({ question }) => question));
  const taken = new Set(pairs.flatMap(({ from }) => from));
  return {
    pairs,
    added: allQuestions(later).filter((question) => !paired.has(question)),
    dropped: allQuestions(earlier).filter((question) => !taken.has(question)),
  };
}

/** A chain of statements is known no better than the weakest of them. */
const fromWeakest: readonly Standing[] = ['inferred', 'stated', 'official'];

function allQuestions(instrument: Instrument): Question[] {
  return sectionsOf(instrument).flatMap((section) => section.questions);
}
