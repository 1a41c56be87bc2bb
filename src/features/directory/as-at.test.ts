import { describe, expect, it } from 'vitest';
import { readDay } from './as-at.ts';

const pack = { positionOn: '2016-06-30' };

describe('readDay', () => {
  it('is the programme’s position date when nothing is asked for', () => {
    const day = readDay({}, pack);
    expect(day).toMatchObject({ asAt: '2016-06-30', isChosen: false, refused: null });
    expect(day.link('/footprints')).toBe('/footprints');
  });

  it('carries a chosen day along every link', () => {
    const day = readDay({ 'as-at': '2015-11-01' }, pack);
    expect(day).toMatchObject({ asAt: '2015-11-01', isChosen: true });
    expect(day.link('/footprints')).toBe('/footprints?as-at=2015-11-01');
    expect(day.link('/footprints?q=x#list')).toBe('/footprints?q=x&as-at=2015-11-01#list');
  });

  it.each(['yesterday', '2016-02-30', '0000-01-01', '9999-12-31', '2016-6-1'])('refuses %s and says so', (wanted) => {
    expect(readDay({ 'as-at': wanted }, pack)).toMatchObject({ asAt: '2016-06-30', isChosen: false, refused: wanted });
  });

  it('takes the last of several, and nothing that is not text', () => {
    expect(readDay({ 'as-at': ['2015-01-01', '2015-11-01'] }, pack).asAt).toBe('2015-11-01');
    expect(readDay({ 'as-at': { a: 1 } }, pack).asAt).toBe('2016-06-30');
    expect(readDay(undefined, pack).asAt).toBe('2016-06-30');
  });
});
