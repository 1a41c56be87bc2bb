import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileForm } from '../../testing/arbitraries.ts';
import { baselines, pack } from '../../testing/northvale.ts';
import { checkTrajectory } from './check-trajectory.ts';
import { parseTrajectoryForm } from './parse-trajectory-form.ts';

const frame = {
  capabilityGroups: pack.capabilityGroups,
  targetYears: pack.roadmapTemplate.targetYears,
  baselines,
};

const place = 'Records, assessments and plans (End 2016/17)';

function errorsOf(form: Record<string, unknown>) {
  const outcome = parseTrajectoryForm({ revision: '0', ...form }, frame);
  return outcome.kind === 'errors' ? outcome.errors : [];
}

describe('parseTrajectoryForm', () => {
  it('reads the whole table, with an empty cell for what was not typed', () => {
    const form = { 'target-records-2016-17': ' 58.5 ', 'rationale-records': 'A shared record', revision: '2' };
    const outcome = parseTrajectoryForm(form, frame);
    expect(outcome).toMatchObject({ kind: 'ok', value: { revision: 2 } });
    expect(outcome.kind === 'ok' && outcome.value.rows).toEqual([
      {
        groupId: 'records',
        targets: [
          { yearId: '2016-17', target: 58.5, fallReason: '' },
          { yearId: '2017-18', target: null, fallReason: '' },
        ],
        rationale: 'A shared record',
      },
      {
        groupId: 'medicines',
        targets: [
          { yearId: '2016-17', target: null, fallReason: '' },
          { yearId: '2017-18', target: null, fallReason: '' },
        ],
        rationale: '',
      },
    ]);
  });

  it.each(['abc', '5 8', '58%', '1e2', '0x10', 'NaN', '٥٨', '58,5', '.'])('takes %j for no number', (typed) => {
    const message = `Enter the target for ${place} as a number, like 58 or 62.5`;
    expect(errorsOf({ 'target-records-2016-17': typed })).toEqual([{ field: 'target-records-2016-17', message }]);
  });

  it.each(['-1', '100.1', '999999999'])('takes %j for outside the scale', (typed) => {
    const message = `Enter a target between 0 and 100 for ${place}`;
    expect(errorsOf({ 'target-records-2016-17': typed })).toEqual([{ field: 'target-records-2016-17', message }]);
  });

  it('takes one decimal place and no more', () => {
    expect(errorsOf({ 'target-records-2016-17': '62.55' })[0]?.message).toContain('at most one decimal place');
    expect(errorsOf({ 'target-records-2016-17': '62.50' })).toEqual([]);
  });

  it('gives all errors at once in the order of the table, with what was typed', () => {
    const form = {
      'target-medicines-2016-17': 'many',
      'target-records-2017-18': '40',
      'target-records-2016-17': '101',
      revision: 'x',
    };
    const outcome = parseTrajectoryForm(form, frame);
    expect(outcome.kind === 'errors' && outcome.errors.map(({ field }) => field)).toEqual([
      'target-records-2016-17',
      'reason-records-2017-18',
      'target-medicines-2016-17',
      'revision',
    ]);
    expect(outcome.kind === 'errors' && outcome.typed).toMatchObject(form);
  });

  it('turns nothing into rows that break a rule, whatever is posted', () => {
    const fields = ['target-records-2016-17', 'reason-records-2016-17', 'rationale-records', 'revision'];
    fc.assert(
      fc.property(hostileForm(fields), (form) => {
        const outcome = parseTrajectoryForm({ revision: '1', ...form }, frame);
        if (outcome.kind === 'ok') {
          expect(checkTrajectory(outcome.value.rows, frame)).toEqual([]);
        } else {
          expect(outcome.errors.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('reads every target it could have printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 520, max: 1000 }), (tenths) => {
        const outcome = parseTrajectoryForm({ 'target-records-2016-17': `${tenths / 10}`, revision: '0' }, frame);
        expect(outcome).toMatchObject({
          kind: 'ok',
          value: { rows: [{ targets: [{ target: tenths / 10 }, {}] }, {}] },
        });
      }),
    );
  });
});
