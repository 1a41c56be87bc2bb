import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson } from '../../../test/builders/sign-in-as.ts';
import { emptyDatabase } from '../../../test/database/earlier-database.ts';
import { cloneDatabase, type TestDatabase } from '../../../test/database/test-service.ts';
import { restoreBackup } from '../../platform/backup/restore-backup.ts';
import { writeBackup } from '../../platform/backup/write-backup.ts';
import { projectFolder } from '../../project-folder.ts';
import { realPack, realRound, roundId } from '../assessment/testing/real-instrument.ts';
import { endOverduePolls } from './end-overdue-polls.ts';
import { openPoll } from './open-poll.ts';
import { standingStep } from './poll.ts';
import { findPoll, listPolls } from './poll-repository.ts';
import { receiveVote } from './receive-vote.ts';
import { cannotSay } from './spread.ts';
import { tokenDigest } from './token-digest.ts';

const about = { organisationId: 'RP5', roundId } as const;
const first = '00000000-0000-4000-8000-000000000001';
const second = '00000000-0000-4000-8000-000000000002';
const at = new Date('2016-01-04T10:00:00Z');

let folder: string;
let kept: TestDatabase;
let empty: TestDatabase;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'ldr-polls-'));
  [kept, empty] = await Promise.all([cloneDatabase('facts'), emptyDatabase()]);
  await addPerson({ database: kept.database }, [{ role: 'coordinator', scopeId: 'RP5' }], { personId: 'cora' });
});
afterAll(async () => {
  await Promise.all([kept.close(), empty.close()]);
  await rm(folder, { recursive: true, force: true });
});

const tokens = ['a', 'b', 'c', 'd', 'e', 'f'];

async function open(pollId: string, questionId: string) {
  const by = { personId: 'cora', name: 'Cora', role: 'Coordinator', onBehalfOf: 'RP5', at };
  const poll = {
    ...about,
    pollId,
    round: await realRound(),
    careSetting: 'acute',
    openToken: null,
    sectionId: 'leadership',
    text: { id: 'dmsa-2015', version: '1', digest: null },
    ...{ runsUntil: '2016-01-11', message: '', letters: [] },
    questions: [{ questionId, choices: ['mostly-agree', 'neither', cannotSay] }],
    invitations: tokens.map((token) => ({
      tokenDigest: tokenDigest(`${questionId}${token}`),
      recipient: `${token}@example.nhs.uk`,
    })),
  };
  return openPoll({ database: kept.database, letters: null }, poll, by);
}

test('a poll counts each link once until its last day is over, is open once for a question, and is in a backup', async () => {
  const { database } = kept;
  const context = { database, pack: await realPack() };
  const vote = (token: string, when: Date, choice = 'neither') =>
    receiveVote(context, { token, votes: [{ questionId: token.slice(0, 3), choice, comment: `From ${token}` }] }, when);
  expect(await open(first, 'LD1')).toEqual({ kind: 'opened' });
  expect(await open(first, 'LD1')).toEqual({ kind: 'opened-before' });
  expect(await open(second, 'LD1')).toEqual({ kind: 'polled', questionIds: ['LD1'] });
  expect(await open(second, 'LD2')).toEqual({ kind: 'opened' });
  for (const token of tokens.slice(0, 5)) {
    expect(await vote(`LD1${token}`, at)).toEqual({ kind: 'counted' });
  }
  expect(await vote('LD1a', at)).toEqual({ kind: 'used' });
  expect(await vote('LD1z', at)).toEqual({ kind: 'unknown' });
  await vote('LD2a', at);
  const seen = await listPolls(database, about, '2016-01-04');
  expect(seen.map(({ questions, voted, mailed }) => [questions[0]?.result.kind, voted, mailed])).toEqual([
    ['open', 5, 6],
    ['open', 1, 6],
  ]);

  // From the first moment after its last day on: no vote, and a spread.
  const late = new Date('2016-01-12T09:00:00Z');
  expect(await vote('LD1f', late)).toEqual({ kind: 'over' });
  const counted = { kind: 'shown', spread: { answers: 5, unsaid: 0 } };
  expect((await findPoll(database, { ...about, pollId: first }, '2016-01-12'))?.questions[0]?.result).toMatchObject(
    counted,
  );
  expect(await endOverduePolls(context, new Date('2016-01-11T10:00:00Z'))).toBe(0);
  expect(await endOverduePolls(context, late)).toBe(2);
  expect(await endOverduePolls(context, late)).toBe(0);
  const ended = await listPolls(database, about, '2016-01-12');
  expect(ended.map((poll) => [standingStep(poll).kind, standingStep(poll).by, poll.mailed])).toEqual([
    ['close', null, 0],
    ['close', null, 0],
  ]);
  expect(ended.map(({ questions }) => questions[0]?.result)).toMatchObject([counted, { kind: 'few' }]);

  const file = path.join(folder, 'a.backup');
  await writeBackup({ url: kept.url, file, at: new Date(), software: 'test', about: {} });
  await restoreBackup({
    file,
    ownerUrl: empty.ownerUrl,
    migrationsFolder: projectFolder('migrations'),
    filledByMigrations: ['public.source', 'public.directory_change'],
  });
  expect(await listPolls(empty.owner, about, '2016-01-12')).toEqual(ended);
});
