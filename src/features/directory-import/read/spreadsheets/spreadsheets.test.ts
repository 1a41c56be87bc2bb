import { describe, expect, it } from 'vitest';
import { isSeparatorRow, separatorIn } from './cell-separator.ts';
import { cleanCell } from './clean-cell.ts';
import { spoiltDay, writtenDay } from './plain-day.ts';
import { spoiltCode } from './spoilt-code.ts';

describe('cleanCell', () => {
  it.each([
    ['  a ', 'a'],
    ['\u00A0St\u00A0Helens\u202F', 'St Helens'],
    ['St Helens\tNHS\r\nTrust', 'St Helens NHS Trust'],
    ['\uFEFFR\u200B0A', 'R0A'],
    ['\u3164R\u{E0041}0A\uFE0F', 'R0A'],
    ['="00C"', '00C'],
    ['=""', ''],
    ["'+44 1632 960001", '+44 1632 960001'],
    ["'=1+1", '=1+1'],
    ["'s-Gravenhage", "'s-Gravenhage"],
    ['NA', ''],
    ['#N/A', ''],
    ['NULL', ''],
    [' nan ', ''],
    ['None', ''],
    ['Nan', 'Nan'],
    ['NHS  double', 'NHS double'],
    ['', ''],
  ])('makes of %j %j', (cell, text) => {
    expect(cleanCell(cell)).toBe(text);
  });
});

describe('writtenDay', () => {
  it.each([
    ['20130401', '2013-04-01', false],
    ['20130401.0', '2013-04-01', false],
    ['2013-04-01', '2013-04-01', false],
    ['2013-04-01 00:00:00', '2013-04-01', false],
    ['2013-04-01T00:00:00.000Z', '2013-04-01', false],
    ['2013/4/1', '2013-04-01', false],
    ['01/04/2013', '2013-04-01', true],
    ['1/4/2013 00:00', '2013-04-01', true],
    ['01.04.2013', '2013-04-01', true],
    ['01-Apr-2013', '2013-04-01', false],
    ['1 April 2013', '2013-04-01', false],
    ['31/12/1899', '1899-12-31', true],
    ['04/31/2013', null, true],
    ['31/04/2013', null, true],
    ['01/04-2013', null, false],
    ['01-Foo-2013', null, false],
    ['41365', null, false],
    ['', null, false],
  ])('reads %j as %s', (text, day, isDayFirst) => {
    expect(writtenDay(text)).toEqual({ day, isDayFirst });
  });
});

describe('spoiltDay', () => {
  it.each([
    ['41365', 'number by which a spreadsheet keeps a day'],
    ['2.01E+07', 'rounded'],
    ['01-Apr-13', 'two digits'],
    ['01/04/13', 'two digits'],
    ['04/31/2013', 'day, month, year'],
  ])('tells what became of %s', (text, words) => {
    expect(spoiltDay(text)).toContain(words);
  });

  it('says nothing where nothing tells', () => {
    expect(spoiltDay('yesterday')).toBeNull();
  });
});

describe('spoiltCode', () => {
  it.each([
    ['1E5', 'short form'],
    ['1.00E+05', 'short form'],
    ['12', 'leading zeros'],
    ['12.0', 'leading zeros'],
    ['1-Mar', 'for a day'],
  ])('tells what became of %s', (text, words) => {
    expect(spoiltCode(text)).toContain(words);
  });

  it('says nothing where nothing tells', () => {
    expect(spoiltCode('A9900O')).toBeNull();
  });
});

describe('separatorIn', () => {
  it.each([
    ['a,b,c', ','],
    ['a;b,5;c', ';'],
    ['a\tb\tc', '\t'],
    ['\tb\tc', '\t'],
    ['"a;b;c;d",e', ','],
    ['"a\n;;;";b', ';'],
    ['\r\n\na;b\na,b,c', ';'],
    ['sep=;\na,b,c', ';'],
    ['a', ','],
    ['', ','],
  ])('of %j is %j', (text, separator) => {
    expect(separatorIn(text)).toBe(separator);
  });

  it('may be told by a row of its own', () => {
    expect(isSeparatorRow(['sep=', ''])).toBe(true);
    expect(isSeparatorRow(['sep=,'])).toBe(true);
    expect(isSeparatorRow(['sep=;', 'x'])).toBe(false);
  });
});
