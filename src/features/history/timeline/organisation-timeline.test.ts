import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AreaRef } from '../../directory/directory.ts';
import { organisationTimeline } from './organisation-timeline.ts';
import type { LineageLink, OrganisationPast, PastEventKind, PastFact, PastRecord } from './past.ts';
import type { TimelineEntry } from './timeline.ts';

const fact = (from: string | null, to: string | null, seenFrom: string | null = null): PastFact => ({
  from,
  to,
  seenFrom,
  sourceId: 'made-up',
  standing: 'official',
});

const record = (from: string | null, to: string | null, changes: Partial<PastRecord> = {}): PastRecord => ({
  ...fact(from, to, '2016-02-26'),
  name: 'Vale CCG',
  typeId: 'ccg',
  status: '',
  address: '',
  town: 'Vale',
  postcode: '',
  seenTo: '2016-02-26',
  isBy: from === (changes.seenFrom ?? '2016-02-26'),
  ...changes,
});

const empty: OrganisationPast = { records: [], memberships: [], relations: [], places: [], measures: [] };
const area = (kind: string, name: string): AreaRef => ({ areaId: name, kind, code: name, name, slug: name });
const party = (id: string) => ({ id, name: null, area: null });

function link(predecessor: string, successor: string, on: string, kind: PastEventKind = 'merge'): LineageLink {
  const { sourceId, standing } = fact(null, null);
  const parties = { predecessor: party(predecessor), successor: party(successor) };
  return { eventId: `${kind} ${on}`, kind, effectiveOn: on, reason: '', sourceId, standing, ...parties };
}

/** A line in short: the day (with ~ where it is only known to lie before), and what it says. */
function told({ day, certainty, fact: said }: TimelineEntry): string {
  const when = certainty.kind === 'stated' ? `${day}` : `${certainty.notBefore ?? ''}~${day}`;
  return `${when} ${said.kind} ${wordsOf(said)}`.trim();
}

function wordsOf(said: TimelineEntry['fact']): string {
  const nameOf = (end: unknown) =>
    typeof end === 'object' && end !== null && 'id' in end ? String(end.id) : (end as AreaRef | null)?.name;
  switch (said.kind) {
    case 'placed':
    case 'related':
      return `${nameOf(said.from) ?? '-'}>${nameOf(said.to) ?? '-'}`;
    case 'joined':
    case 'left':
      return `${said.other.name} ${said.role}`;
    case 'role-changed':
      return `${said.other.name} ${said.from}>${said.to}`;
    case 'came-from':
    case 'became':
      return `${said.event} ${said.others.map(({ id }) => id).join('+')}`;
    default:
      return 'to' in said ? `${said.from}>${said.to}` : '';
  }
}

const timeline = (past: Partial<OrganisationPast>, links: LineageLink[] = []) =>
  organisationTimeline({ ...empty, ...past }, links, 'A').map(told);

describe('organisationTimeline', () => {
  it.each<[string, Partial<OrganisationPast>, string[]]>([
    ['opens and lasts', { records: [record('2013-04-01', null)] }, ['2013-04-01 began']],
    ['opens on a day nobody recorded', { records: [record(null, '2016-04-01')] }, ['null began', '2016-04-01 ended']],
    ['is first seen on the day of a source', { records: [record('2016-02-26', null)] }, ['~2016-02-26 began']],
    [
      'is renamed and changes type between two sources',
      {
        records: [
          record('2013-04-01', '2023-05-01'),
          record('2023-05-01', null, { name: 'Moor', typeId: 'icb', seenFrom: '2023-05-01' }),
        ],
      },
      ['2013-04-01 began', '2016-02-26~2023-05-01 renamed Vale CCG>Moor', '2016-02-26~2023-05-01 retyped ccg>icb'],
    ],
    [
      'becomes another type on the day that type came in',
      {
        records: [
          record('2013-04-01', '2022-07-01'),
          record('2022-07-01', null, { typeId: 'icb', seenFrom: '2023-05-01' }),
        ],
      },
      ['2013-04-01 began', '2022-07-01 retyped ccg>icb'],
    ],
    [
      'was already renamed when it closed, by a source after its end',
      {
        records: [
          record('2013-04-01', '2017-03-31'),
          record('2017-03-31', '2017-04-01', { name: 'Moor', seenFrom: '2023-05-01' }),
        ],
      },
      ['2013-04-01 began', '2016-02-26~2017-03-31 renamed Vale CCG>Moor', '2017-04-01 ended'],
    ],
    [
      'is spelt otherwise, and moves',
      {
        records: [
          record('2013-04-01', '2023-05-01', { address: '1 High Street' }),
          record('2023-05-01', null, { name: 'VALE CCG', seenFrom: '2023-05-01', postcode: 'V1 1AA', town: 'Moor' }),
        ],
      },
      ['2013-04-01 began', '2016-02-26~2023-05-01 moved 1 High Street, Vale>Moor, V1 1AA'],
    ],
    [
      'closes and opens again',
      { records: [record('2013-04-01', '2014-04-01'), record('2015-04-01', null)] },
      ['2013-04-01 began', '2014-04-01 ended', '2015-04-01 began'],
    ],
    [
      'joins, becomes lead and leaves a footprint',
      {
        memberships: [
          { ...fact('2015-10-30', '2016-06-30'), other: area('footprint', 'Vale'), role: 'core' },
          { ...fact('2016-06-30', '2017-04-01'), other: area('footprint', 'Vale'), role: 'lead' },
        ],
      },
      ['2015-10-30 joined Vale core', '2016-06-30 role-changed Vale core>lead', '2017-04-01 left Vale lead'],
    ],
    [
      'ends with what it was in',
      {
        records: [record('2013-04-01', '2017-04-01')],
        memberships: [{ ...fact('2015-10-30', '2017-04-01'), other: area('footprint', 'Vale'), role: 'core' }],
        places: [{ ...fact('2013-04-01', '2017-04-01'), area: area('region', 'North') }],
      },
      ['2013-04-01 began', '2013-04-01 placed ->North', '2015-10-30 joined Vale core', '2017-04-01 ended'],
    ],
    [
      'is placed in another region, and in a second STP',
      {
        places: [
          { ...fact('2013-04-01', '2018-04-01'), area: area('region', 'North') },
          { ...fact('2018-04-01', null), area: area('region', 'South') },
          { ...fact('2016-03-15', null), area: area('stp', 'Vale') },
          { ...fact('2018-04-01', null), area: area('stp', 'Moor') },
        ],
      },
      [
        '2013-04-01 placed ->North',
        '2016-03-15 placed ->Vale',
        '2018-04-01 placed ->Moor',
        '2018-04-01 placed North>South',
      ],
    ],
    [
      'is commissioned by one, then another',
      {
        relations: [
          {
            ...fact('2013-04-01', '2018-04-01', '2016-02-26'),
            kind: 'commissioned-by',
            related: party('01A'),
            bearers: [],
          },
          { ...fact('2018-04-01', null, '2023-05-01'), kind: 'commissioned-by', related: party('02B'), bearers: [] },
        ],
      },
      ['2013-04-01 related ->01A', '2018-04-01 related 01A>02B'],
    ],
  ])('of one that %s', (_what, past, expected) => {
    expect(timeline(past)).toEqual(expected);
  });

  it('became a type on the day on which the type came into being, whatever source shows it', () => {
    const records = [
      record('2013-04-01', '2022-07-01'),
      record('2022-07-01', null, { typeId: 'icb', name: 'Moor', seenFrom: '2022-07-01' }),
    ];
    const lines = organisationTimeline({ ...empty, records }, [], 'A', () => '2022-07-01').map(told);
    expect(lines.slice(1)).toEqual(['2016-02-26~2022-07-01 renamed Vale CCG>Moor', '2022-07-01 retyped ccg>icb']);
  });

  it('tells its side of each event, and takes the day of a change from it', () => {
    const records = [
      record('2013-04-01', '2016-02-26'),
      record('2016-02-26', '2018-04-01', { name: 'Moor', seenFrom: '2016-02-26' }),
    ];
    const links = [
      link('A', 'A', '2016-02-26', 'rename'),
      link('X', 'A', '2016-02-26'),
      link('Y', 'A', '2016-02-26'),
      link('A', 'B', '2018-04-01'),
      link('B', 'C', '2022-07-01'),
    ];
    expect(timeline({ records }, links)).toEqual([
      '2013-04-01 began',
      '2016-02-26 came-from merge X+Y',
      '2016-02-26 renamed Vale CCG>Moor',
      '2018-04-01 ended',
      '2018-04-01 became merge B',
    ]);
  });

  const days = fc.constantFrom('2013-04-01', '2014-04-01', '2015-04-01', '2016-04-01');
  const facts = fc
    .tuple(days, fc.option(days))
    .filter(([from, to]) => to === null || from < to)
    .map(([from, to]) => fact(from, to));
  const pasts = fc.record({
    records: fc.array(
      fc.tuple(facts, fc.constantFrom('One', 'Two')).map(([f, name]) => record(f.from, f.to, { name })),
    ),
    memberships: fc.array(
      fc
        .tuple(facts, fc.constantFrom('Vale', 'Moor'), fc.constantFrom('core' as const, 'lead' as const))
        .map(([f, name, role]) => ({ ...f, other: area('footprint', name), role })),
    ),
    relations: fc.constant([]),
    places: fc.array(
      fc.tuple(facts, fc.constantFrom('North', 'South')).map(([f, name]) => ({ ...f, area: area('region', name) })),
    ),
    measures: fc.constant([]),
  });

  it('is in the order of days', () => {
    fc.assert(
      fc.property(pasts, (past) => {
        const lines = organisationTimeline(past, [], 'A').map(({ day }) => day ?? '');
        expect(lines).toEqual(lines.toSorted());
      }),
    );
  });

  it('tells of memberships one beginning for each that is not a change of role, and never an end without a beginning', () => {
    fc.assert(
      fc.property(pasts, (past) => {
        const lines = organisationTimeline({ ...past, records: [] }, [], 'A').map((entry) => entry.fact.kind);
        const count = (kind: string) => lines.filter((each) => each === kind).length;
        expect(count('left')).toBeLessThanOrEqual(count('joined'));
      }),
    );
  });

  it('does not depend on the order of what is recorded', () => {
    fc.assert(
      fc.property(pasts, (past) => {
        const turned = {
          ...past,
          memberships: past.memberships.toReversed(),
          places: past.places.toReversed(),
        };
        expect(organisationTimeline(turned, [], 'A')).toEqual(organisationTimeline(past, [], 'A'));
      }),
    );
  });
});
