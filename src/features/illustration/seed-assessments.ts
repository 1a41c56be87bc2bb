import type { AppContext } from '../../context.ts';
import { hasAssessmentsIn, insertAssessments, type WholeAssessment } from '../assessment/index.ts';
import { listOrganisationsOfTypes } from '../directory/index.ts';
import { askedOn, getRound, instrumentOfRound, type ProgrammePack } from '../programme/index.ts';
import type { AnswersIllustration } from './illustration.ts';
import { illustrativeAnswers } from './illustrative-answers.ts';

/** Stores an invented, submitted assessment for every provider that was asked but those left empty; once for a round. */
export async function seedAssessments(context: AppContext, illustration: AnswersIllustration): Promise<void> {
  const { database, pack, newId } = context;
  const round = getRound(pack, illustration.round);
  if (await hasAssessmentsIn(database, round.id)) {
    return;
  }
  const instrument = instrumentOfRound(pack, round.id);
  const settings = careSettingsByType(pack);
  const organisations = await listOrganisationsOfTypes(database, [...settings.keys()], askedOn(round, pack.positionOn));
  const providers = organisations
    .filter(({ organisationId }) => !illustration.leftEmpty.includes(organisationId))
    .map(({ organisationId, typeId }) => ({ organisationId, careSetting: settings.get(typeId) ?? '' }));
  const answers = illustrativeAnswers(instrument, providers, illustration);
  const assessments = providers.map(
    (provider): WholeAssessment => ({
      ...provider,
      assessmentId: newId(),
      state: 'submitted',
      answers: answers.get(provider.organisationId) ?? [],
      answeredAt: new Date(`${round.opensOn}T09:00:00Z`),
      submittedAt: new Date(`${round.dueOn}T12:00:00Z`),
    }),
  );
  const batch = { roundId: round.id, instrument, assessments, origin: 'Illustrative data', at: context.clock() };
  await database.transaction().execute((trx) => insertAssessments(trx, batch));
  context.log.info('illustrative answers are loaded');
}

function careSettingsByType(pack: ProgrammePack): Map<string, string> {
  const assessed = pack.organisationTypes.filter(({ assessed, careSetting }) => assessed && careSetting !== null);
  return new Map(assessed.map(({ id, careSetting }) => [id, careSetting ?? '']));
}
