import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutId } from './layouts.ts';
import { readFile } from './read-file.ts';
import { everythingOf, faultsOf, inChunks, itemsOf, practiceRow, refusalOf, sparseRow } from './testing/files.ts';

const practices = { layout: 'ods-practices', datedOn: '2016-02-29' } as const;
const ccg = { 2: 'NHS EXAMPLE CCG', 8: 'DARLINGTON', 9: 'COUNTY DURHAM', 11: '20130401', 22: '0' };
const trust = { 1: 'RZZ', 2: 'EXAMPLE NHS TRUST', 8: 'LEEDS', 11: '19910401', 22: '0', 24: 'D' };

async function observed(row: string, layout: LayoutId, datedOn = '2016-02-29') {
  const [item] = await itemsOf(row, { layout, datedOn });
  return item?.kind === 'organisation' ? item.observation : null;
}

describe('a file of practices', () => {
  it('says what each practice is', async () => {
    expect(await observed(practiceRow({ 5: 'THE HEALTH CENTRE, FLOOR 1' }), 'ods-practices')).toEqual({
      code: 'A99001',
      name: 'The Example Surgery',
      roleId: 'RO76',
      status: 'active',
      openedOn: '1974-04-01',
      closedOn: null,
      address: 'The Health Centre, Floor 1, 1 Example Street',
      town: 'Stockton',
      postcode: 'TS18 1ZZ',
      phone: '01632 960001',
      regionCode: 'Y54',
      geographyCode: 'Q74',
      relations: [{ kind: 'commissioned-by', relatedCode: '00K', from: '2013-04-01', to: null }],
      row: 1,
    });
  });

  it.each([
    ['a closed one', { 12: '20150630', 13: 'C', 17: '20150630' }, { status: null, closedOn: '2015-06-30' }],
    ['a dormant one', { 13: 'D' }, { status: 'dormant', closedOn: null }],
    ['a proposed one', { 13: 'P' }, { status: 'proposed' }],
    ['a walk-in centre', { 26: '2' }, { roleId: 'RO177' }],
    ['one without a parent', { 14: 'Z', 15: '', 16: '', 24: '' }, { relations: [] }],
    [
      'one whose other column names a trust',
      { 24: 'RXX' },
      { relations: [expect.objectContaining({ relatedCode: '00K' })] },
    ],
    [
      'one in Jersey',
      { 1: 'JER001', 3: '', 4: 'YAC', 10: 'JE2 3ZZ' },
      { code: 'JER001', regionCode: null, geographyCode: 'YAC' },
    ],
    ['cells with blanks around', { 6: ' 1 EXAMPLE STREET ' }, { address: 'The Health Centre, 1 Example Street' }],
  ])('knows %s', async (_, cells, expected) => {
    expect(await observed(practiceRow(cells), 'ods-practices')).toMatchObject(expected);
  });

  it.each([
    ['a code that is too short', { 1: 'A9900' }, 1, '"A9900" is not the code of a practice'],
    ['a letter for a digit', { 1: 'A9900O' }, 1, 'is not the code of a practice'],
    ['no name', { 2: '' }, 2, 'every organisation has a name'],
    ['a day that does not exist', { 11: '20150229' }, 11, 'is not a day'],
    ['no open date', { 11: '' }, 11, 'it must be a date'],
    ['a close date before the open date', { 12: '19700101', 13: 'C' }, 12, 'before the open date'],
    ['a closed one without close date', { 13: 'C' }, 12, 'the status is C'],
  ])('is refused for %s', async (_, cells, column, reason) => {
    const faults = await faultsOf(`${practiceRow()}\n${practiceRow({ 1: 'A99002', ...cells })}\n`, practices);
    expect(faults).toEqual([
      { line: 2, column, columnName: expect.any(String), reason: expect.stringContaining(reason) },
    ]);
  });

  it.each([
    ['a region that is none', { 3: 'North' }, 3, '"North" is not the code of a region', { regionCode: null }],
    ['a postcode that is none', { 10: 'TS181ZZ' }, 10, 'is not a postcode', { postcode: null }],
    ['an unknown status', { 13: 'X' }, 13, 'is not A (active)', { status: null }],
    ['an unknown sub-type', { 14: 'Q' }, 14, 'is not B', { relations: [{ relatedCode: '00K' }] }],
    ['no parent where one must be', { 15: '' }, 0, 'is empty, but the sub-type is B', { relations: [] }],
    ['a parent that is none', { 15: '0-K' }, 0, '"0-K" is not a code', { relations: [] }],
    ['no join date', { 16: '' }, 0, 'is empty, but a parent is named', { relations: [] }],
    ['leaving before joining', { 17: '20120101' }, 0, 'before the join date', { relations: [] }],
    ['a telephone number that is none', { 18: 'ask' }, 18, 'is not a telephone number', { phone: null }],
    ['text where none should be', { 19: 'x' }, 19, 'stands where nothing should', { name: 'The Example Surgery' }],
    ['an unknown indicator', { 22: '2' }, 22, '0 or 1', { name: 'The Example Surgery' }],
    ['no prescribing setting', { 26: '' }, 26, 'prescribing setting', { roleId: null }],
    [
      'a line of address that never ends',
      { 5: 'X'.repeat(101) },
      5,
      '100 are the most',
      { address: '1 Example Street' },
    ],
  ])('leaves out what identifies nothing and is odd, and tells it: %s', async (_, cells, column, reason, known) => {
    const items = await itemsOf(`${practiceRow()}\n${practiceRow({ 1: 'A99002', ...cells })}\n`, practices);
    expect(items).toMatchObject([
      { observation: { code: 'A99001' } },
      { observation: { code: 'A99002', ...known } },
      { kind: 'note', text: expect.stringContaining(`line 2, A99002: `) },
    ]);
    expect(items.at(-1)).toMatchObject({ text: expect.stringContaining(reason) });
    expect(items.at(-1)).toMatchObject({
      text: expect.stringMatching(new RegExp(column === 0 ? 'commissioner or parent' : `[Cc]olumn ${column}\\b`)),
    });
  });

  it('tells the days of being though another cell is odd as well', async () => {
    const cells = { 1: 'A99002', 12: '19700101', 13: 'C', 18: 'ask' };
    const faults = await faultsOf(`${practiceRow()}\n${practiceRow(cells)}\n`, practices);
    expect(faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 18],
      [2, 12],
    ]);
  });

  it('is refused for a row of which more is odd than a slip explains', async () => {
    const shifted = practiceRow({ 1: 'A99002', 3: 'TS18 1ZZ', 4: 'north', 10: 'Y54', 18: 'A' });
    const faults = await faultsOf(`${practiceRow()}\n${shifted}\n`, practices);
    expect(faults.map(({ column }) => column)).toEqual([3, 4, 10, 18]);
  });

  it('is refused where most of a column is odd', async () => {
    const rows = (odd: number) =>
      Array.from({ length: 39 }, (_, index) => practiceRow({ 1: `A99${100 + index}`, 26: index < odd ? 'GP' : '4' }));
    expect(await faultsOf(rows(20).join('\n'), practices)).toEqual([
      {
        line: null,
        column: 26,
        columnName: 'prescribing setting',
        reason: expect.stringContaining('in 20 of 39 rows'),
      },
    ]);
    const items = await itemsOf(rows(19).join('\n'), practices);
    expect(items.at(-1)).toMatchObject({ text: expect.stringContaining('19 times, first line 1, A99100') });
  });

  it('is refused for a code that stands in it twice, with both lines', async () => {
    const faults = await faultsOf([practiceRow(), practiceRow({ 1: 'A99002' }), practiceRow()].join('\r'), practices);
    expect(faults).toEqual([
      {
        line: 3,
        column: 1,
        columnName: 'organisation code',
        reason: expect.stringContaining('"A99001" stands on line 1'),
      },
    ]);
  });

  it.each([
    ['within a cell', -60, 1, 'cut off'],
    ['within the last cell', -1, 1, 'cut off'],
    ['between two cells', -15, 1, 'is the last row: the file seems to be cut off'],
  ])('is refused when it is cut %s', async (_, end, line, reason) => {
    const whole = `${practiceRow()}\n${practiceRow({ 1: 'A99002' })}`;
    const cut = whole.slice(0, end);
    const [fault, ...others] = await faultsOf(cut, practices);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ line: line + 1, reason: expect.stringContaining(reason) });
  });

  it('is refused for rows of another length in its midst, all of them told', async () => {
    const faults = await faultsOf([practiceRow(), 'a,b', `${practiceRow({ 1: 'A99002' })},"x"`].join('\n'), practices);
    expect(faults.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'has 2 columns where there must be 27'],
      [3, 'has 28 columns where there must be 27'],
    ]);
  });

  it('is refused with the first 50 faults and how many there are, and gives out nothing behind the first', async () => {
    const rows = Array.from({ length: 70 }, (_, index) =>
      practiceRow({ 1: `A99${100 + index}`, 11: index < 2 ? '19740401' : 'X' }),
    );
    const given: unknown[] = [];
    const reading = async function* () {
      for await (const item of readFile(inChunks(rows.join('\n'), [400]), practices)) {
        given.push(item);
        yield item;
      }
    };
    const refusal = await refusalOf(reading());
    expect(refusal.faults).toHaveLength(50);
    expect(refusal.total).toBe(68);
    expect(refusal.message).toContain('68 faults:\nline 3, column 11 (open date): "X" is not');
    expect(refusal.message).toMatch(/and 18 more$/);
    expect(given.length).toBeLessThanOrEqual(2);
  });
});

describe('a file of CCGs', () => {
  it.each([
    ['C in a file of the time of CCGs', { 1: '00C', 14: 'C' }, '2022-06-30', 'RO98'],
    ['C in a file of the time of sub-ICB locations', { 1: '00C', 14: 'C' }, '2022-07-01', 'RO319'],
    ['C that had closed before', { 1: '00C', 12: '20200331', 14: 'C' }, '2023-12-31', 'RO98'],
    ['H', { 1: '13P', 14: 'H' }, '2016-02-29', 'RO218'],
    ['a role', { 1: 'A9Z9Z', 14: 'RO327' }, '2025-06-30', 'RO327'],
    ['two roles, of which the first counts', { 1: '00C', 14: 'RO319|RO326' }, '2025-06-30', 'RO319'],
    ['nothing, being closed', { 1: '00C', 12: '20200331' }, '2025-06-30', 'RO98'],
  ])('knows what is marked %s', async (_, cells, datedOn, roleId) => {
    expect(await observed(sparseRow({ ...ccg, ...cells }), 'ods-ccgs', datedOn)).toMatchObject({
      roleId,
      status: null,
    });
  });

  it('says of an open one that is not marked that nobody knows what it is', async () => {
    const items = await itemsOf(sparseRow({ ...ccg, 1: '00C' }), { layout: 'ods-ccgs', datedOn: '2016-02-29' });
    expect(items).toMatchObject([
      { observation: { code: '00C', roleId: null } },
      { kind: 'note', text: expect.stringContaining('this one is open') },
    ]);
  });
});

describe('the other layouts', () => {
  it.each([
    ['ods-trusts', trust, 'RO197'],
    ['ods-care-trusts', { ...trust, 1: 'TZZ', 14: 'T' }, 'RO107'],
    ['ods-local-authorities', { ...trust, 1: '999', 14: 'E', 24: '' }, 'RO141'],
  ] as const)('%s', async (layout, cells, roleId) => {
    expect(await observed(sparseRow(cells), layout)).toMatchObject({ roleId, town: 'Leeds', relations: [] });
  });
});

describe('codes of the registry', () => {
  it.each([
    ['ods-practices', practiceRow({ 1: 'G9Z9Z', 3: 'R9Z9Z', 4: 'Z9Z9Z', 15: 'D9Z9Z' })],
    ['ods-ccgs', sparseRow({ ...ccg, 1: 'G9Z9Z', 3: 'R9Z9Z', 4: 'Z9Z9Z', 14: 'C' })],
    ['ods-trusts', sparseRow({ ...trust, 1: 'G9Z9Z', 3: 'R9Z9Z', 4: 'Z9Z9Z' })],
    ['ods-care-trusts', sparseRow({ ...trust, 1: 'G9Z9Z', 3: 'R9Z9Z', 4: 'Z9Z9Z', 14: 'T' })],
    ['ods-local-authorities', sparseRow({ ...trust, 1: 'G9Z9Z', 3: 'R9Z9Z', 4: 'Z9Z9Z', 14: 'E' })],
  ] as const)('have five characters for whatever is new, in %s too', async (layout, row) => {
    expect(await observed(row, layout, '2026-05-31')).toMatchObject({
      code: 'G9Z9Z',
      regionCode: 'R9Z9Z',
      geographyCode: 'Z9Z9Z',
    });
  });

  it.each(['9Z9Z9', 'GG9Z9', 'G9Z9', 'G9Z9Z9', 'g9z9z'])('are not of the form %s', async (code) => {
    const faults = await faultsOf(`${sparseRow(trust)}\n${sparseRow({ ...trust, 1: code })}`, {
      layout: 'ods-trusts',
      datedOn: '2026-05-31',
    });
    expect(faults).toMatchObject([{ line: 2, column: 1 }]);
  });
});

describe('a file of another layout', () => {
  it.each([
    ['trusts given as practices', sparseRow(trust), 'ods-practices', 'looks like one of NHS trusts'],
    ['practices given as trusts', practiceRow(), 'ods-trusts', 'looks like one of GP practices'],
    ['practices given as CCGs', practiceRow(), 'ods-ccgs', 'looks like one of GP practices'],
    ['CCGs given as trusts', sparseRow({ ...ccg, 1: '00C', 14: 'C' }), 'ods-trusts', 'looks like one of CCGs'],
    [
      'a trust of a new code given as CCGs',
      sparseRow({ ...trust, 1: 'G9Z9Z' }),
      'ods-ccgs',
      'looks like one of NHS trusts',
    ],
    ['a file with a header', sparseRow({ 1: 'Organisation Code', 2: 'Name' }), 'ods-trusts', 'no header row'],
    ['a file of three columns', 'RZZ,EXAMPLE,19910401', 'ods-trusts', 'has 3 columns where ODS files have 27'],
  ] as const)('is refused: %s', async (_, row, layout, reason) => {
    const faults = await faultsOf(`${row}\n${row}`, { layout, datedOn: '2016-02-29' });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ line: 1, reason: expect.stringMatching(/^wrong layout/) });
    expect(faults[0]?.reason).toContain(reason);
  });
});

describe('reading', () => {
  it('gives the same whatever the line ends and however the bytes are cut', async () => {
    const rows = [practiceRow(), practiceRow({ 1: 'A99002', 2: 'ST JOHN’S' }), practiceRow({ 1: 'A99003', 5: 'A, B' })];
    const expected = await itemsOf(rows.join('\n'), practices);
    const cuts = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('\n', '\r', '\r\n'), cuts, async (end, lengths) => {
        expect(await everythingOf(readFile(inChunks(rows.join(end), lengths), practices))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});
