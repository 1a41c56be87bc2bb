import { expect, it } from 'vitest';
import type { OrganisationObservation } from '../../directory/records/observation.ts';
import { storedObservation } from './stored-observation.ts';

const observation: OrganisationObservation = {
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
};

it.each([
  ['of a file of the registry', observation],
  ['without a day of closing', { ...observation, isClosedWithoutDay: true }],
  [
    'of a download',
    {
      ...observation,
      stated: { typeId: 'gp-practice', typeStanding: 'inferred', standing: 'official', note: '' } as const,
    },
  ],
  ['of a succession, none', null],
])('an observation %s is read as it was written', (_, value) => {
  expect(storedObservation.read(JSON.parse(storedObservation.write(value)))).toEqual(value);
});

it('what no file says is refused', () => {
  expect(() => storedObservation.read({ ...observation, status: 'merged' })).toThrow('contradiction.observation');
});
