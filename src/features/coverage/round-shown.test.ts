import { expect, it } from 'vitest';
import type { Round } from '../programme/index.ts';
import { roundShown } from './round-shown.ts';

const today = '2017-06-01';

function round(id: string, opensOn: string): Round {
  const days = { opensOn, dueOn: opensOn };
  return {
    id,
    kind: 'roadmap',
    label: id,
    ...days,
    baselineRound: null,
    instrument: null,
    isPlannedHere: true,
    waitsForActivation: false,
    steps: [],
  };
}

const old = round('old', '2016-04-01');
const present = round('present', '2017-04-01');
const planned = round('planned', '2018-04-01');
const rounds = [old, present, planned];

it.each([
  ['', 'present', true, ['present', 'old']],
  ['present', 'present', true, ['present', 'old']],
  ['old', 'old', false, ['present', 'old']],
  ['planned', 'planned', false, ['planned', 'present', 'old']],
])('asked for “%s”, shows %s', (id, shown, isPresent, choices) => {
  const found = roundShown(rounds, present, { id, today });
  expect(found).toMatchObject({ round: { id: shown }, isPresent });
  expect(found?.choices.map((each) => each.id)).toEqual(choices);
});

it('knows no round that there is not', () => {
  expect(roundShown(rounds, present, { id: 'none', today })).toBeNull();
  expect(roundShown([], undefined, { id: '', today })).toBeNull();
});
