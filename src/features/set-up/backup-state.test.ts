import { expect, it } from 'vitest';
import { backupState } from './backup-state.ts';

const now = new Date('2016-06-30T12:00:00Z');
const hoursAgo = (hours: number) => {
  const begunAt = new Date(now.getTime() - hours * 3_600_000);
  return { begunAt, checkedAt: new Date(begunAt.getTime() + 60_000) };
};
const made = 'The last good one was made on 30 June 2016 at 01:00, and read back on 30 June 2016 at 01:01';

it.each([
  ['none, and none is asked for', null, null, false, 'None has been made: start the service with BACKUP_DIR, or give'],
  ['none, though it is asked for', null, 6, false, 'None has been made: the log of the service says why'],
  ['one as new as it may be', 12, 6, true, made],
  ['one that was made otherwise, within two days', 48, null, true, 'The last good one was made on 28 June 2016'],
  ['one that is too old', 12, 5, false, `${made}. That is more than 10 hours ago: the log of the service says why`],
  ['one that is too old, and none is asked for', 49, null, false, '48 hours ago: start the service with BACKUP_DIR'],
] as const)('%s', (_case, ago, everyHours, isGood, words) => {
  const last = ago === null ? null : hoursAgo(ago);
  const plan = everyHours === null ? null : { everyHours };
  const state = backupState({ now, last, tried: null, plan });
  expect(state.isGood).toBe(isGood);
  expect(state.words).toContain(words);
});

it.each([
  ['none was', null, true, 'None has been tried by restoring it: the command ldr backup try does that'],
  ['the last one was', { ago: 3, problem: '' }, true, 'It was tried on 30 June 2016 at 12:30, and restored whole'],
  ['an older one was', { ago: 9, problem: '' }, true, 'The one of 30 June 2016 at 04:00 was tried on 30 June 2016 at'],
  [
    'it failed',
    { ago: 3, problem: 'the disk is full' },
    false,
    'It could not be restored when it was tried on 30 June 2016 at 12:30: the disk is full',
  ],
] as const)('says of trying them: %s', (_case, trial, isGood, words) => {
  const triedAt = new Date(now.getTime() - 1_800_000);
  const tried = trial && { begunAt: hoursAgo(trial.ago).begunAt, triedAt, problem: trial.problem };
  expect(backupState({ now, last: hoursAgo(3), tried, plan: null })).toEqual({
    isGood,
    words: expect.stringContaining(words),
  });
});
