import { describe, expect, it } from 'vitest';
import { idForRound, isNameTaken } from './planned-round.ts';

const rounds = [
  { id: 'dmsa-2015', label: 'Self-assessment 2015/16' },
  { id: 'of-2026', label: 'Corrected since' },
];

describe('the name of a round', () => {
  it.each([
    ['Self-assessment 2015/16', null, true],
    ['SELF ASSESSMENT 2015-16', null, true],
    ['Corrected since', null, true],
    ['Corrected since', 'of-2026', false],
    ['Of 2026', null, false],
    ['Of 2026', 'of-2026', false],
    ['Another', null, false],
  ])('%s, of the round %j: taken %j', (label, ownId, isTaken) => {
    expect(isNameTaken(rounds, label, ownId)).toBe(isTaken);
  });

  it('has an address of its own where a round that was withdrawn or renamed had the same', () => {
    expect(idForRound('Of 2026', new Set(rounds.map(({ id }) => id)))).toBe('of-2026-2');
    expect(idForRound('Of 2027', new Set())).toBe('of-2027');
    expect(idForRound('Of 2027', new Set(['of-2027', 'of-2027-2']))).toBe('of-2027-3');
  });
});
