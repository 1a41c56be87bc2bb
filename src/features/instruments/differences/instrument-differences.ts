import {
  type Instrument,
  type LineageKind,
  lineageOf,
  type ProgrammePack,
  type Question,
  scaleOf,
  sectionsOf,
} from '../../programme/index.ts';
import { changedParts } from '../kept/changed-parts.ts';

/** What of a question reads or counts otherwise than in the version before. */
export type ChangedAspect =
  | 'text'
  | 'title'
  | 'help'
  | 'scale'
  | 'levels'
  | 'evidence'
  | 'care-settings'
  | 'when'
  | 'not-applicable'
  | 'weight'
  | 'section';

/** A question beside what it came from. */
export interface QuestionDifference {
  readonly kind: 'new' | 'changed' | 'same' | 'gone';
  /** Null where it is gone. */
  readonly later: Question | null;
  /** What it came from; none where it is new. */
  readonly earlier: readonly Question[];
  /** How it hangs together with that; null where nobody says, or where there is nothing. */
  readonly lineage: LineageKind | null;
  /** Whether answers to both may be set side by side. */
  readonly isComparable: boolean;
  /** The care settings in which they may; empty means all. */
  readonly comparableIn: readonly string[];
  /** What is otherwise; empty unless it came from one question and is changed. */
  readonly aspects: readonly ChangedAspect[];
}

export interface InstrumentDifferences {
  /** Every question of both, in the order of the later one, those that are gone last. */
  readonly questions: readonly QuestionDifference[];
  /** What else is otherwise: scales, sections, scoring, the declaration, each by its name. */
  readonly others: readonly string[];
}

/**
 * What a version asks otherwise than the one before it, be that an earlier version of it or of the instrument that it follows. What a question
 * came from is what its lineage says; of two versions of one instrument also the question of the same id, however much of it was changed.
 */
export function instrumentDifferences(
  pack: Pick<ProgrammePack, 'instruments'>,
  later: Instrument,
  earlier: Instrument,
): InstrumentDifferences {
  const pairs = lineageOf(pack, later, earlier)?.pairs ?? [];
  const sources = new Map(allQuestions(earlier).map((question) => [question.id, question]));
  const sections = { later: sectionIds(later), earlier: sectionIds(earlier) };
  const found = allQuestions(later).map((question): QuestionDifference => {
    const pair = pairs.find((each) => each.question === question);
    const namesake = later.id === earlier.id ? sources.get(question.id) : undefined;
    const from = pair?.from ?? (namesake === undefined ? [] : [namesake]);
    const [source, ...others] = from;
    if (source === undefined) {
      return { kind: 'new', later: question, earlier: [], lineage: null, ...notComparable, aspects: [] };
    }
    const aspects = others.length > 0 ? [] : aspectsOf({ later, earlier, sections }, question, source);
    const isSame = aspects.length === 0 && others.length === 0 && pair?.kind === 'same';
    return {
      kind: isSame ? 'same' : 'changed',
      later: question,
      earlier: from,
      lineage: pair?.kind ?? null,
      isComparable: pair?.isComparable ?? false,
      comparableIn: pair?.comparableIn ?? [],
      aspects,
    };
  });
  const taken = new Set(found.flatMap((each) => each.earlier));
  const gone = allQuestions(earlier)
    .filter((question) => !taken.has(question))
    .map(
      (question): QuestionDifference => ({
        kind: 'gone',
        later: null,
        earlier: [question],
        lineage: null,
        ...notComparable,
        aspects: [],
      }),
    );
  const others = changedParts(earlier, later).filter((name) => !name.startsWith('question '));
  return { questions: [...found, ...gone], others };
}

const notComparable = { isComparable: false, comparableIn: [] } as const;

/** The version before one: the one kept last before it under the same id, or else the instrument that it follows; nothing where it is the first. */
export function versionBefore<Version extends { readonly id: string; readonly version: string }>(
  versions: readonly Version[],
  { id, version }: Pick<Instrument, 'id' | 'version'>,
  follows: string | null,
): Version | undefined {
  const own = versions.filter((each) => each.id === id);
  const place = own.findIndex((each) => each.version === version);
  return place > 0 ? own[place - 1] : versions.findLast((each) => each.id === follows);
}

interface Both {
  readonly later: Instrument;
  readonly earlier: Instrument;
  readonly sections: Readonly<Record<'later' | 'earlier', ReadonlyMap<Question, string>>>;
}

function aspectsOf({ later, earlier, sections }: Both, now: Question, before: Question): ChangedAspect[] {
  const said = (question: Question, instrument: Instrument, section: string | undefined) => ({
    text: question.text,
    title: question.title,
    help: question.help,
    scale: scaleOf(instrument, question).options.map(({ id, label, score }) => [id, label, score]),
    levels: question.levels.map(({ option, looksLike, elements }) => [
      option,
      looksLike,
      elements.map(({ text }) => text),
    ]),
    evidence: question.evidence,
    'care-settings': question.careSettings,
    when: question.when,
    'not-applicable': question.notApplicable,
    weight: question.weight,
    section,
  });
  const [one, other] = [said(now, later, sections.later.get(now)), said(before, earlier, sections.earlier.get(before))];
  const aspects = Object.keys(one) as ChangedAspect[];
  return aspects.filter((aspect) => JSON.stringify(one[aspect]) !== JSON.stringify(other[aspect]));
}

function sectionIds(instrument: Instrument): ReadonlyMap<Question, string> {
  return new Map(sectionsOf(instrument).flatMap(({ id, questions }) => questions.map((question) => [question, id])));
}

function allQuestions(instrument: Instrument): Question[] {
  return sectionsOf(instrument).flatMap(({ questions }) => questions);
}
