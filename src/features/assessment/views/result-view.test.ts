import { beforeAll, describe, expect, it } from 'vitest';
import { programmeFolder } from '../../../project-folder.ts';
import { type Instrument, type ProgrammePack, readProgrammePack } from '../../programme/index.ts';
import { summarise } from '../../scoring/spread/distribution.ts';
import type { StoredScore } from '../../scoring/stored-score.ts';
import { fixtureInstrument } from '../../scoring/testing/fixture-instrument.ts';
import { resultView } from './result-view.ts';

let pack: ProgrammePack;

beforeAll(async () => {
  pack = await readProgrammePack(programmeFolder);
});

const basis = { answered: 3, evidenced: 1, applicable: 3, notApplicable: 0, missing: 0 };
const scores: StoredScore[] = [
  { level: 'overall', key: 'overall', score: 2.25, ...basis },
  { level: 'theme', key: 'readiness', score: 2.25, ...basis },
  { level: 'section', key: 'strategy', score: 2.25, ...basis },
];
const benchmarks = [
  { level: 'overall' as const, key: 'overall', national: summarise([1, 2, 2.5, 3, 4.04]), careSetting: null },
];

function viewOf(scoring: Partial<Instrument['scoring']>, withheld: ReadonlySet<string> = new Set()) {
  const fixture = fixtureInstrument();
  const instrument = { ...fixture, scoring: { ...fixture.scoring, ...scoring } };
  const result = { organisation: 'A trust', careSetting: 'acute', submittedAt: null, scores, answers: null, withheld };
  return resultView(pack, instrument, result, benchmarks);
}

describe('scores of levels from 1 to 5, to one decimal place', () => {
  const scale = { least: 1, most: 5, decimals: 1 };

  it('are printed so, halves upwards, wherever they stand', () => {
    const view = viewOf({ scale });
    expect(view.rows[0]).toMatchObject({ score: '2.3', national: '2.5 (2.0 to 3.0)' });
    expect(view.description).toContain('Overall 2.3; the national median is 2.5.');
    expect(view.note).toContain('Scores from 1 to 5,');
    expect(view.sums[1]?.sum).toBe('2.25 ÷ 1 = 2.25');
  });

  it('are whole numbers where the instrument says nothing else', () => {
    expect(viewOf({}).rows[0]).toMatchObject({ score: '2', national: '3 (2 to 3)' });
  });
});

it('leaves out a section that is withheld, with its sum, and says so', () => {
  const { overview, rows, withheldNote } = viewOf({}, new Set(['strategy']));
  expect(overview.themes.flatMap(({ sections }) => sections)).toEqual([]);
  expect(rows.map(({ label }) => label)).not.toContainEqual(expect.stringMatching(/strategy/i));
  expect(withheldNote).toMatch(/^1 section is not shown: with fewer than 3 answers/);
  expect(viewOf({}).withheldNote).toBeNull();
});
