import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { QueryCounter } from '../../../../../test/database/query-counter.ts';
import { cloneDatabase, type TestDatabase } from '../../../../../test/database/test-service.ts';
import { projectFolder } from '../../../../project-folder.ts';
import { listOrganisationsOfTypes } from '../../../directory/index.ts';
import {
  getRound,
  type Instrument,
  type ProgrammePack,
  type Round,
  readProgrammePack,
} from '../../../programme/index.ts';
import type { Answer } from '../../../scoring/answers/answer.ts';
import { arbitraryAnswers } from '../../../scoring/testing/arbitraries.ts';
import { fixtureCareSettings, fixtureInstrument } from '../../../scoring/testing/fixture-instrument.ts';
import { followingInstrument } from '../../../scoring/testing/following-instrument.ts';
import { insertAssessments } from '../../insert-assessments.ts';
import { roundId as shippedRound } from '../../testing/real-instrument.ts';
import { listRoundChanges, type TwoRounds } from './list-round-changes.ts';
import { RoundComparisons } from './round-comparisons.ts';

const instruments = { earlier: fixtureInstrument(), later: followingInstrument() };
const counter = new QueryCounter();
const days = ['2016-06-01', '2016-06-02', '2016-06-03'] as const;

let store: TestDatabase;
let shipped: ProgrammePack;
let organisationIds: readonly string[];
/** Two rounds in which nothing is submitted yet. */
let pack: ProgrammePack;
let rounds: Pick<TwoRounds, 'earlier' | 'later'>;

beforeAll(async () => {
  store = await cloneDatabase('facts');
  shipped = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  const trusts = await listOrganisationsOfTypes(store.database, ['acute-trust'], '2016-06-30');
  organisationIds = trusts
    .map(({ organisationId }) => organisationId)
    .toSorted()
    .slice(0, 4);
});

beforeEach(takeNewRounds);

afterAll(() => store.close());

function takeNewRounds(): void {
  const round = (instrument: Instrument): Round => {
    const id = randomUUID();
    return { ...getRound(shipped, shippedRound), id, label: id, instrument: instrument.id };
  };
  rounds = { earlier: round(instruments.earlier), later: round(instruments.later) };
  const both = [instruments.earlier, instruments.later];
  pack = { ...shipped, rounds: Object.values(rounds), instruments: both, activeInstruments: [], usedInstruments: [] };
}

interface Submission {
  readonly which: 'earlier' | 'later';
  readonly organisation: number;
  readonly careSetting: string;
  readonly answers: readonly Answer[];
  readonly day: (typeof days)[number];
}

async function submit(submissions: readonly Submission[]): Promise<void> {
  for (const { which, organisation, careSetting, answers, day } of submissions) {
    const at = new Date(`${day}T12:00:00Z`);
    const whole = { assessmentId: randomUUID(), careSetting, state: 'submitted' as const, answers };
    const organisationId = organisationIds[organisation] ?? '';
    const assessments = [{ organisationId, ...whole, answeredAt: at, submittedAt: at }];
    const batch = { roundId: rounds[which].id, instrument: instruments[which], assessments, origin: 'Test', at };
    await store.database.transaction().execute((transaction) => insertAssessments(transaction, batch));
  }
}

const list = (comparisons: RoundComparisons, recordedBy: string | null = null, database = store.database) =>
  listRoundChanges(database, pack, { ...rounds, recordedBy }, comparisons);

const submission = fc
  .record({ which: fc.constantFrom('earlier', 'later'), careSetting: fc.constantFrom(...fixtureCareSettings) })
  .chain(({ which, careSetting }) =>
    fc.record<Submission>({
      which: fc.constant(which),
      careSetting: fc.constant(careSetting),
      answers: arbitraryAnswers(instruments[which], careSetting),
      organisation: fc.nat({ max: 3 }),
      day: fc.constantFrom(...days),
    }),
  );

/** What is submitted between two readings, the second of them of a day. */
const steps = fc
  .uniqueArray(submission, {
    minLength: 4,
    maxLength: 12,
    selector: ({ which, organisation, careSetting }) => `${which} ${organisation} ${careSetting}`,
  })
  .chain((all) => fc.record({ all: fc.constant(all), readAfter: fc.subarray(all), day: fc.constantFrom(...days) }));

test('what was worked out before is what is worked out anew, whatever is submitted when, on whatever day it is read', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async ({ all, readAfter, day }) => {
      takeNewRounds();
      const comparisons = new RoundComparisons();
      for (const each of all) {
        await submit([each]);
        if (readAfter.includes(each)) {
          expect(await list(comparisons, day)).toEqual(await list(new RoundComparisons(), day));
          expect(await list(comparisons)).toEqual(await list(new RoundComparisons()));
        }
      }
      expect(await list(comparisons)).toEqual(await list(new RoundComparisons()));
    }),
    { numRuns: 8 },
  );
});

/** Both rounds of one organisation, all answered with the same. */
function answered(organisation: number, [then, now]: readonly [string, string]): Submission[] {
  const given = (value: string): Answer[] =>
    ['SA1', 'SA2'].map((questionId) => ({ questionId, value: { kind: 'option', optionId: value }, comment: '' }));
  const common = { organisation, careSetting: 'acute', day: days[0] };
  return [
    { which: 'earlier', answers: given(then), ...common },
    { which: 'later', answers: given(now), ...common },
  ];
}

test('answers are read of those alone that were not compared before', async () => {
  const comparisons = new RoundComparisons();
  const watched = counter.watch(store.database);
  const read = () => counter.during(() => list(comparisons, null, watched));
  await submit(answered(0, ['disagree', 'agree']));
  const first = await read();
  const again = await read();
  // One for answers as they are kept, and one for documents of those that are being corrected.
  expect(again).toBe(first - 2);
  await submit(answered(1, ['agree', 'agree']));
  expect([await read(), await read()]).toEqual([first, again]);
  expect(await list(comparisons)).toMatchObject([
    {
      commonCount: 2,
      earlier: { 'section:strategy': 0 },
      later: { 'section:strategy': 100, 'section:medicines': null },
    },
    { commonCount: 2, earlier: { 'section:strategy': 100 }, later: { 'section:strategy': 100 } },
  ]);
});

test('another submission of the same assessment, as after a backup was restored, is compared anew', async () => {
  const comparisons = new RoundComparisons();
  await submit(answered(0, ['disagree', 'agree']));
  await list(comparisons);
  const { database } = store;
  const { id } = rounds.later;
  await sql`
    with again as (
      update assessment set submitted_at = submitted_at + interval '1 day' where round_id = ${id}
      returning organisation_id, assessment_id
    )
    update answer set option_id = 'neither' from again
    where answer.organisation_id = again.organisation_id and answer.assessment_id = again.assessment_id`.execute(
    database,
  );
  expect(await list(comparisons)).toMatchObject([{ later: { 'section:strategy': 50 } }]);
});
