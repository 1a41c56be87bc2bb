import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { hasAssessmentsIn, insertAssessments, type WholeAssessment } from '../assessment/index.ts';
import { listOrganisationsOfTypes } from '../directory/index.ts';
import { askedOn, getRound, instrumentOfRound, type ProgrammePack } from '../programme/index.ts';
import { progressUnderWay, submittedInTime } from './assessment-progress.ts';
import type { AnswersIllustration } from './illustration.ts';
import { illustrativeAnswers } from './illustrative-answers.ts';

/**
 * Stores invented assessments of every provider that was asked in each round of the illustration; once for a round. A demonstration whose
 * clock has not come to the last of them, because an earlier version began it, goes on without that round.
 */
export async function seedAssessments(context: AppContext, { seed, rounds }: AnswersIllustration): Promise<void> {
  for (const illustrated of rounds) {
    await seedRound(context, seed, illustrated);
  }
}

async function seedRound(
  context: AppContext,
  seed: number,
  { round: roundId, profile, movement, underWay }: AnswersIllustration['rounds'][number],
): Promise<void> {
  const { database, pack, newId } = context;
  const round = getRound(pack, roundId);
  const lastOn = underWay?.to ?? round.dueOn;
  if (today(context.clock) < lastOn || (await hasAssessmentsIn(database, round.id))) {
    return;
  }
  const instrument = instrumentOfRound(pack, round.id);
  const settings = careSettingsByType(pack);
  const organisations = await listOrganisationsOfTypes(database, [...settings.keys()], askedOn(round, pack.positionOn));
  const providers = organisations.map(({ organisationId, typeId }) => ({
    organisationId,
    careSetting: settings.get(typeId) ?? '',
  }));
  const answers = illustrativeAnswers(instrument, providers, { seed, profile, movement });
  const assessments = providers.flatMap((provider): WholeAssessment[] => {
    const given = answers.get(provider.organisationId) ?? [];
    const progress =
      underWay === undefined
        ? submittedInTime(round, given)
        : progressUnderWay(instrument, provider, given, { seed, underWay });
    return progress === null ? [] : [{ ...provider, assessmentId: newId(), ...progress }];
  });
  const batch = { roundId: round.id, instrument, assessments, origin: 'Illustrative data', at: context.clock() };
  await database.transaction().execute((trx) => insertAssessments(trx, batch));
  context.log.info({ round: round.id }, 'illustrative answers are loaded');
}

function careSettingsByType(pack: ProgrammePack): Map<string, string> {
  const assessed = pack.organisationTypes.filter(({ assessed, careSetting }) => assessed && careSetting !== null);
  return new Map(assessed.map(({ id, careSetting }) => [id, careSetting ?? '']));
}
