import { describe, expect, it, test } from 'vitest';
import { returnWorkbookLimits } from '../../../file-limits.ts';
import type { SheetRead } from '../../../platform/files/workbook/read/read-workbook.ts';
import { readWorkbook } from '../../../platform/files/workbook/read/read-workbook.ts';
import { savedBy } from '../../../platform/files/workbook/testing/saved-workbooks.ts';
import { alone, answersAlone, filledIn, returnWith, type Typed, typedInto } from '../testing/filled-return.ts';
import { returnSheets } from '../workbook/section-sheets.ts';

const whole = returnWith([]);
const sheetsOf = (bytes: Buffer): SheetRead[] => [...readWorkbook(bytes, returnWorkbookLimits.reading)];
const read = (typed: readonly Typed[]) => answersAlone(sheetsOf(filledIn(whole, 'excel', typed)), whole);

function answerTo(id: string, ...typed: readonly Typed[]) {
  const outcome = read(typed);
  if (outcome.kind === 'refused') {
    return outcome.reason;
  }
  const problems = outcome.odd.map(({ sheet, cell, problem }) => `${sheet} ${cell}: ${problem}`);
  return problems.length > 0 ? problems : outcome.answers.find(({ questionId }) => questionId === id);
}

/** The same sheets with something else about them. */
function changed(change: (sheets: SheetRead[]) => SheetRead[]) {
  const outcome = answersAlone(change(sheetsOf(filledIn(whole, 'excel', [['WL1-O', 'answer', 'Level 3']]))), whole);
  return outcome.kind === 'refused' ? outcome.reason : outcome;
}

describe('an answer', () => {
  test.each(['Level 3', ' level  3 ', 'LEVEL\u00A03', '3'])('is chosen by %j', (text) => {
    expect(answerTo('WL1-O', ['WL1-O', 'answer', text])).toMatchObject({ value: { kind: 'option', optionId: '3' } });
  });

  it('may be that the question does not apply, with a note and a level to reach', () => {
    const typed: readonly Typed[] = [
      ['WL2', 'answer', 'not applicable to us'],
      ['WL2', 'note', '  Why.\n\nBecause. '],
      ['WL2', 'desired', 'Level 4'],
    ];
    expect(answerTo('WL2', ...typed)).toMatchObject({
      value: { kind: 'not-applicable' },
      comment: 'Why.\n\nBecause.',
      desired: '4',
      revision: 0,
    });
  });

  it('is what is met, in the order of the levels; empty rows beside others are counted', () => {
    expect(
      answerTo('WL1', ['WL1-3-1', 'answer', 'yes'], ['WL1-2-2', 'answer', 'TRUE'], ['WL1-2-1', 'answer', 'No']),
    ).toMatchObject({
      value: { kind: 'elements', met: ['WL1-2-2', 'WL1-3-1'] },
      emptyRows: 5,
    });
  });

  test.each<[string, Typed, string]>([
    ['no choice', ['WL1-O', 'answer', 'Mostly'], 'C11: “Mostly” is none of the choices.'],
    ['a level typed where it follows from elements', ['WL1', 'answer', 'Level 3'], 'Say in the rows below what is met'],
    ['neither Yes nor No', ['WL1-2-1', 'answer', 'partly'], '“partly” is neither Yes nor No.'],
    ['a level to reach that is none', ['WL1', 'desired', 'soon'], '“soon” is none of the choices.'],
    ['a note that is too long', ['WL1', 'note', 'a'.repeat(2_001)], 'has 2,001 characters, and 2,000 are kept'],
  ])('that cannot be read is said with its cell: %s', (_what, typed, words) => {
    expect(answerTo('WL1', typed)).toEqual([expect.stringContaining(words)]);
  });

  it('stops nothing but its own question where it cannot be read', () => {
    const outcome = read([
      ['WL1-O', 'answer', 'Mostly'],
      ['SF1-O', 'answer', 'Level 1'],
    ]);
    expect(outcome).toMatchObject({ kind: 'read', odd: [{ questionId: 'WL1-O' }], missing: [] });
    expect(outcome.kind === 'read' && outcome.answers.map(({ questionId }) => questionId)).not.toContain('WL1-O');
  });

  it('that does not apply and is met as well cannot be read', () => {
    const typed: readonly Typed[] = [
      ['WL2', 'answer', 'Not applicable to us'],
      ['WL2-2-1', 'answer', 'Yes'],
    ];
    expect(answerTo('WL2', ...typed)).toEqual([expect.stringContaining('It is said not to apply')]);
  });

  it('is never a formula, nor an error', () => {
    const kinds = ['formula', 'error'] as const;
    const problems = kinds.map((kind) =>
      changed((sheets) =>
        sheets.map((sheet) => ({
          ...sheet,
          rows: sheet.rows.map(({ row, cells }) => ({
            row,
            cells: cells.map((cell) => (cell.text === 'Level 3' ? { ...cell, kind } : cell)),
          })),
        })),
      ),
    );
    expect(problems).toMatchObject([
      { odd: [{ sheet: '1. Part leadership', cell: 'C11', problem: expect.stringContaining('a formula') }] },
      { odd: [{ problem: expect.stringContaining('has the error') }] },
    ]);
  });
});

describe('a file', () => {
  it('is read with its sheets, columns and rows in another order, and others among them', () => {
    const plain = typedInto(returnSheets(alone(whole)), [['WL1-O', 'answer', 'Level 3']]);
    const moved = plain.toReversed().map(({ name, rows: [head = [], ...rows] }, index) => ({
      name: `Renamed ${index} from ${name}`.slice(0, 31),
      rows: [
        [],
        ['Our own heading'],
        ['', ...head.toReversed()],
        [],
        ...rows.toReversed().map((row) => ['', ...row.toReversed()]),
      ],
    }));
    const cover = plain[0] ?? { name: '', rows: [] };
    const sheets = sheetsOf(
      savedBy('libreoffice', [{ name: 'Ours', rows: [['Total', '7']] }, cover, ...moved.slice(0, -1)]),
    );
    const outcome = answersAlone(sheets, whole);
    expect(outcome).toMatchObject({ kind: 'read', odd: [], missing: [] });
    expect(outcome.kind === 'read' && outcome.answers.find(({ questionId }) => questionId === 'WL1-O')).toMatchObject({
      value: { kind: 'option', optionId: '3' },
      revision: 0,
    });
  });

  it('need not have every section', () => {
    const outcome = changed((sheets) => sheets.filter(({ name }) => !name.includes('technology')));
    expect(outcome).toMatchObject({ missing: ['SF1', 'SF1-O'], odd: [] });
  });

  it('of which a row of an element was taken out does not tell the question', () => {
    const outcome = changed((sheets) => withoutRow(sheets, 'WL1-3-2'));
    expect(outcome).toMatchObject({ odd: [{ questionId: 'WL1', problem: expect.stringContaining('row of WL1-3-2') }] });
  });

  test.each<[string, (sheets: SheetRead[]) => SheetRead[], string]>([
    [
      'an id twice',
      (sheets) => [...sheets, { name: 'Copy', rows: sheets[1]?.rows ?? [] }],
      'The id WL1 stands twice: in A2 of',
    ],
    ['an id of nothing', (sheets) => renamed(sheets, 'WL1-O', 'WL9'), '“WL9” in A11 of the sheet “1. Part leadership”'],
    [
      'no notes',
      (sheets) => renamed(sheets, 'Note, for others to read', 'Notes'),
      'has no column “Note, for others to read”',
    ],
    ['no revisions', (sheets) => renamed(sheets, 'Saved', ''), 'which is hidden and tells what the file was made from'],
    ['a column twice', (sheets) => renamed(sheets, 'Question', 'Answer'), 'has the column “Answer” twice'],
    ['no first sheet', (sheets) => sheets.slice(1), 'is not a workbook of answers from this site'],
    [
      'another layout',
      (sheets) => renamed(sheets, 'local-digital-roadmaps/return-workbook/2', 'x/2'),
      'another version of this site',
    ],
    [
      'another organisation',
      (sheets) => renamed(sheets, 'RX1', 'RY2'),
      'of the organisation Example Trust. The file says “RY2” under',
    ],
    ['another round', (sheets) => renamed(sheets, 'round', 'later'), 'to “The round”. The file says “later”'],
    [
      'another care setting',
      (sheets) => renamed(sheets, 'acute', 'community'),
      'for “Acute”. The file says “community”',
    ],
    [
      'another version',
      (sheets) => renamed(sheets, 'levelled 1', 'levelled 2'),
      'version 1. The file says “levelled 2”',
    ],
    ['no questions', (sheets) => sheets.slice(0, 1), 'There is no row of a question'],
  ])('with %s is refused', (_what, change, words) => {
    expect(changed(change)).toContain(words);
  });
});

function renamed(sheets: readonly SheetRead[], from: string, to: string): SheetRead[] {
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => (cell.text === from ? { ...cell, text: to } : cell)),
    })),
  }));
}

function withoutRow(sheets: readonly SheetRead[], id: string): SheetRead[] {
  return sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(({ cells }) => cells[0]?.text !== id) }));
}
