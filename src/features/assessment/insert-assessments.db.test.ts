import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { projectFolder } from '../../project-folder.ts';
import { listOrganisationsOfTypes } from '../directory/index.ts';
import { illustrativeAnswers } from '../illustration/illustrative-answers.ts';
import { shippedIllustration } from '../illustration/testing/shipped-illustration.ts';
import { instrumentOfRound, type ProgrammePack, readProgrammePack } from '../programme/index.ts';
import { checkCompleteness } from '../scoring/answers/completeness.ts';
import { givenAnswers } from '../scoring/answers/saved-answer.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { summarise } from '../scoring/spread/distribution.ts';
import { listSavedAnswers } from './answering/answer-repository.ts';
import { listBegun } from './begun-repository.ts';
import { insertAssessments } from './insert-assessments.ts';
import { assessmentsFor } from './list-progress.ts';
import { listBenchmarks, listSectionSpreads } from './scoring/benchmark-repository.ts';
import { readResult } from './scoring/read-result.ts';
import { listSubmittedScores } from './scoring/score-repository.ts';
import { roundId } from './testing/real-instrument.ts';
import { ResultSummaries } from './views/result-summary.tsx';
import type { WholeAssessment } from './whole-assessment-repository.ts';

let store: TestDatabase;
let pack: ProgrammePack;
let assessments: readonly WholeAssessment[];

beforeAll(async () => {
  store = await cloneDatabase('facts');
  pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  assessments = await wholeRound();
  const instrument = instrumentOfRound(pack, roundId);
  const batch = { roundId, instrument, assessments, origin: 'Illustrative data', at: new Date() };
  await store.database.transaction().execute((transaction) => insertAssessments(transaction, batch));
});

afterAll(() => store.close());

test('every submitted assessment is scored as the pure function does, the others not at all', async () => {
  const instrument = instrumentOfRound(pack, roundId);
  const listed = await listSubmittedScores(store.database, roundId, null);
  const expected = assessments
    .filter(({ submittedAt }) => submittedAt !== null)
    .map(({ organisationId, careSetting, answers }) => {
      const { overall, sections, themes } = scoreAssessment(instrument, careSetting, answers);
      return {
        organisationId,
        overall: overall.score,
        sections: Object.fromEntries(sections.map(({ sectionId, score }) => [sectionId, score])),
        themes: Object.fromEntries(themes.map(({ themeId, score }) => [themeId, score])),
        illustrative: true,
      };
    });
  expect(listed.length).toBeGreaterThan(200);
  expect(
    listed.map(({ organisationId, overall, sections, themes, illustrative }) => {
      return { organisationId, overall, sections, themes, illustrative };
    }),
  ).toEqual(expected.toSorted((a, b) => (a.organisationId < b.organisationId ? -1 : 1)));
});

test('answers are there with their history', async () => {
  const { count } = store.database.fn;
  const wanted = assessments.reduce((sum, { answers }) => sum + answers.length, 0);
  for (const table of ['answer', 'answer_history'] as const) {
    const { total } = await store.database
      .selectFrom(table)
      .select(count('revision').as('total'))
      .executeTakeFirstOrThrow();
    expect(total).toBe(wanted);
  }
});

test('the database’s quartiles are those of the pure function, nationally and in a care setting', async () => {
  const scores = await listSubmittedScores(store.database, roundId, null);
  const benchmarks = await listBenchmarks(store.database, roundId, 'ambulance');
  expect(benchmarks).toHaveLength(14 + 3 + 1);
  for (const { level, key, national, careSetting } of benchmarks) {
    const scoreOf = (score: (typeof scores)[number]) =>
      level === 'overall' ? score.overall : (level === 'theme' ? score.themes : score.sections)[key];
    expect(withoutMean(national)).toEqual(withoutMean(summarise(scores.flatMap((score) => scoreOf(score) ?? []))));
    const ambulance = scores.filter((score) => score.careSetting === 'ambulance');
    expect(withoutMean(careSetting)).toEqual(
      withoutMean(summarise(ambulance.flatMap((score) => scoreOf(score) ?? []))),
    );
  }
});

test('the sections of one care setting spread alone as they do beside everything else', async () => {
  const spreads = await listSectionSpreads(store.database, roundId, 'ambulance');
  const benchmarks = await listBenchmarks(store.database, roundId, 'ambulance');
  const sections = benchmarks.filter(({ level }) => level === 'section');
  expect(sections).toHaveLength(14);
  for (const { key, careSetting } of sections) {
    expect(withoutMean(spreads.get(key) ?? null)).toEqual(withoutMean(careSetting));
  }
});

test('a public result says where an organisation stands', async () => {
  const first = assessments[0];
  if (first === undefined) {
    throw new Error('There are assessments');
  }
  const found = await readResult(store.database, pack, { ...first, name: 'A trust' }, { heldBack: [] });
  expect(found?.view.rows).toHaveLength(1 + 3 + 14);
  expect(found?.view.nationalOf).toMatch(/^2\d\d providers$/);
  expect(found?.view.note).toContain('none missing');
});

test('the public page of an organisation gets its newest result, and none where there is none', async () => {
  const named = (organisationId = '') => ({ organisationId, name: 'A trust' });
  const found = await readResult(store.database, pack, named(assessments[0]?.organisationId), {
    recordedBy: null,
    heldBack: [],
  });
  if (found === null) {
    throw new Error('There is a result');
  }
  expect(found.result.illustrative).toBe(true);
  const markup = renderToStaticMarkup(
    createElement(ResultSummaries, { pack, found: [found], recordedOn: '2016-06-30' }),
  );
  expect(markup).toContain('submitted on 15 December 2015');
  expect(markup).toContain('href="/questionnaires/dmsa-2015/1"');
  expect(markup.match(/<svg[^>]*role="img"/g)).toHaveLength(3);
  expect(await readResult(store.database, pack, named('RL4'), { recordedBy: null, heldBack: [] })).toBeNull();
});

test('progress is of the organisations asked for, in their order', async () => {
  const waiting = assessments.at(-1);
  const untouched = 'RL4';
  const ccg = '06A';
  const progress = await assessmentsFor(store.database, pack, [untouched, ccg, waiting?.organisationId ?? ''], roundId);
  expect(progress).toEqual([
    {
      organisationId: untouched,
      state: 'not-started',
      submittedAt: null,
      answered: 0,
      total: expect.any(Number),
      settings: [expect.objectContaining({ careSetting: 'acute', state: 'not-started' })],
    },
    {
      organisationId: waiting?.organisationId,
      state: 'in-progress',
      submittedAt: null,
      answered: 3,
      total: expect.any(Number),
      settings: [expect.objectContaining({ state: 'in-progress', answered: 3 })],
    },
  ]);
  const begun = await listBegun(store.database, roundId);
  expect(begun).toContain(waiting?.organisationId);
  expect(begun).not.toContain(untouched);
});

test('progress counts what the list of sections counts, in every care setting', async () => {
  const instrument = instrumentOfRound(pack, roundId);
  const firsts = [...Map.groupBy(assessments, ({ careSetting }) => careSetting).values()].flatMap(
    (own) => own[0] ?? [],
  );
  const ids = firsts.map(({ organisationId }) => organisationId);
  const counted = await Promise.all(
    firsts.map(async ({ organisationId, assessmentId, careSetting }) => {
      const saved = await listSavedAnswers(store.database, { organisationId, assessmentId });
      const { done, total } = checkCompleteness(instrument, careSetting, givenAnswers(saved));
      return { organisationId, answered: done, total };
    }),
  );
  expect(counted.length).toBeGreaterThan(2);
  expect(await assessmentsFor(store.database, pack, ids, roundId)).toMatchObject(counted);
});

test('the planner knows how many there are', async () => {
  const { rows } = await sql<{ table: string; rows: number }>`
    select relname as table, reltuples::integer as rows from pg_class
    where relname in ('assessment', 'answer', 'assessment_score') order by relname`.execute(store.database);
  expect(rows.map(({ table, rows }) => [table, rows > 0])).toEqual([
    ['answer', true],
    ['assessment', true],
    ['assessment_score', true],
  ]);
});

/** Every provider but one, the last of them only begun. */
async function wholeRound(): Promise<WholeAssessment[]> {
  const types = pack.organisationTypes.filter(({ assessed }) => assessed);
  const settings = new Map(types.map(({ id, careSetting }) => [id, careSetting ?? '']));
  const found = await listOrganisationsOfTypes(store.database, [...settings.keys()], pack.positionOn);
  const providers = found
    .filter(({ code }) => code !== 'RL4')
    .map(({ organisationId, typeId }) => ({ organisationId, careSetting: settings.get(typeId) ?? '' }));
  const { profile } = await shippedIllustration();
  const answers = illustrativeAnswers(instrumentOfRound(pack, roundId), providers, { seed: 1, profile });
  return providers.map(({ organisationId, careSetting }, index) => {
    const isLast = index === providers.length - 1;
    const given = answers.get(organisationId) ?? [];
    return {
      organisationId,
      assessmentId: randomUUID(),
      careSetting,
      state: isLast ? 'in-progress' : 'submitted',
      answers: isLast ? given.slice(0, 3) : given,
      answeredAt: new Date('2015-12-01T09:00:00Z'),
      submittedAt: isLast ? null : new Date('2015-12-15T09:00:00Z'),
    };
  });
}

function withoutMean(distribution: ReturnType<typeof summarise>) {
  if (distribution === null) {
    return null;
  }
  const { mean, ...five } = distribution;
  return { ...five, mean: mean.toFixed(9) };
}
