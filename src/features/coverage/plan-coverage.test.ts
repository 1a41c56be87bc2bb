import { describe, expect, it } from 'vitest';
import { versionStates } from '../roadmap/index.ts';
import {
  type PlanCoverageRow,
  planDaysLate,
  planExtendedTo,
  planGroupOf,
  planRoleMissing,
  plansIn,
  planWaitOf,
  planWaitsFor,
} from './plan-coverage.ts';

const region = { areaId: 'region:Y54', kind: 'region', code: 'Y54', name: 'North', slug: 'north' };

function row(change: Partial<PlanCoverageRow> = {}): PlanCoverageRow {
  return {
    slug: 'king-s',
    name: 'King’s and St Ann’s',
    regions: [region],
    stps: [],
    round: { label: 'Plan 2016', dueOn: '2016-06-30', isShown: true },
    hasGoneOn: false,
    before: null,
    dueOn: '2016-06-30',
    state: null,
    submittedOn: null,
    leads: ['Lee'],
    editors: ['Ed', 'Lee'],
    reviewers: ['Rae'],
    endorsements: { waiting: [], withoutSigner: [], declined: [] },
    ...change,
  };
}

const waiting = { waiting: ['A', 'B'], withoutSigner: [], declined: [] };

describe('what a roadmap waits for, and whom', () => {
  it.each<[Partial<PlanCoverageRow>, string, readonly string[]]>([
    [{}, 'not-begun', ['Lee', 'Ed']],
    [{ leads: [], editors: [] }, 'nobody-to-write', []],
    [{ before: { roundLabel: 'Plan 2015', state: 'published' } }, 'not-begun-again', ['Lee', 'Ed']],
    [{ state: 'draft' }, 'being-written', ['Lee', 'Ed']],
    [{ state: 'changes-requested' }, 'to-change', ['Lee', 'Ed']],
    [{ state: 'endorsement', endorsements: waiting }, 'to-endorse', ['A', 'B']],
    [{ state: 'endorsement', endorsements: { ...waiting, withoutSigner: ['B'] } }, 'nobody-to-endorse', ['B']],
    [{ state: 'endorsement', endorsements: { ...waiting, withoutSigner: ['B'], declined: ['C'] } }, 'declined', ['C']],
    [{ state: 'endorsement' }, 'to-submit', ['Lee']],
    [{ state: 'endorsement', leads: [] }, 'nobody-to-write', []],
    [{ state: 'submitted' }, 'to-review', ['Rae']],
    [{ state: 'under-review', reviewers: [] }, 'nobody-to-review', []],
    [{ state: 'cleared' }, 'to-publish', []],
    [{ state: 'published' }, 'published', []],
    [{ hasGoneOn: true }, 'not-begun', []],
    [{ hasGoneOn: true, leads: [], editors: [] }, 'not-begun', []],
    [{ hasGoneOn: true, state: 'draft' }, 'left-behind', []],
    [{ hasGoneOn: true, state: 'changes-requested' }, 'to-change', []],
    [{ hasGoneOn: true, state: 'cleared' }, 'to-publish', []],
  ])('%j: %s', (change, wait, whom) => {
    expect(planWaitOf(row(change))).toBe(wait);
    expect(planWaitsFor(row(change))).toEqual(whom);
  });

  it('names the role to be given where nobody can go on, and where', () => {
    const nobody = { leads: [], editors: [], reviewers: [] };
    expect(planRoleMissing(row(nobody))).toEqual({ role: 'lead', place: 'king-s' });
    expect(planRoleMissing(row({ ...nobody, state: 'submitted' }))).toEqual({ role: 'reviewer', place: 'Y54' });
    expect(planRoleMissing(row())).toBeNull();
  });

  it('has an answer for every state', () => {
    for (const state of versionStates) {
      expect(planWaitOf(row({ state }))).toBeTypeOf('string');
    }
  });
});

describe('the rows asked for', () => {
  it.each([
    ['kings saint', 'Y54', 1],
    ['ann', '', 1],
    ['leeds', '', 0],
    ['', 'Y55', 0],
  ])('%s in %s: %d', (find, code, count) => {
    expect(plansIn([row()], { find, region: code, area: '' })).toHaveLength(count);
  });

  it('says how late the first version came', () => {
    expect(planDaysLate(row({ submittedOn: '2016-07-02' }))).toBe(2);
    expect(planDaysLate(row({ submittedOn: '2016-06-01' }))).toBe(0);
    expect(planDaysLate(row())).toBeNull();
  });

  it('counts by itself what is not of the round that is shown', () => {
    const round = { label: 'Plan 2016', dueOn: '2016-06-30', isShown: false };
    expect(planGroupOf(row({ state: 'under-review' }))).toBe('to-review');
    expect(planGroupOf(row({ state: 'under-review', round }))).toBe('other-round');
    expect(planWaitsFor(row({ state: 'under-review', round }))).toEqual(['Rae']);
  });

  it('calls a deadline extended only where it is later than that of its own round', () => {
    expect(planExtendedTo(row())).toBeNull();
    expect(planExtendedTo(row({ dueOn: '2016-06-29' }))).toBeNull();
    expect(planExtendedTo(row({ dueOn: '2016-07-01' }))).toBe('2016-07-01');
  });
});
