import { describe, expect, it } from 'vitest';
import { datedStates } from '../../register/records/dated-states.ts';
import { observe } from '../../register/records/observe.ts';
import { nothingKnown, sighting, types } from '../../register/records/testing.fixture.ts';
import { type ShippedOrganisation, sightingsOf } from './shipped-sightings.ts';

const positionOn = '2016-06-30';

function row(valid_from: string, valid_to: string | null, name = 'Vale Group'): ShippedOrganisation {
  return {
    organisation_id: '00A',
    code: '00A',
    name,
    type_id: 'group',
    type_standing: 'official',
    town: '',
    postcode: '',
    valid_from,
    valid_to,
    source_id: 'register',
    standing: 'official',
    note: '',
  };
}

const daysOf = (rows: readonly ShippedOrganisation[]) =>
  sightingsOf(rows, positionOn).map(({ on, openedOn, endedOn }) => [on, openedOn, endedOn]);

describe('the sightings of shipped rows', () => {
  it.each<[string, ShippedOrganisation[], (string | null)[][]]>([
    ['one that lasts', [row('2013-04-01', null)], [['2016-06-30', '2013-04-01', null]]],
    [
      'one that ended, seen on its last day as well',
      [row('2013-04-01', '2020-04-01')],
      [
        ['2016-06-30', '2013-04-01', '2020-04-01'],
        ['2020-03-31', '2013-04-01', '2020-04-01'],
      ],
    ],
    [
      'one that ended with the position day',
      [row('2013-04-01', '2016-07-01')],
      [['2016-06-30', '2013-04-01', '2016-07-01']],
    ],
    [
      'two rows that meet, in any order: one life',
      [row('2022-07-01', null), row('2013-04-01', '2022-07-01')],
      [
        ['2016-06-30', '2013-04-01', null],
        ['2022-07-01', '2013-04-01', null],
      ],
    ],
    [
      'two rows with a gap between them: two lives',
      [row('2001-04-01', '2010-04-01'), row('2017-04-01', null)],
      [
        ['2001-04-01', '2001-04-01', '2010-04-01'],
        ['2010-03-31', '2001-04-01', '2010-04-01'],
        ['2017-04-01', '2017-04-01', null],
      ],
    ],
  ])('%s', (_, rows, days) => {
    expect(daysOf(rows)).toEqual(days);
  });
});

describe('shipped rows of what was ended here', () => {
  const told = (resumedOn: string | null, rows: readonly ShippedOrganisation[]) =>
    sightingsOf(rows, positionOn, [{ endedOn: '2016-12-01', resumedOn }]).map(({ on, openedOn, endedOn }) => [
      on,
      openedOn,
      endedOn,
    ]);
  const asFarAsTheEnd = ['2016-06-30', '2013-04-01', '2016-12-01'];

  it('tell of it as far as that end, and from the day on which it went on', () => {
    expect(told(null, [row('2013-04-01', null)])).toEqual([asFarAsTheEnd]);
    expect(told('2017-04-01', [row('2013-04-01', null)])).toEqual([asFarAsTheEnd, ['2017-04-01', '2017-04-01', null]]);
  });

  it('hold where they say more than the end: an earlier one, or what began after it', () => {
    expect(told(null, [row('2013-04-01', '2016-07-01')])).toEqual([['2016-06-30', '2013-04-01', '2016-07-01']]);
    expect(told(null, [row('2013-04-01', '2022-07-01'), row('2022-07-01', null)])).toEqual([
      asFarAsTheEnd,
      ['2022-07-01', '2022-07-01', null],
    ]);
  });
});

describe('shipped rows taken into a history', () => {
  const taken = (rows: readonly ShippedOrganisation[]) =>
    sightingsOf(rows, positionOn).reduce((history, each) => observe(history, each, types), nothingKnown);
  const periodsOf = (history: typeof nothingKnown) =>
    datedStates(history, types).map(({ from, to, state }) => [from, to, state.facts.name]);

  it('come out as they went in', () => {
    const rows = [
      row('2001-04-01', '2010-04-01', 'First'),
      row('2017-04-01', '2018-04-01', 'Second'),
      row('2018-04-01', '2022-07-01', 'Third'),
    ];
    expect(periodsOf(taken(rows))).toEqual(rows.map(({ valid_from, valid_to, name }) => [valid_from, valid_to, name]));
  });

  it('keep their end against a file of a day before it that knows of none', () => {
    const history = observe(
      taken([row('2013-04-01', '2020-04-01')]),
      sighting('2018-01-31', { openedOn: '2013-04-01', facts: { name: 'Vale Group', typeId: 'group' } }),
      types,
    );
    expect(periodsOf(history).map(([, to]) => to)).toEqual(['2018-01-31', '2020-04-01']);
  });
});
