import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { projectFolder } from '../../../project-folder.ts';
import { getRound, type ProgrammePack, type Round, readProgrammePack } from '../../programme/index.ts';
import { givenAnswers } from '../../scoring/answers/saved-answer.ts';
import { insertAssessments } from '../insert-assessments.ts';
import { careSetting, completeForm, realInstrument, roundId } from '../testing/real-instrument.ts';
import { readEarlierAnswers } from './read-earlier-answers.ts';

const organisationId = 'RA2';

let store: TestDatabase;
let pack: ProgrammePack;

beforeAll(async () => {
  store = await cloneDatabase('facts');
  const shipped = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  const first = getRound(shipped, roundId);
  const again = (id: string, opensOn: string): Round => ({ ...first, id, label: id, opensOn, dueOn: opensOn });
  const rounds = [again('second', '2016-05-01'), again('third', '2017-05-01')];
  pack = { ...shipped, rounds: [...shipped.rounds, ...rounds] };
});

afterAll(() => store.close());

async function submit(round: string, submittedAt: Date): Promise<void> {
  const instrument = await realInstrument();
  const answers = givenAnswers(completeForm(instrument));
  const whole = { organisationId, assessmentId: randomUUID(), careSetting, state: 'submitted' as const, answers };
  const assessments = [{ ...whole, answeredAt: submittedAt, submittedAt }];
  await store.database
    .transaction()
    .execute((transaction) =>
      insertAssessments(transaction, { roundId: round, instrument, assessments, origin: 'Test', at: submittedAt }),
    );
}

async function offeredIn(round: string): Promise<string | undefined> {
  const assessed = {
    organisation: { organisationId },
    round: getRound(pack, round),
    instrument: await realInstrument(),
    careSetting,
    settings: [careSetting],
  };
  return (await readEarlierAnswers({ database: store.database, pack }, assessed))?.round.id;
}

test('are those of the round that opened last before, also where an older one was submitted after it', async () => {
  await submit('second', new Date('2016-06-01T12:00:00Z'));
  await submit(roundId, new Date('2016-07-01T12:00:00Z'));
  expect(await offeredIn('third')).toBe('second');
  expect(await offeredIn('second')).toBe(roundId);
  expect(await offeredIn(roundId)).toBeUndefined();
});
