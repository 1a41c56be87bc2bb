import { by, compareNames } from '../../platform/compare.ts';
import { countOf, formatDate, listInWords } from '../../views/format.ts';
import {
  type ComparisonView,
  careSettingName,
  publicInWords,
  type ResultView,
  scoreInWords,
} from '../assessment/index.ts';
import { organisationType, sectionsFor } from '../programme/index.ts';
import { type ComparedScore, type Distribution, smallestGroup } from '../scoring/index.ts';
import { type HoldingBack, holdingBack } from './holding-back.ts';
import { type Learning, learningOf } from './learning.ts';
import type { Peer } from './peer.ts';
import { type PeerSpreads, partKey, peerSpreads } from './peer-spreads.ts';
import type { ReportFacts } from './report.ts';
import { type KnownFacts, type Likeness, likenesses, likenessesOf, similarTo, usualLikenesses } from './similarity.ts';
import { weakSections } from './weak-sections.ts';

/** One score beside those of similar organisations. */
export interface PartBeside {
  readonly id: string;
  readonly level: 'overall' | 'theme' | 'section';
  /** Whether it is a section, or a theme of one section, which stands for it. */
  readonly isSection: boolean;
  readonly label: string;
  readonly score: number | null;
  readonly spread: Distribution | null;
}

/** How similar organisations did, and who they are; or why that is not said yet. */
export type BesideView =
  | { readonly kind: 'held-back'; readonly because: string }
  | {
      readonly kind: 'shown';
      /** What can be chosen to be alike in, each with what is on record. */
      readonly choices: readonly { readonly value: Likeness; readonly label: string }[];
      readonly chosen: readonly Likeness[];
      /** What cannot be chosen, as nothing is on record of it: `region`. */
      readonly unknown: readonly string[];
      /** Those that are alike, with the organisation itself. */
      readonly names: readonly { readonly id: string; readonly name: string }[];
      readonly who: string;
      /** In how many sections the organisation is above and below the median; null where nothing can be compared. */
      readonly sentence: string | null;
    };

/** A section to begin with: what holds it back, and who has an answer. */
export interface NextSection {
  readonly id: string;
  readonly title: string;
  /** Its score, and the median of similar organisations where that is known. */
  readonly standing: string;
  /** Where its answers are read; null for everybody, who does not see them. */
  readonly href: string | null;
  /** Null for everybody. */
  readonly holdingBack: readonly HoldingBack[] | null;
  readonly moreQuestions: number;
  readonly learning: Learning;
}

/** What a report says, whatever it is printed on. */
export interface ReportView {
  readonly organisation: string;
  readonly round: string;
  readonly careSetting: string;
  readonly standing: string;
  /** Who reads this edition, and what is not in it. */
  readonly edition: string;
  readonly result: ResultView;
  readonly parts: readonly PartBeside[];
  readonly beside: BesideView;
  readonly comparison: ComparisonView | null;
  /** Whether changes are told by section and questions are named. */
  readonly isOwn: boolean;
  readonly next: readonly NextSection[];
  readonly illustrative: boolean;
}

/** More questions of a section than a reader begins with are counted, and read there. */
const QUESTIONS_SHOWN = 5;

export function reportView(facts: ReportFacts): ReportView {
  const { pack, organisation, round, found, teachers } = facts;
  const { result, view } = found;
  const similar = similarPeers(facts);
  const spreads: PeerSpreads = similar === null ? new Map() : peerSpreads(similar.peers);
  const parts = partsOf(view, spreads);
  return {
    organisation: organisation.name,
    round: round.label,
    careSetting: careSettingName(pack, result.careSetting),
    standing: `${result.corrected.length === 0 ? 'Signed and submitted' : 'Signed, and corrected'} on ${formatDate(result.submittedAt)}.`,
    edition:
      found.answers === null
        ? 'This is the edition for everybody: scores and changes as far as they are public. Which answers are behind them is the organisation’s own.'
        : `This is the organisation’s own edition. It names questions and answers, which nobody else reads on a public page. The scores ${publicInWords(facts.results)}.`,
    result: view,
    parts,
    beside: similar === null ? heldBack(facts) : besideView(facts, similar, parts),
    comparison: found.comparison,
    isOwn: found.answers !== null,
    next: weakSections(view.overview, view.scale).map((id) => nextSection(facts, id, parts)),
    illustrative: result.illustrative || teachers.examples.some(({ illustrative }) => illustrative),
  };
}

interface SimilarPeers {
  readonly own: KnownFacts;
  readonly chosen: readonly Likeness[];
  readonly peers: readonly Peer[];
}

/** Those who are compared, and by what; null while nobody may be. */
function similarPeers({ peers, chosen, found: { result } }: ReportFacts): SimilarPeers | null {
  if (peers === null) {
    return null;
  }
  const { organisationId, careSetting } = result;
  const own = peers.peers.find((peer) => peer.organisationId === organisationId && peer.facts.setting === careSetting)
    ?.facts ?? { setting: careSetting, type: null, region: null };
  const offered = likenessesOf(own);
  const by = chosen?.filter((each) => offered.includes(each)) ?? usualLikenesses(own, peers.peers, smallestGroup);
  return { own, chosen: by, peers: similarTo(own, peers.peers, by) };
}

function heldBack({ results }: ReportFacts): BesideView {
  const when =
    results.on === null
      ? 'once a day is set for the results of the round, and has come'
      : `on ${formatDate(results.on)}, when all results of the round become public`;
  return {
    kind: 'held-back',
    because: `How similar organisations did is shown here ${when}. Until then nobody sees the results of others.`,
  };
}

function besideView(
  facts: ReportFacts,
  { own, chosen, peers }: SimilarPeers,
  parts: readonly PartBeside[],
): BesideView {
  const offered = likenessesOf(own);
  return {
    kind: 'shown',
    choices: offered.map((value) => ({ value, label: likenessInWords(facts, value, own[value] ?? '') })),
    chosen,
    unknown: likenesses.filter((each) => !offered.includes(each)).map((each) => likenessLabels[each]),
    names: peers
      .map(({ organisationId, name, facts: { setting } }) => ({ id: `${organisationId} ${setting}`, name }))
      .toSorted(by(({ name }) => name, compareNames)),
    who: whoInWords(facts, { own, chosen, peers }),
    sentence: aboveAndBelow(parts),
  };
}

const likenessLabels: Readonly<Record<Likeness, string>> = { setting: 'care setting', type: 'type', region: 'region' };

function likenessInWords(facts: ReportFacts, likeness: Likeness, value: string): string {
  switch (likeness) {
    case 'setting':
      return `Same care setting: ${careSettingName(facts.pack, value)}`;
    case 'type':
      return `Same type: ${organisationType(facts.pack, value).label}`;
    default:
      return `Same region: ${facts.peers?.regions.get(value) ?? value}`;
  }
}

/** `48 results of the same care setting and type, this one among them`. */
function whoInWords({ pack }: ReportFacts, { chosen, peers }: SimilarPeers): string {
  const alike = chosen.map((each) => likenessLabels[each]);
  const of = alike.length === 0 ? `of all ${pack.assessed.many}` : `of the same ${listInWords(alike)}`;
  return `${countOf(peers.length, 'public result')} ${of}, this one among them`;
}

function partsOf({ overview: { overall, themes } }: ResultView, spreads: PeerSpreads): PartBeside[] {
  const part = (level: PartBeside['level'], { id, label, score }: ComparedScore, isSection: boolean): PartBeside => ({
    ...{ id, level, isSection, label, score },
    spread: spreads.get(partKey({ level, key: id })) ?? null,
  });
  return [
    part('overall', overall, false),
    ...themes.flatMap((theme) =>
      theme.sections.length === 1
        ? [part('theme', theme, true)]
        : [part('theme', theme, false), ...theme.sections.map((section) => part('section', section, true))],
    ),
  ];
}

function aboveAndBelow(parts: readonly PartBeside[]): string | null {
  const compared = parts.flatMap(({ isSection, score, spread }) =>
    isSection && score !== null && spread !== null ? [score - spread.median] : [],
  );
  if (compared.length === 0) {
    return null;
  }
  const above = compared.filter((difference) => difference > 0).length;
  const below = compared.filter((difference) => difference < 0).length;
  const level = compared.length - above - below;
  return `Above their median in ${above} of ${countOf(compared.length, 'section')}, below it in ${below === 0 ? 'none' : below}${level === 0 ? '' : `, equal to it in ${level}`}.`;
}

function nextSection(facts: ReportFacts, sectionId: string, parts: readonly PartBeside[]): NextSection {
  const { pack, instrument, found, teachers, learner, sectionHref } = facts;
  const { scale, overview } = found.view;
  const { careSetting } = found.result;
  const section = sectionsFor(instrument, careSetting).find(({ id }) => id === sectionId);
  const score = overview.themes.flatMap(({ sections }) => sections).find(({ id }) => id === sectionId)?.score ?? null;
  const theme = instrument.themes.find(({ sections }) => sections.some(({ id }) => id === sectionId));
  const spread = parts.find(({ isSection, id }) => isSection && (id === sectionId || id === theme?.id))?.spread;
  const median = spread == null ? '' : `; the median of similar organisations is ${scoreInWords(spread.median, scale)}`;
  const held =
    section === undefined || found.answers === null
      ? null
      : holdingBack(instrument, careSetting, section, found.answers);
  return {
    id: sectionId,
    title: section === undefined ? sectionId : `${section.number}. ${section.title}`,
    standing: `Score ${scoreInWords(score, scale)} of ${scale.most}${median}.`,
    href: sectionHref?.(sectionId) ?? null,
    holdingBack: held?.slice(0, QUESTIONS_SHOWN) ?? null,
    moreQuestions: Math.max(0, (held?.length ?? 0) - QUESTIONS_SHOWN),
    learning: learningOf(sectionId, instrument, pack, teachers, learner),
  };
}
