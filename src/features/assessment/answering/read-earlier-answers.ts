import type { AppContext } from '../../../context.ts';
import { findRound, instrumentOfRound, lineageOf } from '../../programme/index.ts';
import { listSubmittedOf } from '../assessment-repository.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { givenAnswers } from '../stored-assessment.ts';
import { listSavedAnswers } from './answer-repository.ts';
import type { EarlierAnswers } from './earlier-answers.ts';

/**
 * What the organisation answered in the last round that opened before this one and that it submitted in; null where there is none, or where
 * its questions are not those that this instrument goes back to.
 */
export async function readEarlierAnswers(
  { database, pack }: AppContext,
  { organisation, round, instrument }: AssessedOrganisation,
): Promise<EarlierAnswers | null> {
  const submitted = await listSubmittedOf(database, organisation.organisationId);
  for (const assessment of submitted) {
    const before = findRound(pack, assessment.roundId);
    if (before === undefined || before.id === round.id || before.opensOn > round.opensOn) {
      continue;
    }
    const asked = instrumentOfRound(pack, before.id);
    const lineage = lineageOf(pack, instrument, asked);
    return lineage === null
      ? null
      : {
          round: before,
          instrument: asked,
          lineage,
          answers: givenAnswers(await listSavedAnswers(database, assessment)),
        };
  }
  return null;
}
