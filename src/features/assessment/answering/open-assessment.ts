import type { Connection } from '../../../platform/database/database.ts';
import type { IdSource } from '../../../platform/ids.ts';
import type { Instrument, Round } from '../../programme/index.ts';
import type { HeldRound } from '../../rounds/index.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import { auditAssessment } from '../assessment-audit.ts';
import { insertAssessment, type LockedAssessment, lockAssessment } from '../assessment-repository.ts';

export interface OpenAssessment {
  readonly organisationId: string;
  /** As the page knew it. */
  readonly round: Round;
  readonly instrument: Instrument;
  readonly careSetting: string;
  /** Whether what is entered is invented, as everything in a demonstration is. */
  readonly illustrative: boolean;
  readonly newId: IdSource;
}

/**
 * Locks the organisation's assessment of a round, opening it first where nobody has. Two people may open it at once: the
 * second waits for the first and then works on the same one. Null where it is not open yet and the round, as it is `held`, has been
 * closed, withdrawn or corrected to wait or to ask something else since the page was made.
 */
export async function openAssessment(
  transaction: Connection,
  opening: OpenAssessment,
  held: HeldRound,
  by: AssessmentActing,
): Promise<LockedAssessment | null> {
  const { organisationId, round, instrument } = opening;
  const roundId = round.id;
  const there = await lockAssessment(transaction, organisationId, roundId);
  if (there !== null) {
    return there;
  }

  if (!held.isOpen || held.round?.instrument !== instrument.id) {
    return null;
  }
  const assessmentId = opening.newId();
  const isNew = await insertAssessment(transaction, {
    organisationId,
    assessmentId,
    roundId,
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    careSetting: opening.careSetting,
    illustrative: opening.illustrative,
    createdAt: by.at,
  });
  if (isNew) {
    const detail = { organisationId, roundId, instrument: `${instrument.id} ${instrument.version}` };
    await auditAssessment(transaction, assessmentId, 'assessment.open', by, detail);
  }
  const opened = await lockAssessment(transaction, organisationId, roundId);
  if (opened === null) {
    throw new Error(`The assessment of ${organisationId} for ${roundId} could not be opened`);
  }
  return opened;
}
