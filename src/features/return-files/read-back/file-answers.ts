import type { SheetRead } from '../../../platform/files/workbook/read/read-workbook.ts';
import type { Instrument, Question } from '../../programme/index.ts';
import type { AnswerValue } from '../../scoring/index.ts';
import type { ReturnToWrite, WholeReturn } from '../own-return.ts';
import type { SheetColumn } from '../workbook/sheet-layout.ts';
import {
  choiceIn,
  desiredIn,
  linksTextIn,
  metIn,
  noteIn,
  type OddCell,
  revisionIn,
  type Said,
} from './cell-answers.ts';
import { type LinkChanges, linkChanges } from './link-differences.ts';
import { type CellPlace, TAKE_ANOTHER, type TableCell, type TableRow, tableRows } from './sheet-table.ts';
import { whyNotOurs } from './whose-file.ts';

/** What a file says to a question. */
export interface FileAnswer {
  readonly questionId: string;
  readonly value: AnswerValue | null;
  readonly comment: string;
  readonly desired: string | null;
  /** How often it had been saved when the file was made; null where the file does not tell. */
  readonly revision: number | null;
  /** How many rows of its elements are empty beside others that are not; they are read as not met. */
  readonly emptyRows: number;
  readonly place: CellPlace;
}

/** What a file says to the questions of one of the returns in it. */
export interface FilePart {
  readonly answers: readonly FileAnswer[];
  /** Of questions whose links were changed in the file. */
  readonly links: readonly LinkChanges[];
  readonly odd: readonly OddCell[];
  /** Ids of questions that have no row. */
  readonly missing: readonly string[];
}

export type FileRead =
  /** With the parts of the return that the file is of, in their order. */
  | { readonly kind: 'read'; readonly parts: readonly FilePart[] }
  /** Why nothing of it is used and what to do, as sentences without the last full stop. */
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * What a filled-in workbook says to the questions of what it is of. A file of other answers is refused, and so is one with rows that nobody can
 * tell: an id twice, or none of ours. A cell that cannot be read stops its own question alone.
 */
export function fileAnswers(sheets: readonly SheetRead[], whole: WholeReturn): FileRead {
  const { facts, parts } = whole;
  const notOurs = whyNotOurs(sheets, facts);
  if (notOurs !== null) {
    return { kind: 'refused', reason: notOurs };
  }
  const found = rowsById(tableRowsOf(sheets, facts.instrument), parts);
  return found.kind === 'refused'
    ? found
    : { kind: 'read', parts: parts.map((part) => partRead(part, found.rows.get(part.facts.careSetting.id))) };
}

function partRead({ facts, lines }: ReturnToWrite, rows: RowsOfPart = new Map()): FilePart {
  const questions = lines.map(({ question }) => question);
  const read = questions.map((question) => [question, answerOf(facts.instrument, question, rows)] as const);
  return {
    answers: read.flatMap(([, answer]) => (answer.kind === 'answer' ? [answer.answer] : [])),
    links: read.flatMap(([, answer]) => (answer.kind === 'answer' && answer.links !== null ? [answer.links] : [])),
    odd: read.flatMap(([, answer]) => (answer.kind === 'odd' ? answer.cells : [])),
    missing: read.flatMap(([{ id }, { kind }]) => (kind === 'missing' ? [id] : [])),
  };
}

function tableRowsOf(sheets: readonly SheetRead[], { asksDesiredLevels }: Instrument) {
  const needed: readonly SheetColumn[] = [
    'id',
    'answer',
    'note',
    ...(asksDesiredLevels ? (['desired'] as const) : []),
    'links',
    'revision',
    'linksThen',
    'setting',
  ];
  return tableRows(sheets, needed);
}

/** By the id of the question or element. */
type RowsOfPart = ReadonlyMap<string, TableRow>;

type RowsById =
  /** By care setting. */
  | { readonly kind: 'found'; readonly rows: ReadonlyMap<string, RowsOfPart> }
  | { readonly kind: 'refused'; readonly reason: string };

function rowsById(table: ReturnType<typeof tableRows>, parts: WholeReturn['parts']): RowsById {
  if (table.kind === 'refused') {
    return table;
  }
  const known = new Map(
    parts.map(({ facts, lines }) => [
      facts.careSetting.id,
      new Set(lines.flatMap(({ question }) => [question.id, ...elementIds(question)])),
    ]),
  );
  const rows = new Map([...known.keys()].map((setting) => [setting, new Map<string, TableRow>()]));
  for (const row of table.rows) {
    const { sheet, cell } = row.at('id');
    const ofPart = rows.get(row.setting);
    const other = ofPart?.get(row.id)?.at('id');
    if (ofPart === undefined) {
      return refused(
        `The row ${row.id.slice(0, 60)} in ${cell} of the sheet “${sheet}” is of a care setting that is not answered here${row.setting === '' ? '' : ` (${row.setting.slice(0, 60)})`}. Take its rows out, and choose the file again`,
      );
    }
    if (known.get(row.setting)?.has(row.id) !== true) {
      return refused(
        `“${row.id.slice(0, 60)}” in ${cell} of the sheet “${sheet}” is the id of no question here. Take that row out, and choose the file again`,
      );
    }
    if (other !== undefined) {
      return refused(
        `The id ${row.id} stands twice: in ${other.cell} of the sheet “${other.sheet}”, and in ${cell} of “${sheet}”. Take one of the rows out, and choose the file again`,
      );
    }
    ofPart.set(row.id, row);
  }
  return [...rows.values()].every(({ size }) => size === 0)
    ? refused(`There is no row of a question in the file. ${TAKE_ANOTHER}`)
    : { kind: 'found', rows };
}

function refused(reason: string): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason };
}

function elementIds({ levels }: Question): string[] {
  return levels.flatMap(({ elements }) => elements.map(({ id }) => id));
}

type AnswerRead =
  | { readonly kind: 'answer'; readonly answer: FileAnswer; readonly links: LinkChanges | null }
  | { readonly kind: 'odd'; readonly cells: readonly OddCell[] }
  | { readonly kind: 'missing' };

function answerOf(instrument: Instrument, question: Question, rows: RowsOfPart): AnswerRead {
  const ids = [question.id, ...elementIds(question)];
  const present = ids.filter((id) => rows.has(id));
  const row = rows.get(question.id);
  const [first] = present;
  if (first === undefined) {
    return { kind: 'missing' };
  }
  if (row === undefined || present.length < ids.length) {
    const lost = ids.find((id) => !rows.has(id));
    const problem = `The row of ${lost} is missing, so that the question cannot be told whole. ${TAKE_ANOTHER}`;
    return { kind: 'odd', cells: [{ ...placeOf(rows.get(first)?.at('id')), questionId: question.id, problem }] };
  }
  const odd: OddCell[] = [];
  const take = <Value>(cell: TableCell, said: Said<Value>): Value | null => {
    if ('problem' in said) {
      odd.push({ ...placeOf(cell), questionId: question.id, problem: said.problem });
      return null;
    }
    return said.value;
  };
  const answer = row.at('answer');
  const chosen = take(answer, choiceIn(instrument, question, answer));
  const met = metOf(question, rows, take);
  if (chosen !== null && met.value !== null) {
    const problem = 'It is said not to apply, and rows below say what is met. Empty either this cell or those';
    odd.push({ ...placeOf(answer), questionId: question.id, problem });
  }
  const note = row.at('note');
  const comment = take(note, noteIn(note)) ?? '';
  const desired = desiredOf(instrument, question, row, take);
  const links = linksOf(question, row, take);
  return odd.length > 0
    ? { kind: 'odd', cells: odd }
    : {
        kind: 'answer',
        links,
        answer: {
          questionId: question.id,
          value: chosen ?? met.value,
          comment,
          desired,
          revision: revisionIn(row.at('revision')),
          emptyRows: met.emptyRows,
          place: placeOf(answer),
        },
      };
}

type Take = <Value>(cell: TableCell, said: Said<Value>) => Value | null;

/** What is met of a question with levels, in their order; null where no row says anything. */
function metOf(question: Question, rows: RowsOfPart, take: Take) {
  const said = elementIds(question).flatMap((id) => {
    const cell = rows.get(id)?.at('answer');
    return cell === undefined ? [] : [{ id, isMet: take(cell, metIn(cell)) }];
  });
  const emptyRows = said.filter(({ isMet }) => isMet === null).length;
  const value: AnswerValue | null =
    emptyRows === said.length
      ? null
      : { kind: 'elements', met: said.filter(({ isMet }) => isMet === true).map(({ id }) => id) };
  return { value, emptyRows: value === null ? 0 : emptyRows };
}

function desiredOf(instrument: Instrument, question: Question, row: TableRow, take: Take): string | null {
  if (!instrument.asksDesiredLevels) {
    return null;
  }
  const cell = row.at('desired');
  return take(cell, desiredIn(instrument, question, cell));
}

/** Null where the file changes none. */
function linksOf({ id }: Question, row: TableRow, take: Take): LinkChanges | null {
  const cell = row.at('links');
  const text = take(cell, linksTextIn(cell));
  const changes = text === null ? null : take(cell, linkChanges(row.at('linksThen').text, text));
  return changes === null || changes.added.length + changes.takenOff.length === 0
    ? null
    : { questionId: id, ...changes, place: placeOf(cell) };
}

function placeOf(cell: CellPlace | undefined): CellPlace {
  return { sheet: cell?.sheet ?? '', cell: cell?.cell ?? '' };
}
