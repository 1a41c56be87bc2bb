import type { SuccessionLink } from '../../register/index.ts';
import { type Change, changesOf } from '../change.ts';
import type { SituationMembership } from '../facts.ts';
import type { Plan } from '../planning/plan.ts';
import { leftBy, namedIn } from '../planning/plan-checks.ts';
import type { FootprintHistory } from '../planning/restate.ts';
import type { Situation, SituationFootprint, SituationOrganisation } from '../planning/situation.ts';
import type { ProposedEvent } from '../proposed-event.ts';

/* A directory in memory, to run events through as the database does: periods end and begin, nothing is removed. Made up. */

interface Period {
  readonly from: string;
  to: string | null;
}

interface AreaPeriod extends Period {
  readonly areaId: string;
  readonly code: string;
  readonly name: string;
  readonly slug: string;
}

type PlacePeriodOf = Pick<SituationMembership, 'areaId' | 'organisationId' | 'role'> & Period;

interface OrganisationPeriod extends Period {
  readonly organisation: SituationOrganisation;
}

export interface SmallWorld {
  readonly areas: AreaPeriod[];
  readonly places: PlacePeriodOf[];
  readonly organisations: OrganisationPeriod[];
  readonly applied: { readonly eventId: string; readonly plan: Plan; isUndone: boolean }[];
  /** By organisation id. */
  readonly successions: SuccessionLink[];
}

export const firstDay = '2016-01-01';

/** `split` puts every organisation of the seed into one of so many footprints; trusts may be in two. */
export function smallWorld(footprintCount: number, ccgs: readonly number[], trusts: readonly number[]): SmallWorld {
  const areas = Array.from({ length: footprintCount }, (_, place) => ({
    areaId: `footprint:f${place}`,
    code: `f${place}`,
    name: `Footprint ${place}`,
    slug: `footprint-${place}`,
    from: firstDay,
    to: null,
  }));
  const organisations = [
    ...ccgs.map((patients, place) =>
      organisation(`C${place}`, { isCommissioner: true, patients, practices: patients % 97 }),
    ),
    ...trusts.map((_, place) => organisation(`T${place}`, { isTrust: true })),
  ];
  const placeOf = (organisationId: string, place: number, role: PlacePeriodOf['role']) => ({
    areaId: `footprint:f${place % footprintCount}`,
    organisationId,
    role,
    from: firstDay,
    to: null,
  });
  return {
    areas,
    organisations: organisations.map((one) => ({ organisation: one, from: firstDay, to: null })),
    places: [
      ...ccgs.map((_, place) => placeOf(`C${place}`, place, place < footprintCount ? 'lead' : 'core')),
      ...trusts.flatMap((second, place) => [
        placeOf(`T${place}`, place, 'core'),
        ...(second % footprintCount === place % footprintCount ? [] : [placeOf(`T${place}`, second, 'associate')]),
      ]),
    ],
    applied: [],
    successions: [],
  };
}

export function organisation(code: string, more: Partial<SituationOrganisation> = {}): SituationOrganisation {
  return {
    organisationId: code,
    code,
    name: `Organisation ${code}`,
    typeId: more.isTrust === true ? 'acute-trust' : 'ccg',
    isThere: true,
    isCommissioner: false,
    isTrust: false,
    from: firstDay,
    to: null,
    patients: null,
    patientsOn: (more.patients ?? null) === null ? null : firstDay,
    practices: 0,
    assessments: 0,
    exemplars: 0,
    places: [],
    memberships: [],
    grants: [],
    ...more,
  };
}

export function isOn({ from, to }: { readonly from: string | null; readonly to: string | null }, day: string): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}

export function footprintSlugs(world: SmallWorld, day: string): string[] {
  return world.areas.filter((area) => isOn(area, day)).map(({ slug }) => slug);
}

/** What the planner is given about an event of a world without roadmaps. */
export function situationOf(world: SmallWorld, event: ProposedEvent): Situation {
  const day = event.effectiveOn;
  const undone =
    event.kind === 'undo' ? (world.applied.find(({ eventId }) => eventId === event.eventId) ?? null) : null;
  const named = namedIn(event);
  const touched = new Set(undone?.plan.touches ?? []);
  const places = world.places.filter((place) => isOn(place, day));
  const inFootprintsOf = new Set(
    places
      .filter(({ organisationId }) => [...named.organisations, ...touched].includes(organisationId))
      .map(({ areaId }) => areaId),
  );
  const footprints = world.areas
    .filter((area) => isOn(area, day))
    .filter(
      ({ slug, areaId }) =>
        named.footprints.includes(slug) ||
        touched.has(areaId) ||
        (event.kind === 'organisation-merge' && inFootprintsOf.has(areaId)) ||
        (undone?.plan.subject === 'organisation' && inFootprintsOf.has(areaId)),
    );
  const memberIds = new Set(
    places.filter(({ areaId }) => footprints.some((one) => one.areaId === areaId)).map((one) => one.organisationId),
  );
  const left = new Set(leftBy(undone?.plan.changes ?? []));
  return {
    today: '2030-01-01',
    footprints: footprints.map((area) => footprintOf(area, places)),
    organisations: organisationsOf(world, day).filter(
      ({ organisationId, code }) =>
        memberIds.has(organisationId) ||
        left.has(organisationId) ||
        named.organisations.includes(code) ||
        touched.has(organisationId),
    ),
    taken: world.areas.map(({ areaId, name, code, slug, to }) => ({ areaId, name, code, slug, to })),
    organisationCodes: world.organisations.filter(({ to }) => to === null).map((one) => one.organisation.code),
    isPlanningOpen: true,
    pending: [],
    undone: undone === null ? null : { ...undone, later: [] },
  };
}

function footprintOf(area: AreaPeriod, places: readonly PlacePeriodOf[]): SituationFootprint {
  const { areaId, code, name, slug, from } = area;
  return {
    areaId,
    code,
    name,
    slug,
    from,
    memberships: places.filter((place) => place.areaId === areaId).map((place) => ({ ...place })),
    links: [],
    laterDays: [],
    version: null,
    endorsements: [],
    earlier: [],
    beside: [],
    published: [],
    grants: [],
    openForm: null,
  };
}

function organisationsOf(world: SmallWorld, day: string): SituationOrganisation[] {
  const byId = Map.groupBy(world.organisations, ({ organisation: { organisationId } }) => organisationId);
  return [...byId.values()].flatMap((periods) => {
    const last = periods.at(-1);
    const isThere = periods.some((period) => isOn(period, day));
    const memberships = world.places
      .filter((place) => isOn(place, day) && place.organisationId === last?.organisation.organisationId)
      .map((place) => ({ ...place }));
    return last === undefined ? [] : [{ ...last.organisation, from: last.from, to: last.to, isThere, memberships }];
  });
}

/** Does what a plan says, as the repository does it. */
export function applyPlan(world: SmallWorld, eventId: string, plan: Plan): void {
  const on = plan.event.effectiveOn;
  for (const change of plan.changes) {
    applyChange(world, change, on, plan);
  }
  world.applied.push({ eventId, plan, isUndone: false });
  if (plan.subject === 'organisation') {
    for (const { predecessorId, successorId } of plan.links) {
      world.successions.push({
        predecessorId,
        successorId,
        effectiveOn: on,
      });
    }
  }
}

function applyChange(world: SmallWorld, change: Change, on: string, plan: Plan): void {
  const end = <P extends Period>(periods: readonly P[], isIt: (period: P) => boolean) => {
    for (const period of periods.filter((one) => one.to === null && isIt(one))) {
      period.to = on;
    }
  };
  switch (change.kind) {
    case 'begin-area':
    case 'resume-area': {
      const { areaId, code, name, slug } = change;
      world.areas.push({ areaId, code, name, slug, from: on, to: null });
      break;
    }
    case 'end-area':
      end(world.areas, ({ areaId }) => areaId === change.areaId);
      break;
    case 'rename-area':
      end(world.areas, ({ areaId }) => areaId === change.before.areaId);
      world.areas.push({ ...change.after, from: on, to: null });
      break;
    case 'begin-membership': {
      const { areaId, organisationId, role } = change;
      world.places.push({ areaId, organisationId, role, from: on, to: null });
      break;
    }
    case 'end-membership':
      end(
        world.places,
        (one) =>
          one.areaId === change.areaId && one.organisationId === change.organisationId && one.role === change.role,
      );
      break;
    case 'end-organisation':
      end(world.organisations, (one) => one.organisation.organisationId === change.organisationId);
      break;
    case 'resume-organisation': {
      const was = world.organisations.findLast((one) => one.organisation.organisationId === change.organisationId);
      if (was !== undefined) {
        world.organisations.push({ ...was, from: on, to: null });
      }
      break;
    }
    case 'begin-organisation': {
      const merged = changesOf(plan.changes, 'end-organisation').flatMap((ended) =>
        world.organisations.filter((one) => one.organisation.organisationId === ended.organisationId).slice(-1),
      );
      const practices = merged.reduce((total, one) => total + one.organisation.practices, 0);
      const patients = changesOf(plan.changes, 'carry-patients')[0]?.value ?? null;
      const { isCommissioner = false, isTrust = false } = merged[0]?.organisation ?? {};
      const names = { code: change.code, isCommissioner, isTrust };
      world.organisations.push({
        organisation: organisation(change.code, { ...names, patients, practices }),
        from: on,
        to: null,
      });
      break;
    }
    default:
      break;
  }
}

/** The world as a history whose totals can be read for any day. */
export function historyOf(world: SmallWorld): FootprintHistory {
  return {
    places: world.places,
    successions: world.successions,
    organisationsOn: (day) =>
      world.organisations.filter((one) => isOn(one, day)).map(({ organisation: counted }) => counted),
  };
}

/** Who is in what on a day, as text, in order. */
export function placesOn(world: SmallWorld, day: string): string[] {
  return world.places
    .filter((place) => isOn(place, day))
    .map(({ areaId, organisationId, role }) => `${areaId} ${organisationId} ${role}`)
    .toSorted();
}
