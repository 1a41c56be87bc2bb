import { by } from '../../../platform/compare.ts';
import type { AreaLink, ReferenceAreaKind } from '../reading/reference.ts';
import { faultAt, type Located, type LocatedReference, type ReferenceFault } from '../reading/reference-fault.ts';
import { overlap } from '../reading/valid-time.ts';

/**
 * Which kinds of area lie in which: footprints in STPs and in the areas of the boards that came in their place, both of these in
 * regions.
 */
export const parentKindsOf: Readonly<Record<ReferenceAreaKind, readonly ReferenceAreaKind[]>> = {
  footprint: ['stp', 'icb'],
  stp: ['region'],
  icb: ['region'],
  region: [],
};

/** Where areas and organisations lie: relations tell the truth, and each organisation has one region at a time. */
export function checkPlaces(reference: LocatedReference): ReferenceFault[] {
  return [...checkLinkKinds(reference), ...checkRelations(reference), ...checkRegions(reference)];
}

function checkLinkKinds({ areaLinks }: LocatedReference): ReferenceFault[] {
  return areaLinks
    .filter(({ value: { child, parent } }) => !parentKindsOf[child.kind].includes(parent.kind))
    .map((link) => faultAt(link, `a ${link.value.child.kind} does not lie in a ${link.value.parent.kind}`));
}

function checkRelations({ areaLinks }: LocatedReference): ReferenceFault[] {
  return areaLinks.flatMap((link) => {
    const { child, relation } = link.value;
    const hasOtherParent = areaLinks.some((other) => isOtherParent(link, other));
    if ((relation === 'spans') === hasOtherParent) {
      return [];
    }
    const parents = hasOtherParent ? 'more than one parent' : 'one parent only';
    return [faultAt(link, `relation: ${relation} is wrong for ${child.kind} ${child.code}, which has ${parents}`)];
  });
}

function isOtherParent(link: Located<AreaLink>, other: Located<AreaLink>): boolean {
  const sameChild =
    other.value.child.kind === link.value.child.kind && other.value.child.code === link.value.child.code;
  return sameChild && other.value.parent.code !== link.value.parent.code && overlap(other.value, link.value);
}

/** `region_code` repeats what `organisation-areas.csv` says with its source and dates; the two must agree. */
function checkRegions({ organisations, organisationAreas }: LocatedReference): ReferenceFault[] {
  const regions = Map.groupBy(
    organisationAreas.filter(({ value }) => value.area.kind === 'region'),
    ({ value }) => value.organisationCode,
  );
  return organisations.flatMap((organisation) => {
    const { code, regionCode } = organisation.value;
    const during = (regions.get(code) ?? [])
      .map(({ value }) => value)
      .filter((place) => overlap(place, organisation.value))
      .toSorted(by(({ validFrom }) => validFrom));
    const isOneAtATime = during.every((place, index) => {
      const next = during[index + 1];
      return next === undefined || !overlap(place, next);
    });
    if (isOneAtATime && during[0]?.area.code === regionCode) {
      return [];
    }
    const found = during.length === 0 ? 'no region' : during.map(({ area }) => area.code).join(' and ');
    return [
      faultAt(organisation, `region_code: ${code} has ${regionCode} here and ${found} in organisation-areas.csv`),
    ];
  });
}
