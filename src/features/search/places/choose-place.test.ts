import { expect, it } from 'vitest';
import { choosePlace } from './choose-place.ts';

const royal = { code: 'RL4', name: 'The Royal Wolverhampton NHS Trust' };
const ccg = { code: '06A', name: 'NHS Wolverhampton CCG' };

it('is the only one that is called so, however it is written', () => {
  expect(choosePlace('the royal  Wolverhampton, NHS trust', [ccg, royal])).toEqual({ kind: 'found', code: 'RL4' });
});

it('is the only one whose name has every word that was typed', () => {
  expect(choosePlace('Royal Wolver', [royal])).toEqual({ kind: 'found', code: 'RL4' });
});

it.each([
  ['wolverhampton', [royal, ccg], 'RL4 for The Royal Wolverhampton NHS Trust, 06A for NHS Wolverhampton CCG'],
  ['royel', [royal], 'RL4 for The Royal Wolverhampton NHS Trust'],
  ['', [royal], 'RL4 for The Royal Wolverhampton NHS Trust'],
  ['nhs wolverhampton ccg', [ccg, { ...ccg, code: '06B' }], '06A for NHS Wolverhampton CCG, 06B for'],
])('is asked about where a name is only like it, or two are called so: %s', (typed, found, list) => {
  const message = expect.stringContaining(`Which place is “${typed}”? Enter ${list}`);
  expect(choosePlace(typed, found)).toEqual({ kind: 'unclear', message });
});

it('names some of very many, and is nothing where no name holds what was typed', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ code: `R${index}`, name: `Trust ${index}` }));
  expect(choosePlace('trust', many)).toMatchObject({
    message: expect.stringContaining('R7 for Trust 7. If it is none'),
  });
  expect(choosePlace('nowhere', [])).toBeNull();
});
