import type { Clock } from '../../platform/clock.ts';
import type { Connection } from '../../platform/database/database.ts';
import { today } from '../../platform/days.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { countUndecidedContradictions } from '../directory-import/index.ts';
import { type ProgrammePack, signsAssessments } from '../programme/index.ts';
import { backupStep } from './backup-state.ts';
import { type NeededRole, neededRoles, type PlaceWithout, roleStep } from './needed-roles.ts';
import { readBackupState } from './read-backup-state.ts';
import { roundStep } from './round-step.ts';
import { getSetUpCounts, listPlacesWithout, listRoleCoverage } from './set-up-repository.ts';
import { type SetUpStep, setUpSteps } from './set-up-steps.ts';

interface Asked {
  readonly database: Connection;
  readonly pack: ProgrammePack;
  readonly config: { readonly backups: { readonly everyHours: number } | null };
  readonly clock: Clock;
  readonly realClock: Clock;
  readonly settings: Settings;
}

/** How many places without somebody are named; the rest are counted. */
const NAMED = 3;

/** What is there and what is missing until the programme runs, in a few queries. */
export async function readSetUp(asked: Asked): Promise<SetUpStep[]> {
  const { database, pack, clock, settings } = asked;
  const [counts, contradictions, coverage, backups] = await Promise.all([
    getSetUpCounts(database, settings),
    countUndecidedContradictions(database),
    listRoleCoverage(database, registerOf(pack), NAMED),
    readBackupState(asked),
  ]);
  // Executives are needed in any case, to endorse.
  const roles = neededRoles
    .filter((role) => role !== 'signatory' || signsAssessments(pack, role))
    .map((role) =>
      roleStep(coverage.find((each) => each.role === role) ?? { role, all: 0, without: 0, named: [] }, pack.assessed),
    );
  return [
    programmeStep(pack),
    ...setUpSteps({ ...counts, contradictions }, settings),
    ...roles,
    roundStep(pack, 'assessment', today(clock)),
    roundStep(pack, 'roadmap', today(clock)),
    backupStep(backups),
  ];
}

/** Never missing; said because another programme cannot be chosen once this one runs. */
function programmeStep({ id, title }: ProgrammePack): SetUpStep {
  return { id: 'programme', text: 'Programme', isDone: true, state: `${title} (${id})`, href: null };
}

/** The places in which nobody holds a role that each of them needs. */
export function readPlacesWithout(
  { database, pack }: Pick<Asked, 'database' | 'pack'>,
  role: NeededRole,
): Promise<PlaceWithout[]> {
  return listPlacesWithout(database, registerOf(pack), role);
}

function registerOf({ organisationTypes, positionOn, submissionRule }: ProgrammePack) {
  const assessedTypes = organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
  return { asAt: positionOn, assessedTypes, endorsingRoles: submissionRule.mustEndorse };
}
