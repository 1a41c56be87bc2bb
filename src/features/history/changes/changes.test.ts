import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineageLink, LineageParty } from '../timeline/past.ts';
import { changesBetween, type FootprintOn, type MemberOn } from './changes.ts';

const area = {
  areaId: 'footprint:vale',
  kind: 'footprint',
  code: 'vale',
  name: 'Vale',
  slug: 'vale',
  from: '2015-10-30',
  to: null,
  sourceId: 'made-up',
  standing: 'stated' as const,
};

function member(code: string, changes: Partial<MemberOn> = {}): MemberOn {
  return {
    organisationId: code,
    code,
    name: `${code} CCG`,
    typeId: 'ccg',
    status: '',
    role: 'core',
    from: '2015-10-30',
    to: null,
    sourceId: 'made-up',
    standing: 'stated',
    record: { from: '2013-04-01', isBy: false, sourceId: 'list', standing: 'official' },
    registeredPatients: { value: 100, measuredOn: '2016-01-01', sourceId: 'list' },
    ...changes,
  };
}

const on = (day: string, members: MemberOn[], changes: Partial<FootprintOn> = {}): FootprintOn => ({
  day,
  area,
  members,
  practiceCount: members.length * 10,
  ...changes,
});

const organisation = (id: string): LineageParty => ({ id, name: `${id} CCG`, area: null });

const link = (predecessor: string, successor: string, effectiveOn: string): LineageLink => ({
  eventId: `${predecessor} ${successor}`,
  kind: 'merge',
  effectiveOn,
  reason: '',
  sourceId: 'made-up',
  standing: 'official',
  predecessor: organisation(predecessor),
  successor: organisation(successor),
});

const told = (before: FootprintOn, after: FootprintOn, links: LineageLink[] = []) =>
  changesBetween(before, after, links).lines.map(({ subject, change, code, before: old, after: now, others }) =>
    [subject, change, code, old, now, others.map(({ id }) => id).join(' ')].filter((part) => part !== '').join(' | '),
  );

describe('changesBetween', () => {
  it.each([
    ['nothing', on('2016-01-01', [member('A')]), on('2017-01-01', [member('A')]), []],
    [
      'a member joined',
      on('2016-01-01', [member('A')]),
      on('2017-01-01', [member('A'), member('B', { role: 'associate' })]),
      ['membership | joined | B | associate'],
    ],
    [
      'a member left',
      on('2016-01-01', [member('A'), member('B', { to: '2016-06-01' })]),
      on('2017-01-01', [member('A')]),
      ['membership | left | B | core'],
    ],
    [
      'a member became lead',
      on('2016-01-01', [member('A')]),
      on('2017-01-01', [member('A', { role: 'lead' })]),
      ['membership | role-changed | A | core | lead'],
    ],
    [
      'a member took on a second role',
      on('2016-01-01', [member('A')]),
      on('2017-01-01', [member('A', { role: 'support' }), member('A')]),
      ['membership | role-changed | A | core | core support'],
    ],
    [
      'a member was renamed, not only spelt otherwise',
      on('2016-01-01', [member('A', { name: 'Old' }), member('B', { name: 'B & C' })]),
      on('2017-01-01', [member('A', { name: 'New' }), member('B', { name: 'B and C' })]),
      ['organisation | renamed | A | Old | New'],
    ],
    ['it was formed', on('2015-01-01', [], { area: null }), on('2017-01-01', []), ['area | opened | vale | Vale']],
    ['it ended', on('2016-01-01', []), on('2017-01-01', [], { area: null }), ['area | closed | vale | Vale']],
  ])('tells that %s', (_what, before, after, expected) => {
    expect(told(before, after)).toEqual(expected);
  });

  it('tells what came after a member, if it came between the two days', () => {
    const before = on('2016-01-01', [member('A', { to: '2016-04-01' }), member('B', { to: '2016-04-01' })]);
    const after = on('2017-01-01', [member('C', { from: '2016-04-01' })]);
    const links = [link('A', 'C', '2016-04-01'), link('B', 'C', '2016-04-01'), link('C', 'D', '2019-04-01')];
    expect(told(before, after, links)).toEqual([
      'membership | joined | C | core | A B',
      'membership | left | A | core | C',
      'membership | left | B | core | C',
    ]);
  });

  it('counts people and organisations without associates', () => {
    const members = [member('A'), member('B', { role: 'associate' }), member('T', { typeId: 'acute-trust' })];
    const { before, after } = changesBetween(on('2016-01-01', []), on('2017-01-01', members), []);
    expect(before.population.total).toBeNull();
    expect(after.population.total).toBe(100);
    expect([...after.byType]).toEqual([
      ['ccg', 1],
      ['acute-trust', 1],
    ]);
  });

  const codes = fc.uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'));
  it('reconciles: members before, with those who joined and without those who left, are the members after', () => {
    fc.assert(
      fc.property(codes, codes, (old, now) => {
        const { lines } = changesBetween(
          on(
            '2016-01-01',
            old.map((code) => member(code)),
          ),
          on(
            '2017-01-01',
            now.map((code) => member(code)),
          ),
          [],
        );
        const changed = (change: string) => lines.filter((line) => line.change === change).map(({ code }) => code);
        const after = [...old, ...changed('joined')].filter((code) => !changed('left').includes(code));
        expect(after.sort()).toEqual([...now].sort());
      }),
    );
  });
});
