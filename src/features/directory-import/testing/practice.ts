import type { OrganisationObservation } from '../../register/index.ts';

/** A made-up practice, as a file of the registry says it. */
export function practice(change: Partial<OrganisationObservation> = {}): OrganisationObservation {
  return {
    code: 'Z99901',
    name: 'Vale Surgery',
    roleId: 'RO76',
    status: 'active',
    openedOn: '1974-04-01',
    closedOn: null,
    address: '1 High Street',
    town: 'Valetown',
    postcode: 'VA1 1AA',
    phone: null,
    regionCode: 'Y54',
    geographyCode: 'Q74',
    relations: [{ kind: 'commissioned-by', relatedCode: '00C', from: '2013-04-01', to: null }],
    row: 7,
    ...change,
  };
}
