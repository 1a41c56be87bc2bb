import type { Connection } from '../../../platform/database/database.ts';
import type { IdSource } from '../../../platform/ids.ts';
import { beginAnswering } from '../../instruments/index.ts';
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
  /** Of its text; null where that was read from what is kept. */
  readonly digest: string | null;
  readonly careSetting: string;
  /** Whether what is entered is invented, as everything in a demonstration is. */
  readonly illustrative: boolean;
  readonly newId: IdSource;
  /** The questions whose answers are read with it. */
  readonly questionIds?: readonly string[];
}

export type OpeningOutcome =
  | { readonly kind: 'opened'; readonly assessment: LockedAssessment }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * Locks the organisation's assessment of a round, opening it first where nobody has. Two people may open it at once: the
 * second waits for the first and then works on the same one. Refused where it is not open yet and the round, as it is `held`, has been
 * closed, withdrawn or corrected to wait or to ask something else since the page was made; or where the page shows another text of the
 * questionnaire than the one that is kept. `found`: what was found and locked with the round; left out where nobody has looked.
 */
export async function openAssessment(
  transaction: Connection,
  opening: OpenAssessment,
  held: HeldRound,
  by: AssessmentActing,
  found?: LockedAssessment | null,
): Promise<OpeningOutcome> {
  const { organisationId, round, instrument, careSetting, digest, questionIds } = opening;
  const roundId = round.id;
  const named = { organisationId, roundId, careSetting };
  const there = found === undefined ? await lockAssessment(transaction, named, questionIds) : found;
  if (there !== null) {
    return { kind: 'opened', assessment: there };
  }

  if (!held.isOpen || held.round?.instrument !== instrument.id) {
    return { kind: 'refused', reason: 'The round has been changed since you opened this page' };
  }
  if (!(await beginAnswering(transaction, { roundId, instrument, digest }, by.at))) {
    return {
      kind: 'refused',
      reason: 'The questions are being changed just now. Open this page again in some minutes',
    };
  }
  const assessmentId = opening.newId();
  const isNew = await insertAssessment(transaction, {
    ...named,
    assessmentId,
    instrumentId: instrument.id,
    instrumentVersion: instrument.version,
    illustrative: opening.illustrative,
    createdAt: by.at,
  });
  if (isNew) {
    const detail = { ...named, instrument: `${instrument.id} ${instrument.version}` };
    await auditAssessment(transaction, assessmentId, 'assessment.open', by, detail);
  }
  const opened = await lockAssessment(transaction, named, questionIds);
  if (opened === null) {
    throw new Error(`The assessment of ${organisationId} for ${roundId} could not be opened`);
  }
  return { kind: 'opened', assessment: opened };
}
