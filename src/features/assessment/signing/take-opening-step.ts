import type { Database } from '../../../platform/database/database.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import type { StepOutcome } from '../step-outcome.ts';
import { type ReopenAssessment, reopenAssessment } from './reopen-assessment.ts';
import { type WithdrawCorrection, withdrawCorrection } from './withdraw-correction.ts';

/** What is done about a signed assessment being open: opened again, opened for a correction, or this taken back. */
type OpeningStep = ReopenAssessment | (WithdrawCorrection & { readonly kind: 'withdraw-correction' });

export function takeOpeningStep(
  database: Database,
  step: OpeningStep,
  by: AssessmentActing,
  pack: Pick<ProgrammePack, 'resultsPublic'>,
): Promise<StepOutcome> {
  return step.kind === 'withdraw-correction'
    ? withdrawCorrection(database, step, by)
    : reopenAssessment(database, step, by, pack);
}
