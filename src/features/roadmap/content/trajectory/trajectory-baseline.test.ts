import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BaselineMember, type MemberSectionScore, trajectoryBaseline } from './trajectory-baseline.ts';

const groups = [{ id: 'records', section: 's-records' }];

const member = (organisationId: string, role: BaselineMember['role'] = 'core', assessed = true) => {
  return { organisationId, role, assessed, unasked: new Set<string>() };
};

const score = (organisationId: string, value: number | null, sectionId = 's-records') => {
  return { organisationId, sectionId, score: value };
};

const baselineOf = (members: BaselineMember[], scores: MemberSectionScore[]) =>
  trajectoryBaseline(groups, members, scores)[0];

describe('trajectoryBaseline', () => {
  it('is the simple mean of the section over the assessed members', () => {
    const members = [member('acute'), member('mental'), member('community')];
    const scores = [score('acute', 52), score('mental', 44), score('community', 57), score('acute', 9, 's-other')];
    const included = ['acute', 'community', 'mental'];
    expect(baselineOf(members, scores)).toEqual({ groupId: 'records', mean: 51, n: 3, included, missing: [] });
  });

  it('leaves out associates, support bodies and organisations that are not assessed', () => {
    const members = [
      member('acute'),
      member('guest', 'associate'),
      member('helper', 'support'),
      member('ccg', 'lead', false),
    ];
    const scores = [score('acute', 40), score('guest', 90), score('helper', 90), score('ccg', 90)];
    expect(baselineOf(members, scores)).toMatchObject({ mean: 40, n: 1, included: ['acute'], missing: [] });
  });

  it('counts a score of 0, and lists those without a score instead of counting them as 0', () => {
    const members = [member('a'), member('b'), member('c')];
    const scores = [score('a', 0), score('b', null)];
    expect(baselineOf(members, scores)).toMatchObject({ mean: 0, n: 1, included: ['a'], missing: ['b', 'c'] });
  });

  it('does not miss those of whom nothing is asked, and counts a score that one of them has from before', () => {
    const unasked = new Set(['s-records']);
    const members = [member('a'), { ...member('b'), unasked }, { ...member('c'), unasked }];
    expect(baselineOf(members, [score('a', 40), score('c', 60)])).toMatchObject({ n: 2, mean: 50, missing: [] });
  });

  it('has no mean where nobody has a score', () => {
    expect(baselineOf([member('a')], [])).toMatchObject({ mean: null, n: 0, included: [], missing: ['a'] });
    expect(baselineOf([], [])).toMatchObject({ mean: null, n: 0, missing: [] });
  });

  it('counts a member in two roles once, and one with two care settings once with its own mean', () => {
    const members = [member('a', 'lead'), member('a', 'core'), member('b')];
    const scores = [score('a', 20), score('a', 40), score('b', 60)];
    expect(baselineOf(members, scores)).toMatchObject({ mean: 45, n: 2 });
  });
});

describe('any footprint', () => {
  const role = fc.constantFrom<BaselineMember['role'][]>('lead', 'core', 'associate', 'support');
  const anyMember = fc.record({
    organisationId: fc.constantFrom('a', 'b', 'c', 'd'),
    role,
    assessed: fc.boolean(),
    unasked: fc.constantFrom(new Set<string>(), new Set(['s-records'])),
  });
  const anyScore = fc.record({
    organisationId: fc.constantFrom('a', 'b', 'c', 'd', 'stranger'),
    sectionId: fc.constantFrom('s-records', 's-other'),
    score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
  });

  it('has a mean between the scores it is of, whatever the order of members and scores', () => {
    fc.assert(
      fc.property(fc.array(anyMember), fc.array(anyScore), (members, scores) => {
        const baseline = baselineOf(members, scores);
        expect(baselineOf(members.toReversed(), scores.toReversed())).toEqual(baseline);
        expect(baseline?.n).toBe(baseline?.included.length);
        expect((baseline?.mean ?? null) === null).toBe(baseline?.n === 0);
        const values = scores.flatMap((row) => (row.sectionId === 's-records' ? (row.score ?? []) : []));
        if (baseline?.mean !== null && baseline !== undefined) {
          expect(baseline.mean).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(baseline.mean).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        }
      }),
    );
  });

  it('has every counted member that is asked, or was, either in the mean or among the missing', () => {
    fc.assert(
      fc.property(fc.array(anyMember), fc.array(anyScore), (members, scores) => {
        const scored = scores
          .filter(({ sectionId, score }) => sectionId === 's-records' && score !== null)
          .map((row) => row.organisationId);
        const counted = members
          .filter((row) => row.assessed && (row.role === 'lead' || row.role === 'core'))
          .filter((row) => row.unasked.size === 0 || scored.includes(row.organisationId));
        const baseline = baselineOf(members, scores);
        const listed = [...(baseline?.included ?? []), ...(baseline?.missing ?? [])];
        expect(listed.toSorted()).toEqual([...new Set(counted.map((row) => row.organisationId))].sort());
      }),
    );
  });
});
