import type { AnswerValue } from '../scoring/index.ts';

/** What somebody from outside says of a signed answer: it stands, or they would answer otherwise, and why. */
export type Finding =
  | { readonly verdict: 'same'; readonly value: null; readonly reason: string }
  | { readonly verdict: 'other'; readonly value: AnswerValue; readonly reason: string }
  /** It is not checked, or no more; a reason may have been begun. */
  | { readonly verdict: 'none'; readonly value: null; readonly reason: string };

/** A finding as it stands, and who saved it last. */
export interface SavedFinding {
  readonly questionId: string;
  readonly revision: number;
  readonly finding: Finding;
  readonly by: { readonly personId: string; readonly personName: string; readonly onBehalfOf: string };
  readonly at: Date;
}

export const nothingFound: Finding = { verdict: 'none', value: null, reason: '' };

/** The findings by which an answer counts as checked. */
export function checkedOnes<Found extends Pick<SavedFinding, 'finding'>>(findings: readonly Found[]): Found[] {
  return findings.filter(({ finding }) => finding.verdict !== 'none');
}

/** Of every save there was the latest of each question. */
export function standingFindings(saves: readonly SavedFinding[]): SavedFinding[] {
  return [...new Map(saves.map((save) => [save.questionId, save])).values()];
}

export function isSameFinding(one: Finding, other: Finding): boolean {
  return one.verdict === other.verdict && one.reason === other.reason && isSameValue(one.value, other.value);
}

/** Whether two values are one answer; elements are compared whatever their order. */
export function isSameValue(one: AnswerValue | null, other: AnswerValue | null): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf(value: AnswerValue | null): string {
  switch (value?.kind) {
    case 'option':
      return `option ${value.optionId}`;
    case 'elements':
      return ['elements', ...value.met.toSorted()].join(' ');
    default:
      return value === null ? '' : value.kind;
  }
}
