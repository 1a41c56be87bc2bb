import { type Change, changesOf } from '../change.ts';
import type { SituationMembership } from '../facts.ts';
import type { PlanLink, SideTotals } from './plan.ts';
import type { Situation, SituationOrganisation } from './situation.ts';
import { type Counted, totalsOf } from './totals.ts';

type Membership = Pick<SituationMembership, 'areaId' | 'organisationId' | 'role'>;

/** The memberships that hold once the changes are made, of those that held before. */
export function membershipsAfter(before: readonly Membership[], changes: readonly Change[]): Membership[] {
  const key = ({ areaId, organisationId, role }: Membership) => `${areaId} ${organisationId} ${role}`;
  const ended = new Set(changesOf(changes, 'end-membership').map(key));
  const begun = changesOf(changes, 'begin-membership').map(({ areaId, organisationId, role }) => ({
    areaId,
    organisationId,
    role,
  }));
  return [...before.filter((one) => !ended.has(key(one))), ...begun];
}

/** The organisations that are counted once the changes are made, with the figures of what they took over. */
export function organisationsAfter(
  organisations: readonly SituationOrganisation[],
  changes: readonly Change[],
  links: readonly PlanLink[],
): Counted[] {
  const idsOf = (kind: 'end-organisation' | 'resume-organisation') =>
    new Set(changesOf(changes, kind).map(({ organisationId }) => organisationId));
  const ended = idsOf('end-organisation');
  const resumed = idsOf('resume-organisation');
  const there = organisations.filter(
    (one) => (one.isThere || resumed.has(one.organisationId)) && !ended.has(one.organisationId),
  );
  // What is taken back is counted with its own practices again: what took them over, and stays, gives them back.
  const isUndo = resumed.size > 0;
  return [...there, ...freshOf(organisations, changes)].map((one) => ({
    ...one,
    practices: isUndo
      ? one.practices - practicesOf(organisations, successorsOf(one.code, links))
      : one.practices + practicesOf(organisations, predecessorsOf(one.code, links)),
  }));
}

function freshOf(organisations: readonly SituationOrganisation[], changes: readonly Change[]) {
  const [first] = changesOf(changes, 'end-organisation');
  const pattern = organisations.find(({ organisationId }) => organisationId === first?.organisationId);
  const carried = new Map(changesOf(changes, 'carry-patients').map((one) => [one.organisationId, one.value]));
  return changesOf(changes, 'begin-organisation').map(({ organisationId, code }) => ({
    organisationId,
    code,
    isCommissioner: pattern?.isCommissioner ?? false,
    isTrust: pattern?.isTrust ?? false,
    patients: carried.get(organisationId) ?? null,
    practices: 0,
  }));
}

function predecessorsOf(code: string, links: readonly PlanLink[]) {
  return links.filter(({ successorId }) => successorId === code).map(({ predecessorId }) => predecessorId);
}

function successorsOf(code: string, links: readonly PlanLink[]) {
  return links.filter(({ predecessorId }) => predecessorId === code).map(({ successorId }) => successorId);
}

function practicesOf(organisations: readonly SituationOrganisation[], codes: readonly (string | null)[]): number {
  return organisations
    .filter(({ code }) => codes.includes(code))
    .reduce((total, { practices }) => total + practices, 0);
}

const NOWHERE = 'In no footprint of these';

/** Totals of each footprint by name, of members in none of them, and of all together, each organisation once. */
export function sideTotals(
  names: ReadonlyMap<string, string>,
  memberships: readonly Membership[],
  organisations: readonly Counted[],
): SideTotals {
  const within = (areaId: string) => {
    const ids = new Set(memberships.filter((one) => one.areaId === areaId).map((one) => one.organisationId));
    return organisations.filter(({ organisationId }) => ids.has(organisationId));
  };
  const placed = new Set(memberships.map(({ organisationId }) => organisationId));
  const nowhere = organisations.filter(({ organisationId }) => !placed.has(organisationId));
  const footprints = [...names].map(([areaId, name]) => ({ name, totals: totalsOf(within(areaId)) }));
  return {
    footprints: nowhere.length === 0 ? footprints : [...footprints, { name: NOWHERE, totals: totalsOf(nowhere) }],
    together: totalsOf(organisations),
  };
}

/** The footprints before and after, by name in order. */
export function areaNames(situation: Situation, changes: readonly Change[]): { before: Names; after: Names } {
  const before = new Map(situation.footprints.map(({ areaId, name }) => [areaId, name]));
  const after = new Map(before);
  for (const { areaId } of changesOf(changes, 'end-area')) {
    after.delete(areaId);
  }
  for (const { areaId, name } of [...changesOf(changes, 'begin-area'), ...changesOf(changes, 'resume-area')]) {
    after.set(areaId, name);
  }
  for (const { after: renamed } of changesOf(changes, 'rename-area')) {
    after.set(renamed.areaId, renamed.name);
  }
  return { before, after };
}

type Names = ReadonlyMap<string, string>;
