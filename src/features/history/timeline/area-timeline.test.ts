import { describe, expect, it } from 'vitest';
import type { AreaRef } from '../../directory/directory.ts';
import { areaTimeline } from './area-timeline.ts';
import type { AreaPast, LineageLink, PastAreaRecord, PastFact } from './past.ts';

const fact = (from: string | null, to: string | null, seenFrom: string | null = null): PastFact => ({
  from,
  to,
  seenFrom,
  sourceId: 'made-up',
  standing: 'stated',
});
const area = (kind: string, name: string): AreaRef => ({ areaId: name, kind, code: name, name, slug: name });
const record = (from: string, to: string | null, changes: Partial<PastAreaRecord> = {}): PastAreaRecord => ({
  ...fact(from, to),
  code: 'vale',
  name: 'Vale',
  slug: 'vale',
  isBy: false,
  ...changes,
});
const organisation = { organisationId: 'A', code: 'A', name: 'A CCG', typeId: 'ccg' };

const timeline = (past: Partial<AreaPast>, links: LineageLink[] = []) =>
  areaTimeline({ records: [], members: [], links: [], notes: [], ...past }, links, 'vale').map(
    ({ day, certainty, fact: { kind } }) => `${certainty.kind === 'by' ? '~' : ''}${day} ${kind}`,
  );

describe('areaTimeline', () => {
  it('tells how it was formed, grew, was renamed and merged', () => {
    const merged: LineageLink = {
      eventId: 'merger',
      kind: 'merge',
      effectiveOn: '2018-04-01',
      reason: '',
      sourceId: 'made-up',
      standing: 'stated',
      predecessor: { id: 'vale', name: 'Vale', area: area('footprint', 'vale') },
      successor: { id: 'moor', name: 'Moor', area: area('footprint', 'moor') },
    };
    const past: AreaPast = {
      records: [
        record('2015-10-30', '2017-01-01', { seenFrom: '2015-10-30' }),
        record('2017-01-01', '2018-04-01', { name: 'Vale and Dale', code: 'vd' }),
      ],
      members: [
        { ...fact('2015-10-30', '2018-04-01', '2015-10-30'), other: organisation, role: 'core' },
        { ...fact('2016-01-01', '2017-06-01'), other: { ...organisation, organisationId: 'B' }, role: 'associate' },
      ],
      links: [
        { ...fact('2016-03-15', '2018-04-01'), area: area('stp', 'North'), isParent: true },
        { ...fact('2016-04-01', null), area: area('footprint', 'Dale'), isParent: false },
      ],
      notes: [],
    };
    expect(timeline(past, [merged])).toEqual([
      '~2015-10-30 began',
      '~2015-10-30 joined',
      '2016-01-01 joined',
      '2016-03-15 placed',
      '2016-04-01 took-in',
      '2017-01-01 renamed',
      '2017-01-01 recoded',
      '2017-06-01 left',
      '2018-04-01 ended',
      '2018-04-01 became',
    ]);
  });

  it('tells parts that change places as one going and one coming', () => {
    const links = [
      { ...fact('2016-01-01', '2017-01-01'), area: area('footprint', 'Dale'), isParent: false },
      { ...fact('2017-01-01', null), area: area('footprint', 'Fell'), isParent: false },
    ];
    expect(timeline({ links })).toEqual(['2016-01-01 took-in', '2017-01-01 took-in', '2017-01-01 let-go']);
  });
});
