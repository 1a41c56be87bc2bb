/** The first day of integrated care boards, which came in the place of STPs (Health and Care Act 2022, part 1). */
const BOARDS_SINCE = '2022-07-01';

/** The last day of clinical commissioning groups. */
export const LAST_DAY_OF_GROUPS = '2022-06-30';

export type PlanningKind = 'stp' | 'icb';

/** The kinds of area in which the organisations of a part of England plan together. No day has areas of both. */
export const planningKinds: readonly PlanningKind[] = ['stp', 'icb'];

/** The kind of such an area on a day. */
export function planningKindOn(day: string): PlanningKind {
  return day < BOARDS_SINCE ? 'stp' : 'icb';
}

export function isPlanningKind(kind: string): boolean {
  return planningKinds.some((each) => each === kind);
}

/** What these areas are called, such as `STP area`. */
export interface PlanningWords {
  readonly area: string;
  readonly areas: string;
  /** What each of them has, in full. */
  readonly has: string;
  readonly hasWithArticle: string;
}

const words: Readonly<Record<PlanningKind, PlanningWords>> = {
  stp: {
    area: 'STP area',
    areas: 'STP areas',
    has: 'Sustainability and Transformation Plan (STP)',
    hasWithArticle: 'a Sustainability and Transformation Plan (STP)',
  },
  icb: {
    area: 'ICB area',
    areas: 'ICB areas',
    has: 'integrated care board (ICB)',
    hasWithArticle: 'an integrated care board (ICB)',
  },
};

/** The words for the areas of a day. */
export function planningWords(day: string): PlanningWords {
  return words[planningKindOn(day)];
}

/** Which of them has such a code: STPs have codes of the ONS, the areas of boards those of the boards. */
function planningKindOfCode(code: string): PlanningKind {
  return /^E54\d{6}$/.test(code) ? 'stp' : 'icb';
}

const ofNoKind = { area: 'planning area', areas: 'planning areas' };

/** The words for areas that a form or document names: those of their kind, whatever day it is read on; of none, no kind is said. */
export function planningWordsOf(areas: readonly { readonly code: string }[]): Pick<PlanningWords, 'area' | 'areas'> {
  const [kind, ...others] = new Set(areas.map(({ code }) => planningKindOfCode(code)));
  return kind === undefined || others.length > 0 ? ofNoKind : words[kind];
}

/** What a document calls the areas that it names with their codes: those it was written in, whatever day it is read on. */
export function planningName(areas: readonly { readonly code: string }[]): string {
  return areas.every(({ code }) => planningKindOfCode(code) === 'stp')
    ? 'Sustainability and Transformation Plan'
    : 'Integrated care board area';
}
