import { by } from '../../../platform/compare.ts';
import type { PageKey } from '../../../platform/page.ts';
import {
  type AreaRef,
  type CalledStatus,
  type OrganisationRef,
  type Population,
  type RegisteredPatients,
  searchWords,
  sumPopulation,
} from '../../directory/index.ts';
import type { MembershipRole, Standing } from '../../programme/index.ts';
import type { LineageLink, LineageParty } from '../timeline/past.ts';

/* What is different between two days. Only the two states are compared: what came and went in between leaves no trace. */

export const changeKinds = [
  'opened',
  'renamed',
  'retyped',
  'recoded',
  'succeeded',
  'closed',
  'joined',
  'role-changed',
  'left',
] as const;

export type ChangeKind = (typeof changeKinds)[number];

export const changeSubjects = ['area', 'membership', 'organisation'] as const;

export type ChangeSubject = (typeof changeSubjects)[number];

/** One difference between two days. */
export interface ChangeLine extends CalledStatus {
  readonly subject: ChangeSubject;
  readonly change: ChangeKind;
  /** Of the organisation or area. */
  readonly id: string;
  readonly code: string;
  /** On the later day where it exists then. */
  readonly name: string;
  /** Type of an organisation, kind of an area. */
  readonly typeId: string;
  /** Name of an area in addresses; null for an organisation. */
  readonly slug: string | null;
  /** Names, types, codes or roles; empty where there was nothing. */
  readonly before: string;
  readonly after: string;
  /** The first day of the new state; null where that is not recorded. */
  readonly on: string | null;
  /** Whether it was only so by that day, which is that of a source. */
  readonly isBy: boolean;
  /** What it came from, or what came after it. */
  readonly others: readonly LineageParty[];
  readonly sourceId: string;
  readonly standing: Standing;
}

/** By what differences are in order: subject, type, difference and name; no two have the same. */
export function changeKey({ subject, typeId, change, name, id }: ChangeLine): PageKey {
  return [subject, typeId, change, name, id];
}

/** A member of a footprint on a day: its part, and what it was then. */
export interface MemberOn extends OrganisationRef, CalledStatus {
  readonly role: MembershipRole;
  readonly from: string | null;
  readonly to: string | null;
  readonly sourceId: string;
  readonly standing: Standing;
  /** Of the record that gives its name and type. */
  readonly record: {
    readonly from: string | null;
    readonly isBy: boolean;
    readonly sourceId: string;
    readonly standing: Standing;
  };
  readonly registeredPatients: RegisteredPatients | null;
}

/** A footprint as it was on a day. */
export interface FootprintOn {
  readonly day: string;
  /** Null where it did not exist. */
  readonly area:
    | (AreaRef & {
        readonly from: string | null;
        readonly to: string | null;
        readonly sourceId: string;
        readonly standing: Standing;
      })
    | null;
  readonly members: readonly MemberOn[];
  /** GP practices that its CCGs commission. */
  readonly practiceCount: number;
}

/** Sizes of a footprint on a day; associates are outside and not counted. */
export interface FootprintTotals {
  readonly population: Population;
  readonly practiceCount: number;
  readonly byType: ReadonlyMap<string, number>;
}

export interface FootprintChanges {
  readonly lines: readonly ChangeLine[];
  readonly before: FootprintTotals;
  readonly after: FootprintTotals;
}

/**
 * What is different in a footprint between two days, with its sizes on both: itself first, then who joined, changed role or
 * left, then what members were called. A member that was succeeded in between is told with what came after it; `links` are
 * the events of the footprint and its members.
 */
export function changesBetween(
  before: FootprintOn,
  after: FootprintOn,
  links: readonly LineageLink[],
): FootprintChanges {
  const between = links.filter(({ effectiveOn }) => before.day < effectiveOn && effectiveOn <= after.day);
  return {
    lines: [...ownLines(before, after, between), ...memberLines(before.members, after.members, between)],
    before: totalsOf(before),
    after: totalsOf(after),
  };
}

function totalsOf({ members, practiceCount }: FootprintOn): FootprintTotals {
  const inside = oncePerOrganisation(members.filter(({ role }) => role !== 'associate'));
  const own = oncePerOrganisation(members.filter(({ role }) => role === 'lead' || role === 'core'));
  const byType = Map.groupBy(inside, ({ typeId }) => typeId);
  return {
    population: sumPopulation(own),
    practiceCount,
    byType: new Map([...byType].map(([typeId, rows]) => [typeId, rows.length])),
  };
}

function oncePerOrganisation(members: readonly MemberOn[]): MemberOn[] {
  return [...new Map(members.map((member) => [member.organisationId, member])).values()];
}

function ownLines(before: FootprintOn, after: FootprintOn, links: readonly LineageLink[]): ChangeLine[] {
  const [old, now] = [before.area, after.area];
  const area = now ?? old;
  if (area === null) {
    return [];
  }
  const { areaId: id, code, name, kind: typeId, slug, sourceId, standing } = area;
  const line = {
    subject: 'area' as const,
    id,
    code,
    name,
    typeId,
    slug,
    sourceId,
    standing,
    status: '' as const,
    isBy: false,
    others: [],
  };
  if (old === null) {
    return [{ ...line, change: 'opened', before: '', after: name, on: area.from, others: cameFrom(links, id) }];
  }
  if (now === null) {
    const others = became(links, id);
    const change = others.length === 0 ? 'closed' : 'succeeded';
    return [{ ...line, change, before: name, after: '', on: area.to, others }];
  }
  return isOther(old.name, now.name)
    ? [{ ...line, change: 'renamed', before: old.name, after: now.name, on: now.from }]
    : [];
}

function memberLines(
  before: readonly MemberOn[],
  after: readonly MemberOn[],
  links: readonly LineageLink[],
): ChangeLine[] {
  const [old, now] = [byOrganisation(before), byOrganisation(after)];
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  const lines = ids.flatMap((id) => [
    ...partLines(old.get(id) ?? [], now.get(id) ?? [], links),
    ...nameLines(old.get(id)?.[0], now.get(id)?.[0]),
  ]);
  return lines.toSorted(by(keyOf));
}

function byOrganisation(members: readonly MemberOn[]): Map<string, readonly MemberOn[]> {
  return Map.groupBy(members, ({ organisationId }) => organisationId);
}

function keyOf({ subject, change, name, id }: ChangeLine): string {
  const rank = String(changeKinds.indexOf(change)).padStart(2, '0');
  return [subject, rank, name, id].join('\u0000');
}

function partLines(old: readonly MemberOn[], now: readonly MemberOn[], links: readonly LineageLink[]): ChangeLine[] {
  const [before, after] = [rolesOf(old), rolesOf(now)];
  const member = now[0] ?? old[0];
  if (member === undefined || before === after) {
    return [];
  }
  const { organisationId: id, code, name, typeId, sourceId, standing, status } = member;
  const line = {
    subject: 'membership' as const,
    id,
    code,
    name,
    typeId,
    slug: null,
    before,
    after,
    sourceId,
    standing,
    status,
    isBy: false,
  };
  if (before === '') {
    return [{ ...line, change: 'joined', on: member.from, others: cameFrom(links, code) }];
  }
  return after === ''
    ? [{ ...line, change: 'left', on: member.to, others: became(links, code) }]
    : [{ ...line, change: 'role-changed', on: member.from, others: [] }];
}

function rolesOf(members: readonly MemberOn[]): string {
  return members
    .map(({ role }) => role)
    .sort()
    .join(' ');
}

function nameLines(old: MemberOn | undefined, now: MemberOn | undefined): ChangeLine[] {
  if (old === undefined || now === undefined) {
    return [];
  }
  const { organisationId: id, code, name, typeId, status } = now;
  const { from: on, isBy, sourceId, standing } = now.record;
  const subject = 'organisation' as const;
  const line = { subject, id, code, name, typeId, slug: null, on, isBy, others: [], sourceId, standing, status };
  return [
    ...(isOther(old.name, name) ? [{ ...line, change: 'renamed' as const, before: old.name, after: name }] : []),
    ...(old.typeId === typeId ? [] : [{ ...line, change: 'retyped' as const, before: old.typeId, after: typeId }]),
  ];
}

function isOther(name: string, other: string): boolean {
  return name !== other && searchWords(name).join(' ') !== searchWords(other).join(' ');
}

function cameFrom(links: readonly LineageLink[], id: string): LineageParty[] {
  return distinct(
    links.filter(({ successor }) => successor?.id === id).map(({ predecessor }) => predecessor),
    id,
  );
}

function became(links: readonly LineageLink[], id: string): LineageParty[] {
  return distinct(
    links.filter(({ predecessor }) => predecessor.id === id).flatMap(({ successor }) => successor ?? []),
    id,
  );
}

function distinct(parties: readonly LineageParty[], id: string): LineageParty[] {
  const others = parties.filter((party) => party.id !== id);
  return [...new Map(others.map((party) => [party.id, party])).values()].toSorted(by((party) => party.id));
}
