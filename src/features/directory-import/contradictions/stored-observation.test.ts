import { expect, it } from 'vitest';
import { practice } from '../testing/practice.ts';
import { storedObservation } from './stored-observation.ts';

const observation = practice();

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
