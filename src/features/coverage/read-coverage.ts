import type { AppContext } from '../../context.ts';
import { dayOf } from '../../platform/days.ts';
import { assessmentsFor } from '../assessment/index.ts';
import { listOrganisationsOfTypes, listWithDetails } from '../directory/index.ts';
import { type Actor, can, type HeldGrant, listGrantsWithin } from '../identity/index.ts';
import { dueOnFor, organisationType, type ProgrammePack, type Round } from '../programme/index.ts';
import type { CoverageRow } from './coverage.ts';

/** The providers of a round that somebody may look after, by name: a reviewer's lie in their region. */
export async function readCoverage(
  { database, pack }: Pick<AppContext, 'database' | 'pack'>,
  actor: Actor,
  round: Round,
): Promise<CoverageRow[]> {
  const providers = await listOrganisationsOfTypes(database, assessedTypes(pack), pack.positionOn);
  const placed = await listWithDetails(database, providers, pack.positionOn);
  const within = placed.filter(({ regions }) =>
    can(actor, 'coverage.read', { regionIds: regions.map(({ areaId }) => areaId) }),
  );
  const ids = within.map(({ organisationId }) => organisationId);
  const [progress, grants] = await Promise.all([
    assessmentsFor(database, pack, ids, round.id),
    listGrantsWithin(database, 'organisation', ids),
  ]);
  const progressOf = new Map(progress.map((each) => [each.organisationId, each]));
  const grantsOf = Map.groupBy(grants, ({ scopeId }) => scopeId);
  return within.flatMap(({ organisationId, code, name, typeId, regions, stps, footprints }) => {
    const { careSetting } = organisationType(pack, typeId);
    const found = progressOf.get(organisationId);
    const own = grantsOf.get(organisationId) ?? [];
    if (careSetting === null || found === undefined) {
      return [];
    }
    const { submittedAt, ...progressMade } = found;
    const submittedOn = submittedAt === null ? null : dayOf(submittedAt);
    const dueOn = dueOnFor(round, new Set([organisationId, ...regions.map(({ areaId }) => areaId)]));
    const place = { code, name, careSetting, regions, stps, footprints };
    return [{ ...progressMade, ...place, dueOn, submittedOn, ...peopleIn(own) }];
  });
}

function assessedTypes({ organisationTypes }: ProgrammePack): string[] {
  return organisationTypes.filter(({ assessed }) => assessed).map(({ id }) => id);
}

function peopleIn(grants: readonly HeldGrant[]): Pick<CoverageRow, 'answerers' | 'coordinators' | 'signers'> {
  const namesOf = (...roles: HeldGrant['role'][]) => [
    ...new Set(grants.filter(({ role }) => roles.includes(role)).map(({ personName }) => personName)),
  ];
  return {
    answerers: namesOf('coordinator', 'contributor'),
    coordinators: namesOf('coordinator'),
    signers: namesOf('executive'),
  };
}
