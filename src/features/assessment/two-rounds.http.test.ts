import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../../../test/builders/sign-in-as.ts';
import { PageReader, readPage } from '../../../test/database/page-reader.ts';
import { startTestService, type TestService } from '../../../test/database/test-service.ts';
import { Visitor } from '../../../test/database/visitor.ts';
import { paths } from '../../paths.ts';
import { rounded } from '../../platform/rounding.ts';
import {
  instrumentOfRound,
  lineageOf,
  questionsFor,
  scaleOf,
  sectionQuestions,
  sectionsOf,
} from '../programme/index.ts';
import type { AnswerValue } from '../scoring/answers/answer.ts';
import { givenAnswers } from '../scoring/answers/saved-answer.ts';
import { likeForLike } from '../scoring/like-for-like.ts';
import { listSavedAnswers } from './answering/answer-repository.ts';
import { findAssessment } from './assessment-repository.ts';

const before = 'dmsa-2015';
const earlierLabel = 'Digital maturity self-assessment 2015/16';
const label = 'Digital maturity self-assessment 2017';
const round = 'dmsa-2017';

let service: TestService;
let coordinator: Visitor;
let executive: Visitor;
let trust: { organisationId: string; code: string };

beforeAll(async () => {
  service = await startTestService('demo');
  trust = await service.database
    .selectFrom('assessment')
    .innerJoin('organisation', 'organisation.organisation_id', 'assessment.organisation_id')
    .select(['assessment.organisation_id as organisationId', 'organisation.code'])
    .where('assessment.state', '=', 'submitted')
    .where('assessment.care_setting', '=', 'acute')
    .where('assessment.round_id', '=', before)
    .where('assessment.organisation_id', '!=', 'RL4')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('assessment as later')
            .select('later.assessment_id')
            .whereRef('later.organisation_id', '=', 'assessment.organisation_id')
            .where('later.round_id', '=', round),
        ),
      ),
    )
    .orderBy('assessment.organisation_id')
    .executeTakeFirstOrThrow();
  const scopeId = trust.organisationId;
  coordinator = await signInAs(service, [{ role: 'coordinator', scopeId }], { name: 'Ben Example' });
  executive = await signInAs(service, [{ role: 'executive', scopeId }], { name: 'Carol Example' });
});
afterAll(() => service.close());

const instrument = () => {
  const found = service.context.pack.instruments.find(({ id }) => id === 'dmsa-2017');
  if (found === undefined) {
    throw new Error('The pack has two');
  }
  return found;
};

async function answersOf(roundId: string) {
  const assessment = await findAssessment(service.database, trust.organisationId, roundId);
  return assessment === null ? [] : givenAnswers(await listSavedAnswers(service.database, assessment));
}

const section = (id: string) => paths.assessmentSection(trust.code, round, id);
const questionOf = (id: string) => questionsFor(instrument(), 'acute').find((question) => question.id === id);

async function groupOf(sectionId: string, questionId: string): Promise<string> {
  const page = await coordinator.read(section(sectionId));
  return page.group(`${questionId}. ${questionOf(questionId)?.text}`).text;
}

async function wordsOf(questionId: string): Promise<string> {
  const asked = instrumentOfRound(service.context.pack, before);
  const question = questionsFor(asked, 'acute').find(({ id }) => id === questionId);
  const value = (await answersOf(before)).find((answer) => answer.questionId === questionId)?.value;
  const options = question === undefined ? [] : scaleOf(asked, question).options;
  return options.find(({ id }) => value?.kind === 'option' && value.optionId === id)?.label ?? 'Not applicable to us';
}

describe('answers of the round before', () => {
  it('are offered where the question is the same, chosen by nobody and counted nowhere', async () => {
    const shown = await groupOf('records', 'RA1');
    expect(shown).toContain(`Your answer for “${earlierLabel}”: ${await wordsOf('RA1')}`);
    expect(shown).toContain(`${await wordsOf('RA1')} Your answer then`);
    const page = await coordinator.read(section('records'));
    expect(page.chosen).toEqual([]);
    expect(page.text).toMatch(/ 0 of \d+ questions answered\./);
    const list = await coordinator.read(paths.assessment(trust.code, round));
    expect(list.fact('Answered').text).toMatch(/^0 of \d+ questions \(0%\)$/);
    expect(await answersOf(round)).toEqual([]);
  });

  it('are shown to read alone where the question has changed', async () => {
    const narrower = await groupOf('records', 'RA12');
    expect(narrower).toContain(
      `For “${earlierLabel}” you answered a wider question, “RA8. What share of your patients`,
    );
    expect(narrower).not.toContain('Your answer then');
    const wider = await groupOf('standards', 'ST8');
    expect(wider).toContain(`For “${earlierLabel}” you answered narrower questions, “ST4.`);
    expect(wider).toContain('“ST7.');
    expect(wider).not.toContain('Your answer then');
  });

  it('are nowhere beside a question that is new', async () => {
    expect(await groupOf('strategic-alignment', 'SA6')).not.toContain(earlierLabel);
  });

  it('are not offered in the first round, nor shown to another organisation', async () => {
    const first = await coordinator.read(paths.assessmentSection(trust.code, before, 'records'));
    expect(first.text).not.toContain('Your answer in');
    const elsewhere = await signInAs(service, [{ role: 'coordinator', scopeId: 'R0A' }]);
    expect((await elsewhere.get(section('records'))).statusCode).toBe(403);
    const own = await elsewhere.get(paths.assessmentSection('R0A', round, 'records'));
    expect(new PageReader(own.body).text).not.toContain('Your answer in');
  });

  it('are confirmed one at a time, and are this round’s from then on', async () => {
    const value = (await answersOf(before)).find(({ questionId }) => questionId === 'RA1')?.value;
    const optionId = value?.kind === 'option' ? value.optionId : 'not-applicable';
    await coordinator.submit(section('records'), { 'answer-RA1': optionId, 'revision-RA1': '0' });
    expect(await answersOf(round)).toEqual([{ questionId: 'RA1', value, comment: '', isEvidenced: false }]);
    expect((await coordinator.read(section('records'))).text).toMatch(/ 1 of \d+ questions answered\./);
  });
});

/** Of the same questions the answer given before, of one in three the highest instead; of all others the middle one. */
async function answerTheRest(): Promise<void> {
  const given = new Map((await answersOf(before)).map(({ questionId, value }) => [questionId, value]));
  const done = new Set((await answersOf(round)).map(({ questionId }) => questionId));
  for (const each of sectionsOf(instrument())) {
    const fields = sectionQuestions(each, 'acute')
      .filter(({ id }) => !done.has(id))
      .flatMap((question, index) => {
        const { options } = scaleOf(instrument(), question);
        const said: AnswerValue | undefined = question.lineage?.kind === 'same' ? given.get(question.id) : undefined;
        const kept = said?.kind === 'option' ? said.optionId : said?.kind;
        const chosen = index % 3 === 0 ? options.at(-1)?.id : (kept ?? options[2]?.id);
        return [[`answer-${question.id}`, chosen ?? ''] as const, [`revision-${question.id}`, '0'] as const];
      });
    expect((await coordinator.submit(section(each.id), Object.fromEntries(fields))).statusCode).toBe(303);
  }
}

describe('two rounds on one page', () => {
  let toSign: PageReader;

  beforeAll(async () => {
    await answerTheRest();
    await coordinator.submit(paths.assessmentRequest(trust.code, round), {});
    const sign = paths.assessmentAuthorise(trust.code, round);
    toSign = await executive.read(sign);
    const signed = await executive.submit(sign, { declaration: 'accepted', digest: toSign.hidden('digest') });
    expect(signed.headers.location).toBe(paths.organisationReport(trust.code, round));
  });

  const caption = `Scores in ${earlierLabel} and in ${label}`;

  it('stood before whoever signed, with the same change as afterwards', async () => {
    const [overall = []] = toSign.table('Scores, overall and by theme');
    const rows = toSign.table(caption);
    expect(rows).toEqual((await coordinator.read(paths.assessmentResult(trust.code, round))).table(caption));
    expect(overall[2]).toBe(rows[0]?.at(-1));
    expect(toSign.headings).toEqual(expect.arrayContaining(['What is still open', 'What will be public, and when']));
  });

  async function expectedScores() {
    const { pack } = service.context;
    const asked = instrumentOfRound(pack, before);
    const lineage = lineageOf(pack, instrument(), asked);
    if (lineage === null) {
      throw new Error('The one follows the other');
    }
    return likeForLike(
      lineage,
      { instrument: asked, careSetting: 'acute', answers: await answersOf(before) },
      { instrument: instrument(), careSetting: 'acute', answers: await answersOf(round) },
    );
  }

  it('stand side by side for the organisation, with the change on common questions', async () => {
    const page = await coordinator.read(paths.assessmentResult(trust.code, round));
    const part = page.section(`Change since ${earlierLabel}`);
    const { earlier, later, common, added, changed, unanswered } = await expectedScores();
    const [then, now] = [earlier, later].map(({ overall }) => rounded(overall.score ?? Number.NaN));
    expect(part.text).toContain(
      `${common.length} of ${common.length + unanswered.length + added.length + changed.length} questions`,
    );
    const rows = part.table(caption);
    const overall = rows.find(([name]) => name === 'Overall') ?? [];
    expect(overall.slice(4)).toEqual([String(then), String(now), `+${(now ?? 0) - (then ?? 0)}`]);
    expect(rows).toHaveLength(1 + 3 + 13);
    expect(part.text).toContain('Which questions stayed the same is inferred: no source says it.');
    expect(part.text).toMatch(
      /Left out of the change: \d+ new questions \d+ questions asked in another form, which cannot be compared 2 questions asked no more/,
    );
    expect(part.details('Which questions are left out').text).toContain('LD5. Our leaders use digital ways of working');
  });

  it('stand side by side for everybody, with the overall change alone', async () => {
    const page = await new Visitor(service.app).read(paths.organisation(trust.code));
    expect(page.section('Digital maturity').text).toMatch(/The round is under way until 23:59 on 15 December 2017/);
    const part = page.section(`Change since ${earlierLabel}`);
    const { earlier, later } = await expectedScores();
    const [then, now] = [earlier, later].map(({ overall }) => rounded(overall.score ?? Number.NaN));
    expect(part.text).toContain(
      `On the questions that both rounds asked: ${then} then, ${now} now, a change of +${(now ?? 0) - (then ?? 0)}.`,
    );
    const rows = part.table(caption);
    expect(rows.map(([name]) => name)).toEqual(['Overall', 'Readiness', 'Capabilities', 'Enabling infrastructure']);
    expect(rows.every((cells) => cells.length === 3)).toBe(true);
    expect(part.text).not.toContain('LD5.');
  });

  it('are not set side by side on a page of a day before the second', async () => {
    const page = await new Visitor(service.app).get(`${paths.organisation(trust.code)}?as-at=2017-03-01`);
    expect(readPage(page, 200).headings).not.toContain(`Change since ${earlierLabel}`);
  });

  it('name the organisation as it was called on the day that is shown', async () => {
    const page = await new Visitor(service.app).read(paths.organisation('RP5'));
    const part = page.section('Digital maturity').text;
    expect(part).toContain('The diamond is Doncaster and Bassetlaw Hospitals NHS Foundation Trust');
    expect(part).not.toContain('Teaching Hospitals');
  });

  it('leave the page of the first round as it was', async () => {
    const page = await coordinator.read(paths.assessmentResult(trust.code, before));
    expect(page.headings).not.toContain(`Change since ${earlierLabel}`);
  });
});

describe('a trust that came of two between the rounds', () => {
  const old = ['Central Manchester University Hospitals', 'University Hospital of South Manchester'].map(
    (name) => `${name} NHS Foundation Trust`,
  );

  it('shows what each had submitted as it was, and what they come to as one, as worked out here', async () => {
    const page = await new Visitor(service.app).read(paths.organisation('R0A'));
    const part = page.section('Before it took over');
    const rows = part.table(`${earlierLabel}: overall scores`);
    expect(rows.map(([name]) => name)).toEqual(old);
    const scores = rows.map((row) => Number(row.at(-1)));
    const restated = Number(/come to\s+(\d+)\s*,/.exec(part.text)?.[1]);
    expect(Math.abs(restated - ((scores[0] ?? 0) + (scores[1] ?? 0)) / 2)).toBeLessThanOrEqual(1);
    expect(part.link(old[0] ?? '')).toBe(`${paths.organisation('RW3')}?as-at=2017-09-30`);
  });

  it('has nothing before it on a day before, and those before it keep their results on a day after', async () => {
    const before = await new Visitor(service.app).get(`${paths.organisation('RW3')}?as-at=2017-09-30`);
    const ended = await new Visitor(service.app).read(paths.organisation('RW3'));
    expect(readPage(before, 200).headings).not.toContain('Before it took over');
    expect(ended.text).toContain('did not exist on 30 November 2017');
    expect(ended.section('Digital maturity').text).toContain(`${earlierLabel}, authorised by the organisation`);
    expect((await new Visitor(service.app).read(paths.organisation('RP5'))).headings).not.toContain(
      'Before it took over',
    );
  });
});

it('the list of results names an organisation as its page does', async () => {
  const { rows } = await sql<{ code: string; name: string }>`
    select record.code, record.name from organisation_record as record
    join organisation_latest(record.organisation_id) as latest on latest.name <> record.name
    where record.valid @> ${service.context.pack.positionOn}::date and exists (
      select from assessment where assessment.organisation_id = record.organisation_id and assessment.round_id = ${before}
        and assessment.state = 'submitted')
    order by record.code limit 1`.execute(service.database);
  const { code = '', name = '' } = rows[0] ?? {};
  const page = await new Visitor(service.app).read(paths.organisation(code));
  expect(page.title.endsWith(name)).toBe(true);
  const results = (await new Visitor(service.app).get(paths.apiResultsOf(code))).json().items;
  expect(results).not.toHaveLength(0);
  expect(results.every(({ organisation }: { organisation: { name: string } }) => organisation.name === name)).toBe(
    true,
  );
});
