import fc from 'fast-check';
import { type Capacity, capacities, type FormContent, type FormOrganisation, nobody, noPeople } from '../formation.ts';

/* Organisations, areas and people here are made up. */

export function organisation(code: string, capacity: Capacity): FormOrganisation {
  return { organisationId: code, code, name: `Organisation ${code}`, capacity };
}

/** A form that nothing stands in the way of, but for what a test is about. */
export function wholeForm(changes: Partial<FormContent> = {}): FormContent {
  return {
    area: {
      name: 'Northvale',
      startsOn: '2016-07-01',
      regions: [{ areaId: 'region:R', code: 'R', name: 'The region' }],
      stps: [{ areaId: 'stp:S', code: 'S', name: 'An STP' }],
      parent: null,
      reason: '',
    },
    organisations: [
      organisation('C1', 'lead'),
      organisation('C2', 'partner'),
      organisation('P1', 'provider'),
      organisation('L1', 'council'),
    ],
    people: {
      ...noPeople,
      owner: { ...nobody, name: 'Sam Owner' },
      clinicalLead: { ...nobody, name: 'Sam Clinician' },
      informaticsLead: { ...nobody, name: 'Sam Informatician' },
      group: 'Digital group',
      boards: ['Northvale board'],
    },
    ...changes,
  };
}

/** Lists in which every organisation stands once and one of them leads. */
export const arbitraryOrganisations: fc.Arbitrary<FormOrganisation[]> = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { minLength: 1 })
  .chain((codes) =>
    fc
      .array(fc.constantFrom<Capacity[]>(...capacities.filter((one) => one !== 'lead')), {
        minLength: codes.length,
        maxLength: codes.length,
      })
      .map((drawn) =>
        codes.map((code, index) => organisation(code, index === 0 ? 'lead' : (drawn[index] ?? 'provider'))),
      ),
  );

const text = fc.string({ maxLength: 12 });

const person = fc.record({
  name: text,
  role: text,
  organisation: fc.option(fc.constant({ organisationId: 'A', code: 'A', name: 'Organisation A' })),
  email: text,
});

export const arbitraryForm: fc.Arbitrary<FormContent> = fc.record({
  area: fc.record({
    name: text,
    startsOn: fc.constantFrom(null, '2016-07-01', '2017-04-01'),
    regions: fc.subarray([{ areaId: 'region:R', code: 'R', name: 'The region' }]),
    stps: fc.subarray([
      { areaId: 'stp:S', code: 'S', name: 'One STP' },
      { areaId: 'stp:T', code: 'T', name: 'Other STP' },
    ]),
    parent: fc.constant(null),
    reason: text,
  }),
  organisations: arbitraryOrganisations,
  people: fc.record({
    owner: person,
    clinicalLead: person,
    informaticsLead: person,
    group: text,
    reportsTo: text,
    contact: text,
    boards: fc.array(text, { maxLength: 2 }),
  }),
});
