import type { Citation, Facts, OrganisationHistory, Sighting, TypeRules } from './organisation-history.ts';

/** Made-up facts, each of them stated. */
export function facts(change: Partial<Facts> = {}): Facts {
  return {
    name: 'Vale Surgery',
    typeId: 'gp-practice',
    typeStanding: 'official',
    status: 'active',
    address: '1 High Street',
    town: 'Valetown',
    postcode: 'VA1 1AA',
    phone: '01234 567890',
    regionCode: 'Y01',
    geographyCode: 'Q01',
    ...change,
  };
}

export function cited(change: Partial<Citation> = {}): Citation {
  return { sourceId: 'file', row: 1, standing: 'official', note: '', isCurated: false, saidOn: null, ...change };
}

export interface SightingChange extends Partial<Omit<Sighting, 'facts'>> {
  readonly facts?: Partial<Facts>;
}

/** What a made-up source says; it cites its own day. */
export function sighting(on: string, change: SightingChange = {}): Sighting {
  return {
    openedOn: '2001-04-01',
    endedOn: null,
    cited: cited({ sourceId: `file-${on}` }),
    ...change,
    on,
    facts: facts(change.facts),
  };
}

/** Trusts of all kinds are one family; sub-locations came in on 1 July 2022. */
export const types: TypeRules = {
  isSameFamily: (typeId, other) => typeId === other || (typeId.endsWith('trust') && other.endsWith('trust')),
  introducedOn: (typeId) => (typeId === 'sub-location' ? '2022-07-01' : null),
};

export const nothingKnown: OrganisationHistory = { organisationId: 'A81001', code: 'A81001', lives: [] };
