import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rounded } from '../../platform/rounding.ts';
import { scaleOf, sectionsOf } from '../programme/index.ts';
import type { Answer } from './answers/answer.ts';
import { levelReached } from './level-reached.ts';
import { type AssessmentScore, scoreAssessment } from './score-assessment.ts';
import type { Scored } from './score-tree.ts';
import { meanOfScores } from './spread/mean-of-scores.ts';
import { answer, fixtureInstrument } from './testing/fixture-instrument.ts';
import { levelledInstrument } from './testing/levelled-instrument.ts';

const text = readFileSync('docs/scoring.md', 'utf8');
const [levelTable, answerTable, resultTable, placeTable] = readTables(text);

const answered = rowsOf(answerTable).map(([, , question = '', choice = '', score = '']) => ({
  given: answer(question.split(',')[0] ?? '', choice.toLowerCase().replace('%', '').replaceAll(' ', '-')),
  score,
}));
const answers = answered.map(({ given }) => given);
const bySections = scoreAssessment(fixtureInstrument('mean-of-sections'), 'acute', answers);
const byAnswers = scoreAssessment(fixtureInstrument('mean-of-answers'), 'acute', answers);

describe('docs/scoring.md: levels', () => {
  const levels = levelledInstrument().themes[0]?.sections[0]?.questions[0]?.levels ?? [];

  test.each(rowsOf(levelTable))('%s, %s, %s and %s elements reach level %s', (...cells) => {
    const met = cells
      .slice(0, 4)
      .flatMap((cell, index) =>
        Array.from({ length: Number.parseInt(cell, 10) }, (_, place) => `WL1-${index + 2}-${place + 1}`),
      );
    const { option, tally } = levelReached(levels, met);
    expect([...tally.map((level) => `${level.met} of ${level.of}`), option]).toEqual(cells);
  });
});

describe('docs/scoring.md: one organisation', () => {
  test.each(answered)('$given.questionId scores as its scale says', ({ given, score }) => {
    expect(scoreOfAnswer(given)).toBe(score === '' ? null : Number(score));
  });

  test('the table of results has every part, in order', () => {
    expect(rowsOf(resultTable).map(([part]) => part)).toEqual([...partsOf(bySections).keys()]);
  });

  test.each(rowsOf(resultTable))('%s', (part, sections, byAnswer, count, applicable) => {
    const scored = partsOf(bySections).get(part ?? '');
    expect(scored?.score?.toFixed(2)).toBe(sections);
    expect(
      partsOf(byAnswers)
        .get(part ?? '')
        ?.score?.toFixed(2),
    ).toBe(byAnswer);
    expect([scored?.answered, scored?.applicable]).toEqual([Number(count), Number(applicable)]);
  });

  test('the printed scores', () => {
    const printed = [bySections, byAnswers].map(({ overall }) => rounded(overall.score ?? Number.NaN));
    expect(text).toContain(`the overall score is ${printed[0]} by the first method and ${printed[1]} by the second`);
  });
});

describe('docs/scoring.md: a place', () => {
  const rows = rowsOf(placeTable);
  const providers = rows.slice(0, -1);

  test.each((rows.at(-1) ?? []).slice(1).map((baseline, index) => [placeTable?.[0]?.[index + 1], baseline, index + 1]))(
    'the baseline of %s is %s',
    (_group, baseline, column) => {
      const scores = providers.map((row) => ({ organisationId: row[0] ?? '', score: Number(row[Number(column)]) }));
      expect(meanOfScores(scores)).toEqual({ mean: Number(baseline), n: 3, missing: [] });
    },
  );

  test('has seven groups', () => {
    expect(rows.map((row) => row.length)).toEqual([8, 8, 8, 8]);
  });
});

/** Each run of lines that start with a bar, as cells; the heading is the first row and the rule under it is dropped. */
function readTables(markdown: string): readonly (readonly (readonly string[])[])[] {
  const tables = markdown.match(/(?:^\|.*\n)+/gm) ?? [];
  return tables.map((table) =>
    table
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('| ---'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

function rowsOf(table: readonly (readonly string[])[] | undefined): readonly (readonly string[])[] {
  return table?.slice(1) ?? [];
}

function partsOf(score: AssessmentScore): ReadonlyMap<string, Scored> {
  return new Map<string, Scored>([
    ...score.sections.map((section): [string, Scored] => [`Section: ${section.sectionId}`, section]),
    ...score.themes.map((theme): [string, Scored] => [`Theme: ${theme.themeId}`, theme]),
    ['Overall', score.overall],
  ]);
}

function scoreOfAnswer({ questionId, value }: Answer): number | null {
  const instrument = fixtureInstrument();
  const question = sectionsOf(instrument)
    .flatMap((section) => section.questions)
    .find(({ id }) => id === questionId);
  if (question === undefined) {
    throw new Error(`No question ${questionId}`);
  }
  const scale = scaleOf(instrument, question);
  const option = value.kind === 'option' ? scale.options.find(({ id }) => id === value.optionId) : undefined;
  return scale.scored ? (option?.score ?? null) : null;
}
