import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VersionDates, versionStateOn } from './version-on-day.ts';

const at = (day: string) => new Date(`${day}T12:00:00Z`);

const version: VersionDates = {
  state: 'published',
  createdAt: at('2016-04-01'),
  withdrawn: [{ frozenAt: at('2016-05-01'), withdrawnAt: at('2016-05-10') }],
  frozenAt: at('2016-06-01'),
  submittedAt: at('2016-06-30'),
  review: { startedAt: at('2016-07-15'), decidedAt: at('2016-08-20'), outcome: 'cleared', takenBackAt: null },
  publishedAt: at('2016-09-01'),
};

describe('the state of a version on a day', () => {
  it.each([
    ['2016-03-31', null],
    ['2016-04-01', 'draft'],
    ['2016-05-01', 'endorsement'],
    ['2016-05-09', 'endorsement'],
    ['2016-05-10', 'draft'],
    ['2016-06-01', 'endorsement'],
    ['2016-06-30', 'submitted'],
    ['2016-07-14', 'submitted'],
    ['2016-07-15', 'under-review'],
    ['2016-08-20', 'cleared'],
    ['2016-08-31', 'cleared'],
    ['2016-09-01', 'published'],
    ['2026-01-01', 'published'],
  ])('%s: %s', (day, state) => {
    expect(versionStateOn(version, day)).toBe(state);
  });

  it('is what it is now where no day is asked about', () => {
    expect(versionStateOn({ ...version, state: 'superseded' }, null)).toBe('superseded');
  });

  it('follows a clearance that was taken back', () => {
    const review = { ...version.review, startedAt: at('2016-07-15'), outcome: 'cleared' as const };
    const takenBack = {
      ...version,
      publishedAt: null,
      review: { ...review, decidedAt: at('2016-08-20'), takenBackAt: at('2016-08-25') },
    };
    expect(versionStateOn(takenBack, '2016-08-24')).toBe('cleared');
    expect(versionStateOn(takenBack, '2016-08-25')).toBe('changes-requested');
  });

  it('counts the day of the programme, not of Greenwich', () => {
    const late = { ...version, submittedAt: new Date('2016-06-29T23:20:00Z') };
    expect(versionStateOn(late, '2016-06-29')).toBe('endorsement');
    expect(versionStateOn(late, '2016-06-30')).toBe('submitted');
  });

  it('never goes back from submitted', () => {
    const order = [null, 'draft', 'endorsement', 'submitted', 'under-review', 'cleared', 'published'];
    const anyDay = fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(Date.parse('2016-06-01') + days * 86_400_000));
    fc.assert(
      fc.property(anyDay, anyDay, (first, second) => {
        const [earlier, later] = [first, second].toSorted((a, b) => a.getTime() - b.getTime());
        const day = (date: Date | undefined) => (date ?? first).toISOString().slice(0, 10);
        const before = versionStateOn(version, day(earlier));
        const after = versionStateOn(version, day(later));
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
    );
  });
});
