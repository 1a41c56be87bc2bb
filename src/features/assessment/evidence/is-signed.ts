import type { AssessmentState } from '../assessment.ts';

const beforeSigning: readonly AssessmentState[] = ['not-started', 'in-progress', 'awaiting-authorisation'];

/** Whether what its answers rest on was frozen with its signature. */
export function isSigned(state: AssessmentState): boolean {
  return !beforeSigning.includes(state);
}
