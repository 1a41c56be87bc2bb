import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTrajectory } from './check-trajectory.ts';

const groups = [{ id: 'records', label: 'Records' }];
const years = ['16', '17', '18'].map((id) => ({ id, label: `End 20${id}` }));

const levels = { least: 1, most: 5, decimals: 1 };

function check(targets: (number | null)[], baseline: number | null, reasons: string[] = [], scale?: typeof levels) {
  const row = {
    groupId: 'records',
    rationale: '',
    targets: targets.map((target, index) => ({
      yearId: years[index]?.id ?? '',
      target,
      fallReason: reasons[index] ?? '',
    })),
  };
  const of = scale === undefined ? {} : { scale };
  const baselines = [{ groupId: 'records', mean: baseline, n: 1, included: [], missing: [], ...of }];
  return checkTrajectory([row], { capabilityGroups: groups, targetYears: years, baselines });
}

describe('checkTrajectory', () => {
  it('accepts a climb, a plateau and both ends of the scale', () => {
    expect(check([58, 70, 82], 51)).toEqual([]);
    expect(check([51, 51, 51], 51)).toEqual([]);
    expect(check([0, 50, 100], 0)).toEqual([]);
  });

  it.each([-1, 100.1, 1e9, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d beside its own field', (target) => {
    const message = 'Enter a target between 0 and 100 for Records (End 2017)';
    expect(check([58, target, 82], 51)).toEqual([{ field: 'target-records-17', message }]);
  });

  it('goes by the scale of the scores', () => {
    expect(check([2.4, 3, 5], 2.43, [], levels)).toEqual([]);
    const message = 'Enter a target between 1 and 5 for Records (End 2018)';
    expect(check([2.4, 3, 5.1], 2.43, [], levels)).toEqual([{ field: 'target-records-18', message }]);
    expect(check([2, 3, 4], 2.43, [], levels)).toMatchObject([{ field: 'reason-records-16' }]);
  });

  it('asks for a reason for a fall from one year to the next', () => {
    const message =
      'Give a reason why the target for Records (End 2017) is below the target of 58 for End 2016, or enter 58 or more';
    expect(check([58, 50, 82], 40)).toEqual([{ field: 'reason-records-17', message }]);
    expect(check([58, 50, 82], 40, ['', 'The old system closes'])).toEqual([]);
    expect(check([58, 50, 82], 40, ['', '  '])).toHaveLength(1);
  });

  it('asks for a reason for a target below the baseline, also where years are left open before it', () => {
    const message =
      'Give a reason why the target for Records (End 2016) is below the baseline of 51, or enter 51 or more';
    expect(check([50, 60, 70], 51)).toEqual([{ field: 'reason-records-16', message }]);
    expect(check([null, null, 50], 51)).toMatchObject([{ field: 'reason-records-18' }]);
  });

  it('needs no second reason for climbing back from an explained fall', () => {
    expect(check([40, 45, 50], 51, ['Two systems are merged'])).toEqual([]);
  });

  it('compares with a baseline as it is printed', () => {
    expect(check([48, 48, 48], 48.33)).toEqual([]);
    expect(check([48.6, 49, 49], 48.64)).toEqual([]);
    expect(check([48, 49, 49], 48.67)).toHaveLength(1);
  });

  it('needs no baseline, no targets and no row', () => {
    expect(check([10, 20, 30], null)).toEqual([]);
    expect(check([null, null, null], 51)).toEqual([]);
    expect(checkTrajectory([], { capabilityGroups: groups, targetYears: years, baselines: [] })).toEqual([]);
  });
});

describe('any targets', () => {
  const target = fc.option(fc.integer({ min: 0, max: 100 }));

  it('pass when they climb from the baseline', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }), (values) => {
        const [baseline = 0, ...targets] = values.toSorted((a, b) => a - b);
        expect(check(targets, baseline)).toEqual([]);
      }),
    );
  });

  it('within the scale pass once every year has a reason, and fall short only of reasons before', () => {
    fc.assert(
      fc.property(fc.tuple(target, target, target), target, (targets, baseline) => {
        expect(check(targets, baseline, ['why', 'why', 'why'])).toEqual([]);
        expect(check(targets, baseline).every(({ field }) => field.startsWith('reason-'))).toBe(true);
      }),
    );
  });
});
