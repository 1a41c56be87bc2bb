import { describe, expect, it } from 'vitest';
import { asRecorded, readDay } from './as-at.ts';

/** A programme whose usual day is past. */
const context = { pack: { positionOn: '2016-06-30' }, clock: () => new Date('2016-09-30T12:00:00Z') };

describe('readDay', () => {
  it('is the programme’s position date when nothing is asked for', () => {
    const day = readDay({}, context);
    expect(day).toMatchObject({ asAt: '2016-06-30', isChosen: false, refused: null });
    expect(day.link('/footprints')).toBe('/footprints');
  });

  it('carries a chosen day along every link', () => {
    const day = readDay({ 'as-at': '2015-11-01' }, context);
    expect(day).toMatchObject({ asAt: '2015-11-01', isChosen: true });
    expect(day.link('/footprints')).toBe('/footprints?as-at=2015-11-01');
    expect(day.link('/footprints?q=x#list')).toBe('/footprints?q=x&as-at=2015-11-01#list');
  });

  it.each(['yesterday', '2016-02-30', '0000-01-01', '9999-12-31', '2016-6-1'])('refuses %s and says so', (wanted) => {
    expect(readDay({ 'as-at': wanted }, context)).toMatchObject({
      asAt: '2016-06-30',
      isChosen: false,
      refused: wanted,
    });
  });

  it.each([
    ['2015-11-01', 'as recorded on this service by 1 November 2015'],
    ['2016-06-30', 'as it stands today'],
    ['2016-09-30', 'as recorded on this service by 30 September 2016'],
    ['2016-10-01', 'as it stands today'],
    ['2030-01-01', 'as it stands today'],
  ])('says of %s up to when things count, and names no day to come', (wanted, words) => {
    expect(asRecorded(readDay({ 'as-at': wanted }, context))).toBe(words);
  });

  it('takes the last of several, and nothing that is not text', () => {
    expect(readDay({ 'as-at': ['2015-01-01', '2015-11-01'] }, context).asAt).toBe('2015-11-01');
    expect(readDay({ 'as-at': { a: 1 } }, context).asAt).toBe('2016-06-30');
    expect(readDay(undefined, context).asAt).toBe('2016-06-30');
  });
});
