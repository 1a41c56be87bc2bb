import { cleanText } from '../../../platform/forms/posted-form.ts';
import { fromWorkbook, notApplicableLabel } from '../../assessment/index.ts';
import { desirableLevels, type Instrument, type Question, scaleOf } from '../../programme/index.ts';
import type { AnswerValue } from '../../scoring/index.ts';
import { metChoices } from '../workbook/sheet-layout.ts';
import { alike, type CellPlace, type TableCell } from './sheet-table.ts';

const { commentLimit } = fromWorkbook;

/** A cell that cannot be read as what it stands for: nothing of its question is taken. */
export interface OddCell extends CellPlace {
  readonly questionId: string;
  /** What is wrong and what to do, as sentences without the last full stop. */
  readonly problem: string;
}

/** What a cell says, or what is wrong with it. */
export type Said<Value> = { readonly value: Value } | { readonly problem: string };

/** The answer to a question by its choice; of one with levels only whether it does not apply. */
export function choiceIn(instrument: Instrument, question: Question, cell: TableCell): Said<AnswerValue | null> {
  return readable<AnswerValue | null>(cell, 'the answer', (text) => {
    if (text === '') {
      return { value: null };
    }
    if (question.notApplicable && alike(text) === alike(notApplicableLabel)) {
      return { value: { kind: 'not-applicable' } };
    }
    if (question.levels.length > 0) {
      return { problem: `“${cut(text)}” is no answer here. Say in the rows below what is met, and empty this cell` };
    }
    const option = optionNamed(scaleOf(instrument, question).options, text);
    return 'problem' in option ? option : { value: { kind: 'option', optionId: option.value } };
  });
}

/** Id of the level to be reached by the next round; null where nothing is said. */
export function desiredIn(instrument: Instrument, question: Question, cell: TableCell): Said<string | null> {
  return readable<string | null>(cell, 'the level', (text) =>
    text === '' ? { value: null } : optionNamed(desirableLevels(instrument, question), text),
  );
}

export function noteIn(cell: TableCell): Said<string> {
  return readable(cell, 'the note', (text) => {
    const note = cleanText(text);
    const length = [...note].length;
    return length <= commentLimit
      ? { value: note }
      : {
          problem: `The note has ${length.toLocaleString('en-GB')} characters, and ${commentLimit.toLocaleString('en-GB')} are kept. Shorten it`,
        };
  });
}

const [yes, no] = metChoices;
const metWords: Readonly<Record<string, boolean>> = {
  [alike(yes)]: true,
  [alike(no)]: false,
  true: true,
  false: false,
};

/** Whether an element is met; null where nobody says. */
export function metIn(cell: TableCell): Said<boolean | null> {
  return readable<boolean | null>(cell, `${yes} or ${no}`, (text) => {
    const met = text === '' ? null : metWords[alike(text)];
    return met === undefined
      ? { problem: `“${cut(text)}” is neither ${yes} nor ${no}. Choose one from the list` }
      : { value: met };
  });
}

export function linksTextIn(cell: TableCell): Said<string> {
  return readable(cell, 'the links', (text) => ({ value: text }));
}

/** How often the answer had been saved when the file was made; null where that cannot be told. */
export function revisionIn({ text }: TableCell): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

function readable<Value>({ kind, text }: TableCell, what: string, read: (text: string) => Said<Value>): Said<Value> {
  switch (kind) {
    case 'formula':
      return { problem: `There is a formula in the cell, and formulas are not read. Type ${what} in its place` };
    case 'error':
      return { problem: `The cell has the error ${cut(text)}. Type ${what} in its place` };
    default:
      return read(text);
  }
}

/** By the words of an option or by its id: a program may have made a number of it. */
function optionNamed(options: readonly { readonly id: string; readonly label: string }[], text: string): Said<string> {
  const byLabel = options.filter(({ label }) => alike(label) === alike(text));
  const found = byLabel.length > 0 ? byLabel : options.filter(({ id }) => alike(id) === alike(text));
  const [option] = found;
  return option === undefined || found.length > 1
    ? { problem: `“${cut(text)}” is none of the choices. Choose one from the list in the cell` }
    : { value: option.id };
}

/** Enough of a text to find it again. */
function cut(text: string): string {
  const letters = [...text];
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : text;
}
