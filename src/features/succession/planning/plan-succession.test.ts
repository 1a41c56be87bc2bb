import { describe, expect, it } from 'vitest';
import { changesOf } from '../change.ts';
import type { ProposedEvent } from '../proposed-event.ts';
import { footprint, merge, north, situation, south, withVersion } from '../testing/small-situation.ts';
import { organisation } from '../testing/small-world.ts';
import { planSuccession } from './plan-succession.ts';
import type { Situation } from './situation.ts';

const blockersOf = (event: ProposedEvent, given: Situation) =>
  planSuccession(event, given).check.blockers.map(({ code }) => code);

describe('a merge of footprints', () => {
  const { plan, check } = planSuccession(merge, situation());

  it('keeps every member once, in the strongest role', () => {
    expect(check.blockers).toEqual([]);
    const begun = changesOf(plan.changes, 'begin-membership').map(({ organisationId, role }) => [organisationId, role]);
    expect(begun).toEqual([
      ['C1', 'lead'],
      ['T1', 'core'],
      ['C2', 'lead'],
    ]);
  });

  it('adds up to the same on both sides', () => {
    expect(plan.before.together).toMatchObject({ organisations: 3, ccgs: 2, trusts: 1, practices: 17, patients: 150 });
    expect(plan.after.together).toEqual(plan.before.together);
    expect(plan.after.footprints.map(({ name, totals }) => [name, totals.patients])).toEqual([['Whole', 150]]);
  });

  it('spans the STPs of both and lies within their one region', () => {
    const links = changesOf(plan.changes, 'begin-link').map(({ parentAreaId, relation }) => [parentAreaId, relation]);
    expect(links).toEqual([
      ['stp:north', 'spans'],
      ['region:r', 'within'],
      ['stp:south', 'spans'],
    ]);
  });

  it('leaves a person who edited both with one role in the whole', () => {
    expect(changesOf(plan.changes, 'end-grant')).toHaveLength(2);
    expect(changesOf(plan.changes, 'begin-grant')).toMatchObject([
      { personId: 'p', role: 'editor', scopeId: 'footprint:whole' },
    ]);
  });

  it('says of one member that it is one', () => {
    const texts = plan.consequences.map(({ text }) => text);
    expect(texts).toContain('Whole begins with 3 members.');
    const alone = planSuccession(
      merge,
      situation({ footprints: [north, { ...south, memberships: south.memberships.slice(0, 1) }] }),
    );
    expect(alone.plan.consequences.map(({ text }) => text)).toContain('South ends, with its 1 member.');
  });

  it('names what was proposed in the same plan for the same facts', () => {
    expect(planSuccession(merge, situation())).toEqual({ plan, check });
  });
});

describe('roadmaps in hand', () => {
  it.each(['submitted', 'under-review', 'cleared'] as const)('one that is %s must be decided on first', (state) => {
    expect(blockersOf(merge, withVersion(state))).toEqual(['roadmap-in-judgement']);
  });

  it.each(['draft', 'changes-requested', 'published', 'superseded'] as const)('one that is %s is cited', (state) => {
    const { plan } = planSuccession(merge, withVersion(state));
    expect(changesOf(plan.changes, 'begin-draft')).toMatchObject([
      { footprintId: 'footprint:whole', cites: [{ versionId: 'v1', footprintName: 'North' }] },
    ]);
    expect(changesOf(plan.changes, 'withdraw-version')).toEqual([]);
  });

  it('begins none while no planning round is open, and says what is read beside it once one is', () => {
    const { plan } = planSuccession(merge, { ...withVersion('draft'), isPlanningOpen: false });
    expect(changesOf(plan.changes, 'begin-draft')).toEqual([]);
    expect(plan.consequences.map(({ text }) => text)).toContain(
      'No planning round is open, so no roadmap of Whole begins yet. Once one is started, the version before it can be read beside it, part by part.',
    );
  });

  it('one that waits for endorsement goes back to draft, and says whose decision lapses and why', () => {
    const endorsements = [{ organisationName: 'Organisation T1', decision: 'endorse' }];
    const { plan } = planSuccession(merge, withVersion('endorsement', { endorsements }));
    expect(changesOf(plan.changes, 'withdraw-version')).toMatchObject([{ versionId: 'v1', reason: plan.title }]);
    const [lapse] = plan.consequences.filter(({ rule }) => rule === 'endorsements');
    expect(lapse?.text).toContain('Organisation T1');
    expect(lapse?.text).toContain('d'.repeat(64));
  });

  it('what is published stays published', () => {
    const { plan } = planSuccession(merge, withVersion('published', { published: [1] }));
    const [stays] = plan.consequences.filter(({ rule }) => rule === 'publications');
    expect(stays?.text).toBe('Version 1 of North stays published under North.');
  });
});

describe('what stands in the way', () => {
  const split: ProposedEvent = {
    kind: 'split',
    predecessor: 'north',
    successors: [
      { name: 'One', code: 'one', slug: 'one', organisations: ['C1'] },
      { name: 'Two', code: 'two', slug: 'two', organisations: ['C2'] },
    ],
    effectiveOn: '2016-10-01',
    reason: 'Two plans',
  };
  const cases: [string, ProposedEvent, Situation, string[]][] = [
    [
      'a footprint that is not there',
      { ...merge, predecessors: ['north', 'west'] },
      situation({ footprints: [north] }),
      ['footprint-unknown'],
    ],
    [
      'the same footprint twice',
      { ...merge, predecessors: ['north', 'north'] },
      situation({ footprints: [north] }),
      ['too-few', 'named-twice'],
    ],
    [
      'a day on which it had just begun',
      { ...merge, effectiveOn: '2016-06-30' },
      situation(),
      ['day-too-early', 'day-too-early'],
    ],
    [
      'a change that is on record for later',
      merge,
      situation({ footprints: [{ ...north, laterDays: ['2017-04-01'] }, south] }),
      ['recorded-later'],
    ],
    [
      'a code that was used before',
      { ...merge, successor: { name: 'New', code: 'north', slug: 'new' } },
      situation(),
      ['code-taken'],
    ],
    [
      'an address that another has',
      { ...merge, successor: { name: 'New', code: 'new', slug: 'east' } },
      situation({ taken: [{ areaId: 'footprint:east', name: 'East', code: 'east', slug: 'east', to: null }] }),
      ['slug-taken'],
    ],
    [
      'a footprint form in hand',
      merge,
      situation({ footprints: [{ ...north, openForm: 'before its region' }, south] }),
      ['form-in-hand'],
    ],
    ['another proposal about the same', merge, situation({ pending: ['North closes'] }), ['pending-event']],
    [
      'members without a part, and a part with strangers',
      split,
      situation({ footprints: [north] }),
      ['member-unassigned', 'not-a-member'],
    ],
    [
      'nobody left',
      {
        kind: 'boundary-change',
        from: 'north',
        to: 'south',
        organisations: ['C1', 'T1'],
        effectiveOn: '2016-10-01',
        reason: 'x',
      },
      situation(),
      ['footprint-emptied'],
    ],
    [
      'an event that was not applied here',
      { kind: 'undo', eventId: 'e', effectiveOn: '2016-10-01', reason: 'x' },
      situation({ footprints: [] }),
      ['event-unknown'],
    ],
  ];
  it.each(cases)('%s', (_, event, given, expected) => {
    expect(blockersOf(event, given)).toEqual(expected);
  });

  it('the address of a predecessor may go on', () => {
    expect(blockersOf({ ...merge, successor: { name: 'North', code: 'north-2', slug: 'north' } }, situation())).toEqual(
      [],
    );
  });
});

describe('a merge of organisations', () => {
  const event: ProposedEvent = {
    kind: 'organisation-merge',
    predecessors: ['C1', 'C2'],
    successor: { code: 'C9', name: 'New CCG' },
    effectiveOn: '2017-04-01',
    reason: 'One commissioner',
  };
  const merging = situation({
    organisations: [
      organisation('C1', {
        isCommissioner: true,
        patients: 100,
        practices: 10,
        assessments: 1,
        memberships: north.memberships.slice(0, 1),
      }),
      organisation('C2', {
        isCommissioner: true,
        patients: 50,
        practices: 7,
        memberships: south.memberships.slice(0, 1),
      }),
      organisation('T1', { isTrust: true }),
    ],
  });

  it('adds up patients and practices, and takes the place of both everywhere', () => {
    const { plan, check } = planSuccession(event, merging);
    expect(check.blockers).toEqual([]);
    expect(changesOf(plan.changes, 'carry-patients')).toMatchObject([{ organisationId: 'C9', value: 150 }]);
    expect(plan.after.together).toMatchObject({ ccgs: 1, patients: 150, practices: 17 });
    expect(changesOf(plan.changes, 'begin-membership').map(({ areaId, role }) => [areaId, role])).toEqual([
      ['footprint:north', 'lead'],
      ['footprint:south', 'lead'],
    ]);
    const [assessments] = plan.consequences.filter(({ rule }) => rule === 'assessments');
    expect(assessments?.text).toBe('1 self-assessment stays with the predecessors; New CCG starts its own.');
  });

  it('refuses a commissioner and a trust in one', () => {
    expect(blockersOf({ ...event, predecessors: ['C1', 'T1'] }, merging)).toContain('types-mixed');
  });

  it('into one that was there can be taken back, and that one gives back the practices it took over', () => {
    const among = (practices: number, isThere: boolean) => {
      const here = footprint('North', { C1: 'lead', ...(isThere ? { C2: 'core' } : {}) });
      const [first, second] = here.memberships.map((one) => [one]);
      return {
        footprints: [here],
        organisations: [
          organisation('C1', { isCommissioner: true, practices, memberships: first ?? [] }),
          organisation('C2', { isCommissioner: true, practices: 7, isThere, memberships: second ?? [] }),
        ],
      };
    };
    const successor = { code: 'C1', name: 'Organisation C1' };
    const merged = planSuccession({ ...event, predecessors: ['C2'], successor }, situation(among(10, true)));
    const undone = { eventId: 'e', plan: merged.plan, isUndone: false, later: [] };
    const undo: ProposedEvent = { kind: 'undo', eventId: 'e', effectiveOn: '2017-05-01', reason: 'x' };
    const { plan, check } = planSuccession(undo, situation({ ...among(17, false), undone }));
    expect([...merged.check.blockers, ...check.blockers]).toEqual([]);
    expect(plan.after.together).toMatchObject({ ccgs: 2, practices: 17 });
  });
});
