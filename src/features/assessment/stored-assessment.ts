import type { AssessmentKey, Stamp } from '../scoring/index.ts';
import type { AssessmentState } from './assessment.ts';

/** What an assessment answers: the version with which it was opened. */
export interface AnsweredVersion {
  readonly id: string;
  readonly version: string;
  /** Of what is kept under that version; null where nothing is. */
  readonly digest: string | null;
}

/** An assessment as it stands. One that nobody has opened yet is not stored: it has no row, and this is null. */
export interface StoredAssessment extends AssessmentKey {
  readonly roundId: string;
  readonly answers: AnsweredVersion;
  readonly careSetting: string;
  readonly state: AssessmentState;
  readonly illustrative: boolean;
  /** Sections that it answers by itself, though others are answered once for the organisation, or by another of its group. */
  readonly apart: readonly string[];
  readonly authorisationRequest: Stamp | null;
  readonly lastReturn: (Stamp & { readonly reason: string }) | null;
  /** That it was opened again after it was signed, for a correction or before its results were public; null once it is signed anew. */
  readonly reopening: (Stamp & { readonly reason: string }) | null;
  /** Of what stands: while it is corrected, of what was published. */
  readonly submission: Stamp | null;
  /** The day on which a board approved it; null where it was not asked, or not said. */
  readonly boardApprovedOn: string | null;
  /** Whose answers it was last sent to be signed with, and in which sections; null where all of them were its own organisation's. */
  readonly taken: { readonly giverId: string; readonly sectionIds: readonly string[] } | null;
  /** The same of what stands: while it is corrected it may be sent to be signed with those of others. */
  readonly signedWith: StoredAssessment['taken'];
}

/** Whether what was published stands while it is corrected. */
export function isOpenForCorrection(assessment: Pick<StoredAssessment, 'state' | 'submission'> | null): boolean {
  return assessment !== null && assessment.state !== 'submitted' && assessment.submission !== null;
}
