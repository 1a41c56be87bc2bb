import { describe, expect, it } from 'vitest';
import { faultsOf, itemsOf } from '../testing/files.ts';

const options = { layout: 'fhir', datedOn: '2024-01-01' } as const;
const system = 'https://fhir.nhs.uk/Id/ods-organization-code';
const definition = 'https://fhir.nhs.uk/England/StructureDefinition';

function period(type: string, start: string, end?: string) {
  return {
    url: `${definition}/Extension-England-TypedPeriod`,
    extension: [
      { url: 'dateType', valueCoding: { code: type } },
      { url: 'period', valuePeriod: end === undefined ? { start } : { start, end } },
    ],
  };
}

function role(code: string, isActive: boolean, ...periods: readonly object[]) {
  return {
    url: `${definition}/Extension-England-OrganisationRole`,
    extension: [
      { url: 'roleCode', valueCodeableConcept: { coding: [{ code }] } },
      ...periods,
      { url: 'active', valueBoolean: isActive },
    ],
  };
}

const organization = {
  resourceType: 'Organization',
  extension: [
    role('RO177', true, period('Legal', '1970-01-01', '2020-03-31'), period('Operational', '1974-04-01')),
    role('RO76', true, period('Operational', '2014-04-15')),
  ],
  identifier: [
    { system: 'https://example.org', value: 'x' },
    { system, value: 'G99001' },
  ],
  active: true,
  name: 'EXAMPLE SURGERY',
  telecom: [{ system: 'phone', value: '01632 960004' }],
  address: [
    { line: ['1 EXAMPLE ROAD', 'FRAMFIELD'], city: 'UCKFIELD', district: 'EAST SUSSEX', postalCode: 'TN22 5ZZ' },
  ],
};

const affiliation = {
  resourceType: 'OrganizationAffiliation',
  extension: [period('Legal', '2015-04-01', '2020-03-31'), period('Operational', '2015-05-01')],
  period: { start: '2000-01-01' },
  organization: { identifier: { system, value: 'G99001' } },
  participatingOrganization: { reference: 'https://example.org/Organization/QZZ' },
  code: [{ coding: [{ code: 'RE4' }] }],
};

const read = (resource: object) => itemsOf(JSON.stringify(resource), options);
const bundleOf = (...resources: readonly object[]) => ({
  resourceType: 'Bundle',
  entry: resources.map((resource) => ({ resource })),
});

/** A resource of this file as FHIR writes it in XML. */
function xmlOf(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    return value.map((item) => xmlOf(name, item)).join('');
  }
  if (typeof value !== 'object' || value === null) {
    return `<${name} value="${value}"/>`;
  }
  const { resourceType, url, ...members } = value as Record<string, unknown>;
  const inside = Object.entries(members).map(([key, member]) => xmlOf(key, member));
  const outside = name === 'resource' ? `${resourceType}` : name;
  const attribute = url === undefined ? '' : ` url="${url}"`;
  const element = `<${outside}${attribute}>${inside.join('\n')}</${outside}>`;
  return name === 'resource' ? `<resource>${element}</resource>` : element;
}

describe('FHIR', () => {
  it('says what an organisation is', async () => {
    expect(await read(organization)).toEqual([
      {
        kind: 'organisation',
        observation: {
          code: 'G99001',
          name: 'Example Surgery',
          roleId: 'RO76',
          status: 'active',
          openedOn: '1974-04-01',
          closedOn: null,
          address: '1 Example Road, Framfield',
          town: 'Uckfield',
          postcode: 'TN22 5ZZ',
          phone: '01632 960004',
          regionCode: null,
          geographyCode: null,
          relations: [],
          row: 1,
        },
      },
    ]);
  });

  it('says how two hang together', async () => {
    expect(await read(affiliation)).toEqual([
      {
        kind: 'relation',
        organisationCode: 'G99001',
        relation: { kind: 'commissioned-by', relatedCode: 'QZZ', from: '2015-05-01', to: null },
        row: 1,
      },
    ]);
    expect(await read({ ...affiliation, extension: [] })).toMatchObject([
      { relation: { from: '2000-01-01', to: null } },
    ]);
  });

  it('reads a Bundle, and the same in XML', async () => {
    const bundle = bundleOf(organization, affiliation);
    const items = await read(bundle);
    expect(items.map(({ kind }) => kind)).toEqual(['organisation', 'relation']);
    expect(await itemsOf(xmlOf('Bundle', bundle), options)).toEqual(items);
  });

  it('prefers the period of the organisation itself, and closes with it', async () => {
    const closed = {
      ...organization,
      active: false,
      extension: [
        period('Operational', '1974-04-01', '2023-04-23'),
        role('RO177', false, period('Operational', '1980-01-01', '2023-04-23')),
        role('RO76', false, period('Operational', '2014-04-15', '2015-01-01')),
      ],
    };
    const expected = { roleId: 'RO177', status: null, openedOn: '1974-04-01', closedOn: '2023-04-23' };
    expect(await read(closed)).toMatchObject([{ observation: expected }]);
  });

  it('leaves out a postcode that is none, and says so', async () => {
    const items = await read({ ...organization, address: [{ postalCode: 'LS1288T' }] });
    expect(items).toMatchObject([
      { observation: { postcode: null } },
      { kind: 'note', text: expect.stringContaining('LS1288T') },
    ]);
  });

  it.each([
    ['its total', { ...bundleOf(organization), total: 1532 }, '1 found here, of 1,532'],
    [
      'the next page',
      { ...bundleOf(organization), link: [{ relation: 'next', url: 'x' }] },
      'does not say of how many',
    ],
  ])('tells one page of many by %s, in JSON and in XML', async (_, bundle, words) => {
    const expected = { kind: 'note', text: expect.stringContaining(words) };
    expect((await read(bundle)).at(-1)).toEqual(expected);
    expect((await itemsOf(xmlOf('Bundle', bundle), options)).at(-1)).toEqual(expected);
    const whole = { ...bundleOf(organization), total: 1, link: [{ relation: 'self', url: 'x' }] };
    expect(await read(whole)).toHaveLength(1);
    expect(await itemsOf(xmlOf('Bundle', whole), options)).toMatchObject([{ observation: { row: 1 } }]);
  });

  it('tells what it does not know', async () => {
    const strange = {
      ...organization,
      active: undefined,
      extension: [{ url: 'https://example.org/Extension-Strange' }],
    };
    const [first, ...notes] = await read(strange);
    expect(first).toMatchObject({ observation: { roleId: null, openedOn: null } });
    expect(notes.map((item) => (item.kind === 'note' ? item.text : ''))).toEqual([
      expect.stringContaining('An extension is not known here'),
      expect.stringContaining('Whether an organisation is open is not said'),
      expect.stringContaining('The kind of an organisation'),
      expect.stringContaining('Since when'),
    ]);
  });

  it('tells an end without a day apart from an end', async () => {
    expect((await read({ ...organization, active: false, extension: [role('RO76', false)] }))[0]).toMatchObject({
      observation: { isClosedWithoutDay: true, status: null, closedOn: null },
    });
  });

  it.each([
    ['profile', { meta: { profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/ODSAPI-Organization-1'] } }],
    [
      'extension',
      { extension: [{ url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-ODSAPI-ActivePeriod-1' }] },
    ],
  ])('refuses another version, told by its %s', async (_, change) => {
    expect(await faultsOf(JSON.stringify({ ...organization, ...change }), options)).toMatchObject([
      { reason: expect.stringContaining('the answer is FHIR STU3') },
    ]);
  });

  it('says of an empty Bundle that it is', async () => {
    expect(await read({ resourceType: 'Bundle', total: 0 })).toMatchObject([{ kind: 'note' }]);
    expect(await itemsOf('<Bundle xmlns="http://hl7.org/fhir"><total value="0"/></Bundle>', options)).toMatchObject([
      { kind: 'note' },
    ]);
  });

  it.each([
    [
      'an error',
      { resourceType: 'OperationOutcome', issue: [{ diagnostics: 'Resource 9 is not known' }] },
      'answered with: Resource 9 is not known',
    ],
    [
      'an error in a Bundle',
      bundleOf({ resourceType: 'OperationOutcome', issue: [{ code: 'processing' }] }),
      'processing',
    ],
    ['another resource', { resourceType: 'Patient' }, 'wrong layout'],
    ['what is no resource', {}, 'no resourceType'],
    ['no ODS code', { ...organization, identifier: [] }, 'its ODS code is missing'],
    ['no name', { ...organization, name: undefined }, 'record 1 (G99001): the name is missing'],
    ['a code twice', bundleOf(organization, organization), 'stands in record 1 already'],
    ['a day that does not exist', { ...affiliation, extension: [period('Legal', '2015-04-31')] }, 'is not a day'],
    ['no other organisation', { ...affiliation, participatingOrganization: undefined }, 'is missing'],
  ])('is refused for %s', async (_, resource, reason) => {
    expect(await faultsOf(JSON.stringify(resource), options)).toMatchObject([
      { reason: expect.stringContaining(reason) },
    ]);
  });
});
