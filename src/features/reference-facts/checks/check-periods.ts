import type { ValidTime } from '../reading/reference.ts';
import { faultAt, type Located, type LocatedReference, type ReferenceFault } from '../reading/reference-fault.ts';
import { isOrdered, overlap } from '../reading/valid-time.ts';

/** Periods must hold a day, and two rows may not say the same thing about the same day. */
export function checkPeriods(reference: LocatedReference): ReferenceFault[] {
  const { areas, areaLinks, organisations, organisationAreas, memberships } = reference;
  const timed = [...areas, ...areaLinks, ...organisations, ...organisationAreas, ...memberships];
  return [
    ...timed.filter(({ value }) => !isOrdered(value)).map((row) => faultAt(row, 'valid_to must be after valid_from')),
    ...overlaps(areas, ({ kind, code }) => `${kind} ${code}`),
    ...overlaps(areas, ({ kind, slug }) => `slug ${slug} of a ${kind}`),
    ...overlaps(organisations, ({ code }) => `organisation ${code}`),
    ...overlaps(areaLinks, ({ child, parent }) => {
      return `the link of ${child.kind} ${child.code} with ${parent.kind} ${parent.code}`;
    }),
    ...overlaps(organisationAreas, ({ organisationCode, area }) => {
      return `the place of ${organisationCode} in ${area.kind} ${area.code}`;
    }),
    ...overlaps(memberships, ({ footprintCode, organisationCode, role }) => {
      return `the ${role} membership of ${organisationCode} in ${footprintCode}`;
    }),
  ];
}

function overlaps<T extends ValidTime>(rows: readonly Located<T>[], nameOf: (value: T) => string): ReferenceFault[] {
  const groups = Map.groupBy(rows, (row) => nameOf(row.value));
  return [...groups].flatMap(([name, group]) => {
    return group.flatMap((row, index) => {
      const earlier = group.slice(0, index).find((other) => overlap(other.value, row.value));
      return earlier === undefined ? [] : [faultAt(row, `${name} overlaps with line ${earlier.line}`)];
    });
  });
}
