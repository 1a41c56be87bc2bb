import type { Evidence, EvidenceUse } from '../../evidence/index.ts';
import type { AssessmentOfRound } from './assessments-of-repository.ts';

/** That an answer of this assessment rests on something. */
export interface UseHere extends Pick<EvidenceUse, 'questionId' | 'evidenceId' | 'pageReference'> {
  /** In which version it was signed; null while it is not. */
  readonly version: number | null;
}

/** The evidence of an organisation as one of its assessments sees it. */
export interface EvidenceHere {
  readonly items: readonly Evidence[];
  readonly uses: readonly UseHere[];
  /** What rests on it now in any assessment of the organisation. */
  readonly everywhere: readonly EvidenceUse[];
  readonly assessments: readonly AssessmentOfRound[];
  /** The day that it is looked at, and the last one that is soon from there; ISO dates. */
  readonly day: string;
  readonly soonFrom: string;
}

/** Whether something is in an assessment that waits for a signature: who signs has read it as it is. */
export function waitsForSignature(
  { everywhere, assessments }: Pick<EvidenceHere, 'everywhere' | 'assessments'>,
  evidenceId: string,
): boolean {
  const waiting = new Set(
    assessments.filter(({ state }) => state === 'awaiting-authorisation').map(({ assessmentId }) => assessmentId),
  );
  return everywhere.some((use) => use.evidenceId === evidenceId && waiting.has(use.assessmentId));
}
