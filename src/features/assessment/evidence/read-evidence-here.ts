import type { AppContext } from '../../../context.ts';
import { DAY_MILLISECONDS, dayOf, today } from '../../../platform/days.ts';
import { type EvidenceUse, listEvidence, listSigned, listUses, SOON_DAYS } from '../../evidence/index.ts';
import type { AssessmentKey } from '../../scoring/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { answersInEffect } from '../settings/answers-in-effect.ts';
import { listAssessmentsOf } from './assessments-of-repository.ts';
import type { EvidenceHere, UseHere } from './evidence-here.ts';
import { isSigned } from './is-signed.ts';

/**
 * All evidence of an organisation, with what rests on it in one of its assessments: as it stands, or, once that is signed, as it was then.
 *
 * @param known what rests on it, where that was read
 */
export async function readEvidenceHere(
  { database, clock }: Pick<AppContext, 'database' | 'clock'>,
  { organisation, assessment, instrument, careSetting, takes }: AssessedOrganisation,
  known?: readonly EvidenceUse[],
): Promise<EvidenceHere> {
  const { organisationId } = organisation;
  const signed = assessment !== null && isSigned(assessment.state);
  const [items, uses, assessments, frozen] = await Promise.all([
    listEvidence(database, organisationId),
    known ?? listUses(database, organisationId),
    listAssessmentsOf(database, organisationId),
    signed ? listSigned(database, [assessment]) : [],
  ]);
  const usesIn = (key: AssessmentKey | null): UseHere[] =>
    uses.filter(({ assessmentId }) => assessmentId === key?.assessmentId).map(asItStands);
  const own = usesIn(assessment);
  const day = today(clock);
  return {
    items,
    uses: signed ? frozen : answersInEffect({ instrument, careSetting }, takes, { own, given: usesIn }),
    everywhere: uses,
    assessments,
    day,
    soonFrom: dayOf(new Date(Date.parse(day) + SOON_DAYS * DAY_MILLISECONDS)),
  };
}

function asItStands({ questionId, evidenceId, pageReference }: EvidenceUse): UseHere {
  return { questionId, evidenceId, pageReference, version: null };
}
