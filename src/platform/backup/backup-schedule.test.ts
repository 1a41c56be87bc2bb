import { describe, expect, it } from 'vitest';
import { isBackupDue, leftUnfinished, scheduledName, surplusBackups } from './backup-schedule.ts';

const at = (time: string) => new Date(`2016-06-30T${time}Z`);

describe('a backup every six hours', () => {
  it.each([
    ['the first at once', '12:00:00', null, null, true],
    ['none before its time', '12:00:00', '06:00:01', null, false],
    ['the next six hours after the last began', '12:00:00', '06:00:00', null, true],
    ['none within an hour of a failure', '12:00:00', '03:00:00', '11:00:01', false],
    ['another try after an hour', '12:00:00', '03:00:00', '11:00:00', true],
    ['another try after an hour where there is none yet', '12:00:00', null, '11:00:00', true],
  ] as const)('%s', (_case, now, good, failed, expected) => {
    const last = { goodBegunAt: good === null ? null : at(good), failedAt: failed === null ? null : at(failed) };
    expect(isBackupDue(at(now), last, { everyHours: 6 })).toBe(expected);
  });
});

describe('the files of the folder', () => {
  const names = ['03:00:00', '01:00:00', '02:00:00'].map((time) => scheduledName(at(time)));

  it('loses the oldest beyond those that are kept', () => {
    expect(surplusBackups(names, 2)).toEqual(['scheduled-ldr-2016-06-30T010000Z.backup.gz']);
    expect(surplusBackups(names, 3)).toEqual([]);
    expect(surplusBackups([], 1)).toEqual([]);
  });

  it('loses nothing that somebody else put there', () => {
    const others = ['ldr-2016-01-01T000000Z.backup.gz', 'scheduled-ldr-2016-01-01T000000Z.backup.gz.old', 'notes.txt'];
    expect(surplusBackups([...others, ...names], 3)).toEqual([]);
  });

  it('loses what a killed process left', () => {
    const left = `${names[0]}.4711.unfinished`;
    expect(leftUnfinished([...names, left, 'ldr-2016-01-01T000000Z.backup.gz.12.unfinished'])).toEqual([left]);
  });
});
