import type { AppContext } from '../../context.ts';
import { insertAssessments, type WholeAssessment } from '../assessment/index.ts';
import { listOrganisationsOfTypes } from '../directory/index.ts';
import { askedOn, instrumentOfRound, type ProgrammePack, type Round } from '../programme/index.ts';
import { illustrativeAnswers } from './illustrative-answers.ts';

/** Gives the same invented answers on every machine. */
const SEED = 2016;

/** Left without answers, so that a visitor can take one footprint from an empty assessment to a published roadmap. */
const leftEmpty: readonly string[] = ['RL4'];

/** Stores an invented, submitted assessment for every provider that was asked but the one left empty. */
export async function seedAssessments(context: AppContext, round: Round): Promise<void> {
  const { database, pack, newId } = context;
  const instrument = instrumentOfRound(pack, round.id);
  const settings = careSettingsByType(pack);
  const organisations = await listOrganisationsOfTypes(database, [...settings.keys()], askedOn(round, pack.positionOn));
  const providers = organisations
    .filter(({ organisationId }) => !leftEmpty.includes(organisationId))
    .map(({ organisationId, typeId }) => ({ organisationId, careSetting: settings.get(typeId) ?? '' }));
  const answers = illustrativeAnswers(instrument, providers, SEED);
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
}

function careSettingsByType(pack: ProgrammePack): Map<string, string> {
  const assessed = pack.organisationTypes.filter(({ assessed, careSetting }) => assessed && careSetting !== null);
  return new Map(assessed.map(({ id, careSetting }) => [id, careSetting ?? '']));
}
