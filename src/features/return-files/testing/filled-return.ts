import { returnWorkbookLimits } from '../../../file-limits.ts';
import { readWorkbook, type SheetRead } from '../../../platform/files/workbook/read/read-workbook.ts';
import { type PlainSheet, type SavedBy, savedBy } from '../../../platform/files/workbook/testing/saved-workbooks.ts';
import type { SheetToWrite } from '../../../platform/files/workbook/workbook.ts';
import { type Instrument, sectionQuestions, sectionsFor } from '../../programme/index.ts';
import type { AnswerRevision } from '../../scoring/index.ts';
import { levelledInstrument } from '../../scoring/testing/levelled-instrument.ts';
import type { ReturnToWrite, WholeReturn } from '../own-return.ts';
import { fileAnswers } from '../read-back/file-answers.ts';
import { returnSheets } from '../workbook/section-sheets.ts';
import { columnHeads, type SheetColumn } from '../workbook/sheet-layout.ts';

/** Questions of every kind: with elements, with options, one that may be not applicable, all with desired levels. */
export function questionsOfEachKind(): Instrument {
  const levelled = levelledInstrument();
  const themes = levelled.themes.map((theme) => ({
    ...theme,
    sections: theme.sections.map((section) => ({
      ...section,
      questions: section.questions.flatMap((question) => [
        question,
        { ...question, id: `${question.id}-O`, levels: [], notApplicable: true },
      ]),
    })),
  }));
  return { ...levelled, themes, asksDesiredLevels: true };
}

export const returnInstrument = questionsOfEachKind();

interface Asked {
  readonly instrument?: Instrument;
  readonly careSetting?: string;
  /** The section that is answered by somebody else. */
  readonly elsewhere?: string;
}

/** A return of a made-up trust with these answers. */
export function returnWith(
  saved: readonly AnswerRevision[],
  { instrument = returnInstrument, careSetting = 'acute', elsewhere }: Asked = {},
): ReturnToWrite {
  const answers = new Map(saved.map((answer) => [answer.questionId, answer]));
  return {
    facts: {
      organisation: { organisationId: 'RX1', code: 'RX1', name: 'Example Trust' },
      round: { id: 'round', label: 'The round' },
      careSetting: { id: careSetting, label: 'Acute' },
      instrument,
      locked: null,
      state: 'In progress',
      illustrative: false,
      takenAt: new Date('2016-01-01T12:00:00Z'),
    },
    lines: sectionsFor(instrument, careSetting).flatMap((section) =>
      sectionQuestions(section, careSetting).map((question) => {
        const answer = answers.get(question.id);
        return {
          section,
          question,
          saved:
            answer === undefined ? undefined : { ...answer, savedBy: { personName: 'Sam Example', at: new Date(0) } },
          hangsOn: null,
          answeredBy: elsewhere === section.id ? 'Taken from another trust' : null,
          evidence: [],
        };
      }),
    ),
  };
}

/** What somebody types into a cell: the id of the row, the column, and the text; of several care settings also the one of the row. */
export type Typed = readonly [id: string, column: SheetColumn, text: string, setting?: string];

/** A workbook of one return alone. */
export function alone(part: ReturnToWrite): WholeReturn {
  return { facts: part.facts, parts: [part] };
}

/** What a workbook says of the one return that it is of. */
export function answersAlone(sheets: readonly SheetRead[], part: ReturnToWrite) {
  const read = fileAnswers(sheets, alone(part));
  return read.kind === 'refused'
    ? read
    : { kind: read.kind, ...(read.parts[0] ?? { answers: [], links: [], odd: [], missing: [] }) };
}

/** The workbook of a return as another program saves it, after somebody typed into it. */
export function filledIn(whole: ReturnToWrite, program: SavedBy, typed: readonly Typed[] = []): Buffer {
  return savedBy(program, typedInto(returnSheets(alone(whole)), typed));
}

/** The sheets of a workbook with texts typed into them. */
export function typedInto(sheets: readonly SheetToWrite[], typed: readonly Typed[]): PlainSheet[] {
  return sheets.map(({ name, rows }) => {
    const heads = rows[0]?.map(({ text }) => text) ?? [];
    return {
      name,
      rows: rows.map((row) => {
        const setting = row[heads.indexOf(columnHeads.setting)]?.text;
        const own = typed.filter(([id, , , ofSetting = setting]) => row[0]?.text === id && ofSetting === setting);
        return row.map((cell, at) => typedFor(own, heads[at]) ?? cell.text);
      }),
    };
  });
}

function typedFor(typed: readonly Typed[], head: string | undefined): string | undefined {
  return typed.find(([, column]) => head === columnHeads[column])?.[2];
}

/** A workbook as it was downloaded, as another program saves it after somebody typed into it. */
export function filledFrom(workbook: Uint8Array, typed: readonly Typed[], program: SavedBy = 'excel'): Buffer {
  const sheets = [...readWorkbook(workbook, returnWorkbookLimits.reading)].map(({ name, rows }) => ({
    name,
    columns: [],
    frozenRows: 0,
    rows: rows.map(({ cells }) => {
      const texts = new Map(cells.map(({ column, text }) => [column, text]));
      // As many as the columns of ours: an empty one may be typed into.
      return Array.from({ length: Object.keys(columnHeads).length }, (_, column) => ({
        text: texts.get(column) ?? '',
        kind: 'plain' as const,
      }));
    }),
  }));
  return savedBy(program, typedInto(sheets, typed));
}
