import { expect, it } from 'vitest';
import { organisationTypes } from './type-rules.ts';

const type = (id: string, odsRoles: readonly string[], introducedOn: string | null = null) => ({
  id,
  label: id,
  labelPlural: id,
  assessed: false,
  careSetting: null,
  furtherCareSettings: [],
  odsRoles,
  introducedOn,
});

const types = organisationTypes([
  type('nhs-trust', ['RO197']),
  type('acute-trust', ['RO197']),
  type('ccg', ['RO98']),
  type('sub-icb-location', ['RO319'], '2022-07-01'),
]);

it.each([
  ['a trust that is new', 'RO197', null, 'nhs-trust'],
  ['a trust that we know more finely', 'RO197', 'acute-trust', 'acute-trust'],
  ['a CCG that the registry now calls otherwise', 'RO319', 'ccg', 'sub-icb-location'],
  ['someone known of whom the source says nothing', null, 'ccg', 'ccg'],
  ['someone new of whom the source says nothing', null, null, 'other-organisation'],
  ['a role that no type stands for', 'RO999', 'ccg', 'other-organisation'],
])('gives %s its type', (_, roleId, knownAs, expected) => {
  expect(types.typeOfRole(roleId, knownAs)).toBe(expected);
});

it('takes types that share a role for one family', () => {
  expect(types.isSameFamily('nhs-trust', 'acute-trust')).toBe(true);
  expect(types.isSameFamily('ccg', 'sub-icb-location')).toBe(false);
  expect(types.isSameFamily('unheard-of', 'unheard-of')).toBe(true);
  expect([types.introducedOn('ccg'), types.introducedOn('sub-icb-location')]).toEqual([null, '2022-07-01']);
});
