import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
import type { ListedAssessment } from '../../assessment/index.ts';
import { readProgrammePack } from '../../programme/index.ts';
import type { StoredScore } from '../../scoring/index.ts';
import { MissingScoreError, resultAnswer, resultTable, toResult } from './result-answers.ts';

const pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
const organisation = { organisationId: 'o', code: 'RL4', name: 'A trust', typeId: 'acute-trust' };
const frame = { pack, organisation, giver: null, serviceName: 'Roadmaps' };

function score(level: StoredScore['level'], key: string, value: number | null): StoredScore {
  return { level, key, score: value, evidenced: 0, answered: 4, applicable: 5, notApplicable: 1, missing: 1 };
}

const assessment: ListedAssessment = {
  organisationId: 'o',
  assessmentId: 'a',
  roundId: 'dmsa-2015',
  careSetting: 'acute',
  illustrative: false,
  submittedAt: new Date('2016-01-14T16:20:00Z'),
  instrumentId: 'dmsa-2015',
  instrumentVersion: '1',
  method: 'mean-of-sections',
  taken: null,
  corrected: [],
  moderation: null,
  scores: [
    score('section', 'leadership', null),
    score('theme', 'capabilities', 41.5),
    score('section', 'strategic-alignment', 75),
    score('overall', 'overall', 52.25),
    score('theme', 'readiness', 75),
    score('section', 'gone', 10),
  ],
};

describe('toResult', () => {
  const result = toResult(assessment, frame);

  it('has its shape', () => {
    expect(resultAnswer.parse(result)).toEqual(result);
  });

  it('gives every score with what stands behind it, unrounded', () => {
    expect(result.overall).toEqual({
      score: 52.25,
      answered: 4,
      evidenced: 0,
      class: 'asserted',
      applicable: 5,
      notApplicable: 1,
      missing: 1,
      found: null,
    });
  });

  it('gives what was found beside what was signed, and nothing that would tell single answers', () => {
    const found = (level: StoredScore['level'], key: string, checked: number) => ({
      ...{ ...score(level, key, 30), evidenced: 0, checked, borneOut: checked },
      signed: { confirmed: 0, borneOut: 0 },
    });
    const outcome = {
      ...{ answers: 12, checked: 6, changed: 2 },
      scores: [
        found('overall', 'overall', 6),
        found('theme', 'readiness', 6),
        found('theme', 'capabilities', 0),
        found('section', 'strategic-alignment', 4),
        found('section', 'leadership', 2),
      ],
    };
    const finished = {
      outcome,
      checkedBy: 'peers',
      finishedAt: new Date('2016-02-01T10:00:00Z'),
      isChallenged: false,
    } as const;
    const checked = toResult({ ...assessment, moderation: finished }, frame);
    expect(resultAnswer.parse(checked)).toEqual(checked);
    expect(checked.moderation).toEqual({
      ...{ finishedAt: '2016-02-01T10:00:00.000Z', checkedBy: 'peers', answers: 12, checked: 6, changed: 2 },
    });
    expect(checked.overall).toMatchObject({ score: 52.25, class: 'asserted' });
    expect(checked.overall.found).toEqual({ score: 30, checked: 6, class: 'asserted' });
    expect(checked.themes.map((theme) => theme.found?.checked)).toEqual([6, 0]);
    expect(checked.sections.map((section) => section.found)).toEqual([null, null, null]);
    const cells = resultTable.rowsOf(checked)[0] ?? [];
    const cellOf = (name: string) => cells[resultTable.columns.indexOf(name)];
    expect(['found_score', 'found_checked', 'found_class', 'moderated_at', 'moderated_by'].map(cellOf)).toEqual([
      ...[30, 6, 'asserted', '2016-02-01T10:00:00.000Z', 'peers'],
    ]);
  });

  it('says with whose answers it was signed', () => {
    expect(result.takenFrom).toBeNull();
    const giver = { ...organisation, organisationId: 'g', code: 'RA4', name: 'Another trust' };
    const together = { ...assessment, taken: { giverId: 'g', sectionIds: ['leadership'] } };
    const signed = toResult(together, { ...frame, giver });
    expect(signed.takenFrom).toEqual({
      organisation: { code: 'RA4', name: 'Another trust', type: 'acute-trust' },
      sections: ['leadership'],
    });
    const cellsOf = (row: readonly unknown[] | undefined) =>
      ['taken_from_code', 'taken_from_name', 'taken_sections'].map((name) => row?.[resultTable.columns.indexOf(name)]);
    expect(cellsOf(resultTable.rowsOf(signed)[0])).toEqual(['RA4', 'Another trust', 'leadership']);
    expect(cellsOf(resultTable.rowsOf(result)[0])).toEqual([null, null, null]);
  });

  it('orders themes and sections as the instrument does, what it no longer has last', () => {
    expect(result.themes.map(({ title }) => title)).toEqual(['Readiness', 'Capabilities']);
    expect(result.sections.map(({ id }) => id)).toEqual(['strategic-alignment', 'leadership', 'gone']);
  });

  it('leaves out a section of one answer, and the next smallest, by which it could be worked out', () => {
    const sectionOf = (key: string, answered: number) => ({ ...score('section', key, 50), answered });
    const sections = [sectionOf('strategic-alignment', 1), sectionOf('leadership', 4), sectionOf('resourcing', 5)];
    const others = assessment.scores.filter(({ level }) => level !== 'section');
    const { sections: shown, themes } = toResult({ ...assessment, scores: [...others, ...sections] }, frame);
    expect(shown.map(({ id }) => id)).toEqual(['resourcing']);
    expect(themes).toHaveLength(2);
  });

  it('never says zero of what was not scored', () => {
    expect(result.sections.find(({ id }) => id === 'leadership')?.score).toBeNull();
  });

  it('says how scores were made, in words while the programme still has them', () => {
    expect(result.method.label).toContain('mean of its answers');
    expect(toResult({ ...assessment, method: 'older' }, frame).method).toEqual({ id: 'older', label: 'older' });
  });

  it('is stated by the organisation', () => {
    expect(result).toMatchObject({ standing: 'stated', illustrative: false, source: { publisher: 'A trust' } });
  });

  it('claims nothing for what was made up', () => {
    const madeUp = toResult({ ...assessment, illustrative: true }, frame);
    expect(madeUp).toMatchObject({ standing: 'illustrative', illustrative: true, source: { publisher: 'Roadmaps' } });
    expect(JSON.stringify(madeUp.source)).not.toContain('A trust');
  });

  it('throws for a submission without an overall score, which is never stored', () => {
    expect(() => toResult({ ...assessment, scores: [] }, frame)).toThrow(MissingScoreError);
  });

  it('is a row for each score in a table', () => {
    const rows = resultTable.rowsOf(result);
    expect(rows.map((row) => row[resultTable.columns.indexOf('level')])).toEqual([
      'overall',
      'theme',
      'theme',
      'section',
      'section',
      'section',
    ]);
    expect(rows.every((row) => row.length === resultTable.columns.length)).toBe(true);
  });
});
