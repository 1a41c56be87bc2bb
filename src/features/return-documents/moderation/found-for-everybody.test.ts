import { expect, it } from 'vitest';
import { fixtureInstrument } from '../../scoring/testing/fixture-instrument.ts';
import { forEverybody } from './found-for-everybody.ts';
import type { FoundScore } from './moderation-outcome.ts';

const [theme] = fixtureInstrument().themes;
const [section] = theme?.sections ?? [];

/** Themes by how many answers of each of their sections were checked. */
function shownOf(counts: readonly (readonly number[])[]): string[] {
  if (theme === undefined || section === undefined) {
    throw new Error('no theme in the instrument');
  }
  const themes = counts.map((own, index) => ({
    ...theme,
    id: `t${index}`,
    sections: own.map((_, at) => ({ ...section, id: `t${index}s${at}` })),
  }));
  const sum = (own: readonly number[]) => own.reduce((all, each) => all + each, 0);
  const score = (level: FoundScore['level'], key: string, checked: number): FoundScore => ({
    ...{ level, key, score: 50, answered: 9, evidenced: 0, applicable: 9, notApplicable: 0, missing: 0 },
    ...{ checked, borneOut: checked, signed: { confirmed: 0, borneOut: 0 } },
  });
  const checked = sum(counts.map(sum));
  const scores = [
    score('overall', 'overall', checked),
    ...counts.flatMap((own, index) => [
      score('theme', `t${index}`, sum(own)),
      ...own.map((each, at) => score('section', `t${index}s${at}`, each)),
    ]),
  ];
  const moderation = {
    outcome: { answers: 40, checked, changed: 0, scores },
    checkedBy: 'programme' as const,
    finishedAt: new Date(0),
    isChallenged: false,
  };
  return forEverybody({ themes }, moderation).outcome.scores.map(({ key }) => key);
}

it.each([
  // Fewer than three in all.
  [[[1, 1], [0]], []],
  [
    [[3, 4], [0]],
    ['overall', 't0', 't0s0', 't0s1', 't1'],
  ],
  // The second section of a theme would tell the first.
  [
    [[2, 4, 5], [0]],
    ['overall', 't0', 't0s2', 't1'],
  ],
  // A theme of two answers could be worked out from all of them and the other theme, and that from its sections.
  [[[2], [4, 5]], ['overall']],
  [
    [[2], [4], [5]],
    ['overall', 't2', 't2s0'],
  ],
  [
    [[3], [0, 4]],
    ['overall', 't0', 't0s0', 't1', 't1s1'],
  ],
])('of %j checked shows %j', (counts, shown) => {
  expect(shownOf(counts)).toEqual(shown);
});
