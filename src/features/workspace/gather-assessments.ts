import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { assessmentsFor, careSettingName, readDeadlines } from '../assessment/index.ts';
import { listAddressed } from '../directory/index.ts';
import { listOrganisationsOn } from '../formation/index.ts';
import type { Actor } from '../identity/index.ts';
import {
  askedOn,
  assessmentRounds,
  currentAssessmentRound,
  instrumentOfRound,
  isLongOver,
  type Round,
  roundState,
} from '../programme/index.ts';
import { roundOfWork, scopesOf } from './places-of-work.ts';
import type { AssessmentFact } from './work-items.ts';

/**
 * Those of the round that is worked on, and of the others that are open what was begun or submitted, and what there is time left for or
 * is no older: one that nobody began in time, and after which another came, is asked for no more.
 */
export async function gatherAssessments(context: AppContext, actor: Actor): Promise<AssessmentFact[]> {
  const organisations = scopesOf(actor, 'organisation');
  const day = today(context.clock);
  const current = currentAssessmentRound(context.pack, day);
  if (organisations.size === 0 || current === undefined) {
    return [];
  }
  const others = assessmentRounds(context.pack).filter(
    (round) => round !== current && roundState(round, day) === 'open',
  );
  const addressed = listAddressed(context.database, [...organisations.keys()], context.pack.positionOn);
  const [worked = [], ...open] = await Promise.all(
    [current, ...others].map((round) => gatherRound(context, round, organisations, addressed)),
  );
  const isBegun = ({ state }: AssessmentFact) => state !== 'not-started';
  const isAsked = ({ state, dueOn }: AssessmentFact, { opensOn }: Round) =>
    state === 'not-started' && (dueOn >= day || opensOn >= current.opensOn);
  const beside = others.flatMap((round, index) =>
    (open[index] ?? []).filter((fact) => isBegun(fact) || isAsked(fact, round)),
  );
  return [...worked, ...beside];
}

async function gatherRound(
  { database, pack, clock }: AppContext,
  round: Round,
  organisations: ReadonlyMap<string, string>,
  addressed: ReturnType<typeof listAddressed>,
): Promise<AssessmentFact[]> {
  const ids = [...organisations.keys()];
  const day = today(clock);
  const [progress, asked, organisationsAt, deadlines] = await Promise.all([
    assessmentsFor(database, pack, ids, round.id),
    listOrganisationsOn(database, ids, askedOn(round, day)),
    addressed,
    readDeadlines(database, pack, round, ids),
  ]);
  const work = roundOfWork(round, day);
  const { signing } = instrumentOfRound(pack, round.id);
  // One that had ended is not asked to begin, though people still hold a role there.
  const askedIds = new Set(asked.map(({ organisationId }) => organisationId));
  const inRound = progress.filter(
    ({ organisationId, state }) => state !== 'not-started' || askedIds.has(organisationId),
  );
  return inRound.flatMap(({ organisationId, settings }) =>
    settings.map(({ careSetting, state, isCorrected, answered, total }) => ({
      organisationId,
      addressKey: organisationsAt.get(organisationId)?.addressKey ?? organisationId,
      name: organisations.get(organisationId) ?? organisationId,
      setting: settings.length === 1 ? null : { id: careSetting, label: careSettingName(pack, careSetting) },
      signing,
      round: work,
      dueOn: deadlines.get(organisationId) ?? round.dueOn,
      isLongOver: isLongOver(pack, round, day),
      state,
      isCorrected,
      done: answered,
      total,
    })),
  );
}
