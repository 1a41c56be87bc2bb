import type { CellKind, CellToWrite, SheetToWrite } from '../../../platform/files/workbook/workbook.ts';
import { formatDate, formatTime } from '../../../views/format.ts';
import { notApplicableLabel, optionLabel, questionInWords } from '../../assessment/index.ts';
import { desirableLevels, type Instrument, type Question, scaleOf } from '../../programme/index.ts';
import type { AnswerValue } from '../../scoring/index.ts';
import { linesOf } from '../link-lines.ts';
import type { ReturnFacts, ReturnLine, ReturnToWrite, WholeReturn } from '../own-return.ts';
import {
  columnHeads,
  coverMarks,
  coverSheet,
  hiddenColumns,
  metChoices,
  type SheetColumn,
  sheetLayout,
} from './sheet-layout.ts';

const widths: Readonly<Record<SheetColumn, number>> = {
  setting: 8,
  id: 11,
  question: 60,
  answer: 30,
  note: 50,
  desired: 24,
  hint: 50,
  files: 36,
  links: 50,
  revision: 8,
  linksThen: 8,
};

/** Returns as the sheets of a workbook: what it is and how it is filled in, and a sheet for each section of each. */
export function returnSheets({ facts, parts }: WholeReturn): SheetToWrite[] {
  return [coverOf(facts, parts), ...parts.flatMap((part) => partSheets(part, parts.length > 1))];
}

function partSheets({ facts, lines }: ReturnToWrite, isOneOfSeveral: boolean): SheetToWrite[] {
  const sections = Map.groupBy(lines, ({ section }) => section);
  // The name of a sheet is short, so that the id stands for the care setting.
  const before = isOneOfSeveral ? `${facts.careSetting.id.replaceAll('-', ' ')} ` : '';
  return [...sections].map(([{ number, title }, those]) => ({
    name: `${before}${number}. ${title}`,
    ...sectionSheet(facts, those),
  }));
}

const cell = (text: string, kind: CellKind = 'plain'): CellToWrite => ({ text, kind });

function coverOf(facts: WholeReturn['facts'], parts: WholeReturn['parts']): SheetToWrite {
  const { organisation, round, careSetting, instrument, illustrative, takenAt, state } = facts;
  const said: readonly (readonly [string, string])[] = [
    ['Organisation', organisation.name],
    ['Round', round.label],
    ['Questions for', careSetting.label],
    ['Questionnaire', `${instrument.title}, version ${instrument.version}`],
    ...(parts.length > 1
      ? parts.map((part) => [`State: ${part.facts.careSetting.label}`, part.facts.state] as const)
      : ([['State', state]] as const)),
    ['Taken on', `${formatDate(takenAt)} at ${formatTime(takenAt)}`],
    ...(illustrative ? ([['Illustrative', 'Made up, as everything in a demonstration is.']] as const) : []),
  ];
  const marks: readonly (readonly [string, string])[] = [
    [coverMarks.layout, sheetLayout],
    [coverMarks.organisation, organisation.organisationId],
    [coverMarks.round, round.id],
    [coverMarks.careSetting, careSetting.id],
    [coverMarks.instrument, `${instrument.id} ${instrument.version}`],
  ];
  const pairs = (all: typeof said) => all.map(([name, text]) => [cell(name, 'part'), cell(text)]);
  return {
    name: coverSheet,
    columns: [{ width: 28 }, { width: 90 }],
    frozenRows: 0,
    rows: [
      [cell('The self-assessment as a spreadsheet', 'title')],
      ...pairs(said),
      [cell('What is in it', 'part'), cell(whatIsInIt(instrument))],
      ...pairs(marks),
    ],
  };
}

function whatIsInIt(instrument: Instrument): string {
  const levels = instrument.themes.some(({ sections }) =>
    sections.some(({ questions }) => questions.some((each) => each.levels.length > 0)),
  );
  return [
    'A sheet for each section, and a row for each question.',
    ...(levels ? ['Where a question is answered by what is met, each thing has a row of its own with Yes or No.'] : []),
    'Notes are those that others will read. Private notes are not in this file.',
    'The shaded cells can be filled in. Send the file back on the page that it was taken from: what differs is shown there, and counts once somebody accepts it.',
    'Evidence that is a link is read back: a line each, with a name and an address. Files are added on the site.',
  ].join(' ');
}

function sectionSheet(facts: ReturnFacts, lines: readonly ReturnLine[]): Omit<SheetToWrite, 'name'> {
  const { instrument, careSetting, locked } = facts;
  const columns: readonly SheetColumn[] = [
    'id',
    'question',
    'answer',
    'note',
    ...(instrument.asksDesiredLevels ? (['desired'] as const) : []),
    'links',
    'files',
    'hint',
    'revision',
    'linksThen',
    'setting',
  ];
  const setting = cell(careSetting.id);
  const inOrder = (row: Row) => columns.map((column) => (column === 'setting' ? setting : (row[column] ?? cell(''))));
  return {
    columns: columns.map((column) => ({ width: widths[column], isHidden: hiddenColumns.includes(column) })),
    frozenRows: 1,
    rows: [
      columns.map((column) => cell(columnHeads[column], 'head')),
      ...lines.flatMap((line) => rowsOf(instrument, line, locked === null).map(inOrder)),
    ],
  };
}

type Row = Partial<Record<SheetColumn, CellToWrite>>;

function rowsOf(instrument: Instrument, line: ReturnLine, isOpen: boolean): Row[] {
  const { question, saved, answeredBy, evidence } = line;
  const desirable = desirableLevels(instrument, question);
  const desired = saved?.desired ?? null;
  const links = linesOf(evidence.flatMap(({ title, url }) => (url === null ? [] : { title, url })));
  const fill = (text: string, choices?: readonly string[]): CellToWrite =>
    answeredBy === null && isOpen ? { text, kind: 'open', ...(choices === undefined ? {} : { choices }) } : cell(text);
  const offered = choicesOf(instrument, question);
  return [
    {
      id: cell(question.id, 'part'),
      question: cell(questionInWords(question), 'part'),
      answer: offered.length === 0 ? cell('') : fill(answerOf(instrument, question, saved?.value ?? null), offered),
      note: fill(saved?.comment ?? ''),
      desired:
        desirable.length === 0
          ? cell('')
          : fill(
              desired === null ? '' : optionLabel(instrument, question, desired),
              desirable.map(({ label }) => label),
            ),
      hint: cell(hintOf(line)),
      links: fill(links),
      files: cell(evidence.flatMap(({ title, url }) => (url === null ? [title] : [])).join('\n')),
      revision: cell(String(saved?.revision ?? 0)),
      linksThen: cell(links),
    },
    ...question.levels.flatMap(({ option, elements }) =>
      elements.map(
        ({ id, text }): Row => ({
          id: cell(id),
          question: cell(`${optionLabel(instrument, question, option)}: ${text}`),
          answer: fill(metOf(saved?.value ?? null, id), metChoices),
        }),
      ),
    ),
  ];
}

/** What may be chosen for a question itself; of one with levels what is met has rows of its own. */
function choicesOf(instrument: Instrument, question: Question): string[] {
  const options = question.levels.length > 0 ? [] : scaleOf(instrument, question).options.map(({ label }) => label);
  return [...options, ...(question.notApplicable ? [notApplicableLabel] : [])];
}

function answerOf(instrument: Instrument, question: Question, value: AnswerValue | null): string {
  if (value?.kind === 'not-applicable') {
    return notApplicableLabel;
  }
  return value?.kind === 'option' ? optionLabel(instrument, question, value.optionId) : '';
}

function metOf(value: AnswerValue | null, elementId: string): string {
  return value?.kind === 'elements' ? (value.met.includes(elementId) ? 'Yes' : 'No') : '';
}

function hintOf({ question, hangsOn, answeredBy }: ReturnLine): string {
  return [
    ...(answeredBy === null ? [] : [`${answeredBy}.`]),
    ...(hangsOn === null ? [] : [hangsOn]),
    question.help,
    ...question.evidence.map((each) => `What to show: ${each}`),
  ]
    .filter((each) => each !== '')
    .join('\n');
}
