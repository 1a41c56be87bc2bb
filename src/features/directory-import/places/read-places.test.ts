import { describe, expect, it } from 'vitest';
import { PlaceFaultsError, readPlaces } from './read-places.ts';

const header = 'kind,code,name,slug,valid_from,valid_to,standing,note\n';

function faultsOf(text: string): readonly string[] {
  try {
    readPlaces({ fileName: 'areas.csv', text, layouts: ['areas'] });
  } catch (error) {
    if (error instanceof PlaceFaultsError) {
      return error.faults.map(({ message }) => message);
    }
    throw error;
  }
  return [];
}

describe('readPlaces', () => {
  it.each([
    ['rows', header + 'a\n'.repeat(20_002), ['the file has more than 20,000 rows: split it']],
    ['columns', `${header}${','.repeat(1_000_000)}`, ['the row has more than 100 columns']],
    ['quotation marks', `${header}"${'""'.repeat(1_000_000)}`, [expect.stringContaining('may be missing')]],
    ['line', 'a'.repeat(1_000_000), [expect.stringContaining('the header must be kind,code')]],
  ])('refuses a file of endless %s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});

it('refuses a download whose JSON spells out a NUL character', () => {
  const download = JSON.stringify({ items: [{ code: 'A', note: 'a\0b' }] });
  expect(faultsOf(download)).toEqual([expect.stringContaining('holds a NUL character')]);
  const written = JSON.stringify({ items: [{ code: 'A', note: 'a\\u0000b' }] });
  expect(faultsOf(written).join()).not.toContain('NUL');
});

describe('a download in JSON', () => {
  const refusalOf = (download: unknown) => {
    try {
      readPlaces({ fileName: 'areas.json', text: JSON.stringify(download), layouts: ['areas'] });
    } catch (error) {
      return error instanceof PlaceFaultsError
        ? error.faults.map(({ line, message }) => `${error.unit} ${line}: ${message}`)
        : [String(error)];
    }
    return [];
  };
  const area = { kind: 'footprint', code: 'nv', name: 'N', slug: 'n', validFrom: '2016-06-30', standing: 'stated' };

  it.each([
    [{ items: [null, area, 1] }, ['item 1: is no object', 'item 3: is no object']],
    [{ items: area }, ['line 1: wrong layout: the JSON has no list “items”']],
    [{}, ['line 1: wrong layout: the JSON has no list “items”']],
    [{ items: [area, { ...area, code: 'nw', slug: 'nw', validFrom: 'June' }] }, ['item 2: valid_from']],
  ])('%j is refused, and says of which item', (download, words) => {
    expect(refusalOf(download)).toEqual(words.map((each) => expect.stringContaining(each)));
  });
});

describe('a file of places that a program has had', () => {
  const columns = [
    'footprint_code',
    'organisation_code',
    'role',
    'listed_as',
    'valid_from',
    'valid_to',
    'standing',
    'note',
  ];
  const cells = ['don', 'RXE', 'core', 'Example, with a comma', '2016-06-01', '2017-04-01', 'stated', ''];
  const read = (text: string) => readPlaces({ fileName: 'members.csv', text, layouts: ['memberships'] });
  const quoted = (row: readonly string[], separator = ',') => row.map((cell) => `"${cell}"`).join(separator);
  const days = (row: readonly string[]) => row.map((cell) => cell.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1'));

  it.each([
    ['quoted', `\uFEFF${quoted(columns)}\r\n${quoted(cells)}\r\n`],
    ['with semicolons', `${quoted(columns, ';')}\n${quoted(cells, ';')}\n`],
    ['with tabs', `${columns.join('\t')}\n${cells.join('\t')}\n`],
    ['with lines of an old Macintosh', `${quoted(columns)}\r${quoted(cells)}\r`],
    [
      'with empty columns and rows at the end',
      `${quoted([...columns, ''])}\n${quoted([...cells, '', ''])}\n,,,,,,,,\n`,
    ],
    ['with numbers of rows', `${quoted(['', ...columns])}\n${quoted(['1', ...cells])}\n`],
    ['with nothing written out', `${quoted(columns)}\n${quoted(cells.map((cell) => cell || 'NA'))}\n`],
    [
      'with blanks and capitals',
      `${quoted(columns.map((name) => ` ${name.toUpperCase()} `))}\n${quoted(cells.map((cell) => `${cell}\u00A0`))}\n`,
    ],
    ['with days as here', `${quoted(columns)}\n${quoted(days(cells))}\n`],
    [
      'with columns in another order, and more of them',
      `${quoted([...columns.toReversed(), 'source_id'])}\n${quoted([...cells.toReversed(), 'x'])}\n`,
    ],
  ])('says the same %s', (_, text) => {
    const [row] = read(text).rows;
    expect(row?.value).toMatchObject({
      mentions: [{ code: 'don' }, { code: 'RXE' }],
      role: 'core',
      said: { listed_as: 'Example, with a comma' },
      validFrom: '2016-06-01',
      validTo: '2017-04-01',
      standing: 'stated',
      note: '',
    });
  });

  it('tells what was left out and how days were read', () => {
    expect(read(`${quoted([...columns, 'source_id'])}\n${quoted([...days(cells), 'x'])}`).notes).toEqual([
      'Columns that are not of this layout were left out: source_id.',
      'Days such as 01/06/2016 were read as day, month and year.',
    ]);
  });

  it.each([
    ['a code', 1, '1.00E+05', 'taken the code for a number'],
    ['a day', 4, '42522', 'number by which a spreadsheet keeps a day'],
  ])('is refused in words where %s became a number', (_, index, value, words) => {
    const spoilt = cells.map((cell, at) => (at === index ? value : cell));
    expect(() => read(`${quoted(columns)}\n${quoted(spoilt)}`)).toThrow(
      expect.objectContaining({
        faults: expect.arrayContaining([expect.objectContaining({ message: expect.stringContaining(words) })]),
      }),
    );
  });
});
