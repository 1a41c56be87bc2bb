import { describe, expect, it } from 'vitest';
import { faultsOf, itemsOf } from './testing/files.ts';

const options = { layout: 'successors', datedOn: '2022-04-01' } as const;
const header = '"old_code","new_code","date"\n';

describe('a file of successors', () => {
  it('says who took over from whom', async () => {
    expect(await itemsOf(`${header}"00C","16C",2020-04-01\n"00D","16C",2020-04-01\n`, options)).toEqual(
      ['00C', '00D'].map((predecessorCode, index) => ({
        kind: 'succession',
        observation: { predecessorCode, successorCode: '16C', effectiveOn: '2020-04-01', row: index + 2 },
      })),
    );
  });

  it('says of an organisation that is its own successor that it went on', async () => {
    const items = await itemsOf(
      `${header}9XX01,9XX01,2000-04-01\n9XX01,9XX,2000-04-01\n9XX02,9XX02,2000-04-01`,
      options,
    );
    expect(items.map(({ kind }) => kind)).toEqual(['succession', 'note']);
    expect(items[1]).toMatchObject({
      text: expect.stringContaining('2 rows name an organisation as its own successor'),
    });
  });

  it('reads our own download of successions, less what is none of organisations', async () => {
    const download = [
      'id,subject,kind,effective_on,predecessor_code,predecessor_name,successor_code,successor_name,reason,standing',
      'e1,organisation,merge,2020-04-01,00C,NHS A,16C,NHS B,,official',
      'e2,organisation,closure,2020-04-01,00D,NHS D,,,,official',
      'e3,area,merge,2020-04-01,E54000001,A,E54000049,B,,official',
    ];
    const items = await itemsOf(download.join('\r\n'), options);
    expect(items.map((item) => (item.kind === 'note' ? item.text : item))).toMatchObject([
      { observation: { predecessorCode: '00C', successorCode: '16C', effectiveOn: '2020-04-01', row: 2 } },
      'Columns that are not of this layout were left out: id, kind, predecessor_name, successor_name, reason, standing.',
      expect.stringContaining('closure without a successor was left out'),
      expect.stringContaining('succession of areas was left out'),
    ]);
  });

  it.each([
    [{ items: [null, 1] }, ['item 1: is no object, as', 'item 2: is no object, as']],
    [{ items: 'none' }, ['wrong layout: the JSON has no list “items”']],
    [{ items: [{ subject: 'organisation' }] }, ['item 1: has no list “predecessors”']],
    [
      { items: [{ subject: 'organisation', predecessors: [{ code: '00C' }], successors: [{ code: '16C' }] }] },
      ['item 1, effective_on: is empty'],
    ],
  ])('is refused as JSON for %j, by its items', async (download, words) => {
    const faults = await faultsOf(JSON.stringify(download), options);
    expect(faults).toEqual(
      words.map((each) => ({ line: null, column: null, columnName: null, reason: expect.stringContaining(each) })),
    );
  });

  it.each([
    ['no date', '00C,16C,', 3, 'it must be a date'],
    ['a day that does not exist', '00C,16C,2020-04-31', 3, 'is not a day'],
    ['a day that a spreadsheet keeps as a number', '00C,16C,43922', 3, 'number by which a spreadsheet keeps a day'],
    ['a code that a spreadsheet took for a number', '1.00E+05,16C,2020-04-01', 1, 'number in short form'],
    ['no successor', '00C,,2020-04-01', 2, 'it must be a code'],
    ['a malformed code', '0-C,16C,2020-04-01', 1, '"0-C" is not a code'],
    ['the same said twice', '00A,16C,2020-04-01', null, 'the same as line 2'],
    ['a cut end', '00C,16C', null, 'cut off'],
    ['a column too many', '00C,16C,2020-04-01,x', null, 'has 4 columns where there must be 3'],
  ])('is refused for %s', async (_, row, column, reason) => {
    const faults = await faultsOf(`${header}00A,16C,2020-04-01\n${row}`, options);
    expect(faults).toEqual([expect.objectContaining({ line: 3, column, reason: expect.stringContaining(reason) })]);
  });

  it.each(['00C,16C,20200401,S,1\n', 'code,name,date\n'])('is refused for another header: %j', async (text) => {
    expect(await faultsOf(text, options)).toMatchObject([{ line: 1, reason: expect.stringMatching(/^wrong layout/) }]);
  });
});
