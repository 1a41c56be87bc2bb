import type { Capacity, FormOrganisation, OrganisationMention } from '../formation.ts';

/** Puts an organisation on the form in a capacity, changes its capacity, or takes it off (null). */
export interface OrganisationChange {
  readonly organisation: OrganisationMention;
  readonly capacity: Capacity | null;
}

export type OrganisationsOutcome =
  | { readonly kind: 'ok'; readonly organisations: readonly FormOrganisation[] }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * The organisations of a form after one change. There is one lead: when another commissioner becomes lead, the one before is a partner;
 * and the lead neither leaves nor becomes anything else until another has taken over.
 */
export function changeOrganisations(
  organisations: readonly FormOrganisation[],
  { organisation, capacity }: OrganisationChange,
): OrganisationsOutcome {
  const { organisationId, code, name } = organisation;
  const held = organisations.find((one) => one.organisationId === organisationId);
  if (held?.capacity === 'lead' && capacity !== 'lead') {
    return { kind: 'refused', reason: 'Make another commissioner the lead first: a footprint is never without one' };
  }
  if (capacity === null) {
    return { kind: 'ok', organisations: organisations.filter((one) => one !== held) };
  }
  const changed = { organisationId, code, name, capacity };
  const others = capacity === 'lead' ? organisations.map(stepDown) : organisations;
  return {
    kind: 'ok',
    organisations:
      held === undefined
        ? [...others, changed]
        : others.map((one) => (one.organisationId === organisationId ? changed : one)),
  };
}

function stepDown(organisation: FormOrganisation): FormOrganisation {
  return organisation.capacity === 'lead' ? { ...organisation, capacity: 'partner' } : organisation;
}
