import { describe, expect, test } from 'vitest';
import { chooseOrganisation } from './choose-organisation.ts';

const one = { organisationId: 'o1', code: 'ZZ1', name: 'North Vale Hospitals' };
const two = { organisationId: 'o2', code: 'ZZ2', name: 'North Vale Community' };
const three = { organisationId: 'o3', code: 'ZZ3', name: 'North' };

describe('which organisation is meant', () => {
  test('the one with that code, even where the code is in other names', () => {
    expect(chooseOrganisation('zz1', [two, one])).toEqual({ kind: 'found', organisationId: 'o1' });
  });

  test('the one with that very name, though longer names hold it', () => {
    expect(chooseOrganisation('north', [one, two, three])).toEqual({ kind: 'found', organisationId: 'o3' });
  });

  test('the only one that matches', () => {
    expect(chooseOrganisation('hospitals', [one])).toEqual({ kind: 'found', organisationId: 'o1' });
  });

  test('several are offered with their codes', () => {
    expect(chooseOrganisation('vale', [one, two])).toMatchObject({ kind: 'unclear', matches: [one, two] });
  });

  test('of many the first are offered', () => {
    const many = Array.from({ length: 19 }, (_, at) => ({
      organisationId: `o${at}`,
      code: `Q${at}`,
      name: `Vale ${at}`,
    }));
    expect(chooseOrganisation('vale', many)).toMatchObject({ matches: many.slice(0, 10) });
  });

  test('none', () => {
    expect(chooseOrganisation('nowhere', [])).toMatchObject({
      kind: 'unclear',
      message: expect.stringContaining('No organisation'),
    });
  });
});
