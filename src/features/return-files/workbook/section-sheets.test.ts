import { expect, it } from 'vitest';
import { cellsOf, unpacked } from '../../../platform/files/workbook/testing/unpacked.ts';
import { writeWorkbook } from '../../../platform/files/workbook/write-workbook.ts';
import { sectionsOf } from '../../programme/index.ts';
import type { AnswerValue } from '../../scoring/index.ts';
import { levelledInstrument } from '../../scoring/testing/levelled-instrument.ts';
import { alone } from '../testing/filled-return.ts';
import { returnSheets } from './section-sheets.ts';

const instrument = levelledInstrument();
const minutes = { evidenceId: '1', title: 'Minutes', url: null };
const paper = { evidenceId: '2', title: 'Paper', url: 'https://example.org/a b' };
const [section] = sectionsOf(instrument);
const [first] = section?.questions ?? [];
const question = first === undefined ? undefined : { ...first, notApplicable: true };

function answersIn(value: AnswerValue | null, answeredBy: string | null = null) {
  if (section === undefined || question === undefined) {
    throw new Error('there is no question');
  }
  const saved = {
    questionId: question.id,
    value,
    comment: '=note',
    desired: null,
    revision: 3,
    savedBy: { personName: 'Sam Example', at: new Date(0) },
  };
  const sheets = returnSheets(
    alone({
      facts: {
        organisation: { organisationId: 'RX1', code: 'RX1', name: 'A trust' },
        round: { id: 'round', label: 'The round' },
        careSetting: { id: 'acute', label: 'Acute' },
        instrument,
        locked: null,
        state: 'In progress',
        illustrative: false,
        takenAt: new Date('2016-01-01T12:00:00Z'),
      },
      lines: [{ section, question, saved, hangsOn: null, answeredBy, evidence: [minutes, paper] }],
    }),
  );
  const part = unpacked(writeWorkbook(sheets)).get('xl/worksheets/sheet2.xml') ?? '';
  const cells = cellsOf(part);
  return { column: (name: string) => [...cells].filter(([at]) => at.startsWith(name)).map(([, text]) => text), part };
}

it('gives each element of a question with levels a row of its own, with Yes or No', () => {
  const elements = question?.levels.flatMap((level) => level.elements.map(({ id }) => id)) ?? [];
  const some = answersIn({ kind: 'elements', met: elements.slice(0, 1) });
  expect(some.column('A')).toEqual(['Id', question?.id, ...elements]);
  expect(some.column('C').slice(2)).toEqual(['Yes', ...elements.slice(1).map(() => 'No')]);
  expect(answersIn(null).column('C').slice(2)).toEqual(elements.map(() => ''));
  expect(answersIn({ kind: 'elements', met: [] }).column('C').slice(2)).toEqual(elements.map(() => 'No'));
});

it('has note, evidence and how often it was saved beside the answer', () => {
  const { column } = answersIn({ kind: 'not-applicable' });
  expect(column('C')[1]).toBe('Not applicable to us');
  expect(column('D')[1]).toBe('=note');
  expect(column('E')[1]).toBe('Paper: https://example.org/a%20b');
  expect(column('F')[1]).toBe('Minutes');
});

it('leaves nothing open to fill in where the section is answered elsewhere', () => {
  const { column, part } = answersIn(null, 'Taken from another trust');
  expect(column('G').join(' ')).toContain('Taken from another trust.');
  expect(part).not.toContain('dataValidation');
});
