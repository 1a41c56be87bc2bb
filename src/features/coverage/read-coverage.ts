import type { AppContext } from '../../context.ts';
import { by, compareNames } from '../../platform/compare.ts';
import type { Connection } from '../../platform/database/database.ts';
import { dayOf } from '../../platform/days.ts';
import { assessmentsFor } from '../assessment/index.ts';
import { listOrganisationsOfTypes, listWithDetails } from '../directory/index.ts';
import { type Actor, can, type HeldGrant, listGrantsWithin } from '../identity/index.ts';
import {
  askedOn,
  dueOnFor,
  instrumentOfRound,
  type ProgrammePack,
  type Round,
  type SigningRole,
} from '../programme/index.ts';
import type { CoverageRow } from './coverage.ts';

/** The providers of a round that somebody may look after, by name: a reviewer's lie in their region. */
export async function readCoverage(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  actor: Actor,
  round: Round,
): Promise<CoverageRow[]> {
  const within = (await listAsked(database, pack, round)).filter(({ regions }) =>
    can(actor, 'coverage.read', { regionIds: regions.map(({ areaId }) => areaId) }),
  );
  const { signing } = instrumentOfRound(pack, round.id);
  const ids = within.map(({ organisationId }) => organisationId);
  const [progress, grants] = await Promise.all([
    assessmentsFor(database, pack, ids, round.id),
    listGrantsWithin(database, 'organisation', ids),
  ]);
  const progressOf = new Map(progress.map((each) => [each.organisationId, each]));
  const grantsOf = Map.groupBy(grants, ({ scopeId }) => scopeId);
  return within.flatMap(({ organisationId, code, name, regions, stps, footprints }) => {
    const found = progressOf.get(organisationId);
    const own = grantsOf.get(organisationId) ?? [];
    if (found === undefined) {
      return [];
    }
    const { submittedAt, ...progressMade } = found;
    const submittedOn = submittedAt === null ? null : dayOf(submittedAt);
    const dueOn = dueOnFor(round, new Set([organisationId, ...regions.map(({ areaId }) => areaId)]));
    const place = { code, name, regions, stps, footprints };
    return [{ ...progressMade, ...place, dueOn, submittedOn, ...peopleIn(own, signing.roles) }];
  });
}

/**
 * Those asked, by name, each as it is today: named and placed so that whoever looks after it now finds it. One that has ended since
 * the deadline is as it was then.
 */
async function listAsked(database: Connection, pack: ProgrammePack, round: Round) {
  const { positionOn } = pack;
  const day = askedOn(round, positionOn);
  const listOn = (asAt: string) => listOrganisationsOfTypes(database, assessedTypes(pack), asAt);
  if (day === positionOn) {
    return listWithDetails(database, await listOn(positionOn), positionOn);
  }
  const [present, asked] = await Promise.all([listOn(positionOn), listOn(day)]);
  const askedIds = idsOf(asked);
  const presentIds = idsOf(present);
  const still = present.filter(({ organisationId }) => askedIds.has(organisationId));
  const ended = asked.filter(({ organisationId }) => !presentIds.has(organisationId));
  const lists = await Promise.all([
    listWithDetails(database, still, positionOn),
    listWithDetails(database, ended, day),
  ]);
  return lists.flat().toSorted(byName);
}

const idsOf = (providers: readonly { readonly organisationId: string }[]) =>
  new Set(providers.map(({ organisationId }) => organisationId));

const byName = by<{ readonly name: string }>(({ name }) => name, compareNames);

function assessedTypes({ organisationTypes }: ProgrammePack): string[] {
  return organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
}

function peopleIn(
  grants: readonly HeldGrant[],
  signing: readonly SigningRole[],
): Pick<CoverageRow, 'answerers' | 'coordinators' | 'signers'> {
  const namesOf = (...roles: HeldGrant['role'][]) => [
    ...new Set(grants.filter(({ role }) => roles.includes(role)).map(({ personName }) => personName)),
  ];
  return {
    answerers: namesOf('coordinator', 'contributor'),
    coordinators: namesOf('coordinator'),
    signers: namesOf(...signing),
  };
}
