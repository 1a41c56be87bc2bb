import { dayAfter, dayBefore } from '../../../platform/days.ts';
import type { AreaKey, Succession, ValidTime } from '../reading/reference.ts';
import { faultAt, type Located, type LocatedReference, type ReferenceFault } from '../reading/reference-fault.ts';
import { contains, joinPeriods } from '../reading/valid-time.ts';

/** An area or organisation that a row speaks of; `during` is when, for rows that hold for a time. */
interface Mention {
  readonly row: Located<unknown>;
  readonly name: string;
  readonly during: ValidTime | null;
}

/** Every source, area and organisation a row mentions must be given, and be there for as long as the row holds. */
export function checkMentions(reference: LocatedReference): ReferenceFault[] {
  const lifetimes = lifetimesIn(reference);
  const mentions = [
    ...mentionsOfAreas(reference),
    ...mentionsOfOrganisations(reference),
    ...mentionsInSuccessions(reference),
  ];
  return [...unknownSources(reference), ...mentions.flatMap((mention) => checkMention(mention, lifetimes))];
}

type Lifetimes = ReadonlyMap<string, readonly ValidTime[]>;

function checkMention({ row, name, during }: Mention, lifetimes: Lifetimes): ReferenceFault[] {
  const lifetime = lifetimes.get(name);
  if (lifetime === undefined) {
    return [faultAt(row, `there is no ${name}`)];
  }
  if (during === null || lifetime.some((each) => contains(each, during))) {
    return [];
  }
  return [faultAt(row, `holds on days when ${name} is not there (${lifetime.map(period).join(', ')})`)];
}

function unknownSources(reference: LocatedReference): ReferenceFault[] {
  const known = new Set(reference.sources.map(({ value }) => value.id));
  const { sources: _, ...factLists } = reference;
  const facts: readonly Located<{ readonly source: string }>[] = Object.values(factLists).flat();
  return facts
    .filter(({ value }) => !known.has(value.source))
    .map((row) => faultAt(row, `source: there is no source ${row.value.source}`));
}

function lifetimesIn({ areas, organisations }: LocatedReference): Lifetimes {
  const named = [
    ...areas.map(({ value }) => [areaName(value), value] as const),
    ...organisations.map(({ value }) => [organisationName(value.code), value] as const),
  ];
  const periods = Map.groupBy(named, ([name]) => name);
  return new Map([...periods].map(([name, rows]) => [name, joinPeriods(rows.map(([, period]) => period))]));
}

function mentionsOfAreas(reference: LocatedReference): Mention[] {
  const mention = (row: Located<unknown>, area: AreaKey, during: ValidTime | null) => {
    return { row, name: areaName(area), during };
  };
  return [
    ...reference.areaLinks.map((row) => mention(row, row.value.child, row.value)),
    ...reference.areaLinks.map((row) => mention(row, row.value.parent, row.value)),
    ...reference.organisations.map((row) => mention(row, { kind: 'region', code: row.value.regionCode }, null)),
    ...reference.organisationAreas.map((row) => mention(row, row.value.area, row.value)),
    ...reference.memberships.map((row) =>
      mention(row, { kind: 'footprint', code: row.value.footprintCode }, row.value),
    ),
    ...reference.hexagons.map((row) => mention(row, row.value.area, null)),
    ...reference.areaNotes.map((row) => mention(row, row.value.area, null)),
  ];
}

function mentionsOfOrganisations(reference: LocatedReference): Mention[] {
  const mention = (row: Located<{ readonly organisationCode: string }>, during: ValidTime | null) => {
    return { row, name: organisationName(row.value.organisationCode), during };
  };
  return [
    ...reference.organisationAreas.map((row) => mention(row, row.value)),
    ...reference.memberships.map((row) => mention(row, row.value)),
    ...reference.measures.map((row) => mention(row, null)),
  ];
}

/** What came before was there on the last day before the event, what came after on its first day. */
function mentionsInSuccessions({ successions }: LocatedReference): Mention[] {
  return successions.flatMap((row) => {
    const { subject, predecessor, successor, effectiveOn } = row.value;
    const before = { validFrom: dayBefore(effectiveOn), validTo: effectiveOn };
    const after = { validFrom: effectiveOn, validTo: dayAfter(effectiveOn) };
    return [
      { row, name: memberName(subject, predecessor), during: before },
      ...(successor === null ? [] : [{ row, name: memberName(subject, successor), during: after }]),
    ];
  });
}

function memberName(subject: Succession['subject'], member: string): string {
  return subject === 'area' ? member.replace(':', ' ') : organisationName(member);
}

function areaName({ kind, code }: AreaKey): string {
  return `${kind} ${code}`;
}

function organisationName(code: string): string {
  return `organisation ${code}`;
}

function period({ validFrom, validTo }: ValidTime): string {
  return validTo === null ? `from ${validFrom}` : `${validFrom} to ${validTo}`;
}
