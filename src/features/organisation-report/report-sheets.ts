import type { CellKind, CellToWrite, SheetToWrite } from '../../platform/files/workbook/workbook.ts';
import { formatDate } from '../../views/format.ts';
import { type ComparisonView, questionInWords, scoreInWords } from '../assessment/index.ts';
import { smallestGroup } from '../scoring/index.ts';
import type { Learning } from './learning.ts';
import type { NextSection, PartBeside, ReportView } from './report-view.ts';

const cell = (text: string, kind: CellKind = 'plain'): CellToWrite => ({ text, kind });

/** A report as the sheets of a workbook: what it is, every score beside others, what changed, and what to do next. */
export function reportSheets(view: ReportView): SheetToWrite[] {
  const { comparison } = view;
  return [
    coverOf(view),
    scoresOf(view),
    ...(comparison === null ? [] : [changeOf(comparison, view.isOwn)]),
    ...(view.isOwn ? [questionsOf(view)] : []),
    othersOf(view),
  ];
}

function coverOf(view: ReportView): SheetToWrite {
  const { beside, result } = view;
  const facts: readonly (readonly [string, string])[] = [
    ['Organisation', view.organisation],
    ['Round', view.round],
    ['Care setting', view.careSetting],
    ['Standing', view.standing],
    ['Edition', view.edition],
    ['Similar organisations', beside.kind === 'shown' ? `${beside.who}.` : beside.because],
    ['How scores are made', result.method],
    ['What they rest on', result.note],
    ...(result.withheldNote === null ? [] : ([['Left out', result.withheldNote]] as const)),
    ...(view.illustrative ? ([['Illustrative', 'Answers and plans are made up.']] as const) : []),
  ];
  return {
    name: 'Report',
    columns: [{ width: 28 }, { width: 90 }],
    frozenRows: 0,
    rows: [
      [cell(`Report of ${view.organisation}`, 'title')],
      ...facts.map(([name, text]) => [cell(name, 'part'), cell(text)]),
    ],
  };
}

function sheet(name: string, columns: readonly (readonly [string, number])[], rows: readonly string[][]): SheetToWrite {
  return {
    name,
    columns: columns.map(([, width]) => ({ width })),
    frozenRows: 1,
    rows: [
      columns.map(([heading]) => cell(heading, 'head')),
      ...rows.map((row) => row.map((text, index) => cell(text, index === 0 ? 'part' : 'plain'))),
    ],
  };
}

function scoresOf({ parts, result: { scale, rows } }: ReportView): SheetToWrite {
  const inWords = (score: number | null | undefined) => (score == null ? '' : scoreInWords(score, scale));
  const basisOf = ({ id, label }: PartBeside) => rows.find((row) => row.id === id && row.label === label)?.basis ?? '';
  const columns = [
    ...([
      ['Part', 44],
      ['Score', 12],
      ['Rests on', 50],
      ['Results of similar organisations', 18],
    ] as const),
    ...([
      ['Lowest', 10],
      ['Lower quartile', 14],
      ['Median', 10],
      ['Upper quartile', 14],
      ['Highest', 10],
    ] as const),
  ];
  return sheet(
    'Scores',
    columns,
    parts.map((part) => [
      part.label,
      scoreInWords(part.score, scale),
      basisOf(part),
      part.spread === null ? `Fewer than ${smallestGroup}` : String(part.spread.n),
      ...[part.spread?.min, part.spread?.q1, part.spread?.median, part.spread?.q3, part.spread?.max].map(inWords),
    ]),
  );
}

/** For everybody without the sections, and without what was scored on common questions: as on the page. */
function changeOf({ earlier, later, rows }: ComparisonView, isInFull: boolean): SheetToWrite {
  const signed = [
    ['Part', 44],
    [`Signed: ${earlier}`, 24],
    [`Signed: ${later}`, 24],
  ] as const;
  const compared = [
    ['Common questions', 18],
    ['On these then', 16],
    ['On these now', 16],
    ['Change', 16],
  ] as const;
  return sheet(
    'Change',
    isInFull ? [...signed, ...compared] : signed,
    rows
      .filter(({ level }) => isInFull || level !== 'section')
      .map((row) => [
        row.label,
        row.earlier,
        row.later,
        ...(isInFull ? [row.common, row.earlierOnCommon, row.laterOnCommon, row.change] : []),
      ]),
  );
}

function questionsOf({ next }: ReportView): SheetToWrite {
  return sheet(
    'What holds back',
    [
      ['Section', 36],
      ['Question', 60],
      ['Answered', 26],
      ['Next', 26],
      ['What that looks like', 50],
      ['Not met yet', 60],
    ],
    next.flatMap(({ title, holdingBack }) =>
      (holdingBack ?? []).map(({ question, now, next: then, looksLike, unmet }) => [
        title,
        questionInWords(question),
        now,
        then,
        looksLike ?? '',
        unmet.map(({ text }) => text).join('\n'),
      ]),
    ),
  );
}

function othersOf({ next }: ReportView): SheetToWrite {
  return sheet(
    'Who does this well',
    [
      ['Section', 36],
      ['What', 24],
      ['Title', 60],
      ['Whose', 50],
      ['Since', 20],
    ],
    next.flatMap((section) => learningRows(section, section.learning)),
  );
}

function learningRows({ title }: NextSection, { examples, capabilities }: Learning): string[][] {
  return [
    ...examples.map((example) => [
      title,
      'Exemplar',
      example.title,
      example.organisationName,
      formatDate(example.designatedAt),
    ]),
    ...capabilities.flatMap(({ capability, plans }) =>
      plans.map(({ footprintName, publishedAt }) => [
        title,
        'Published plan',
        capability.title,
        footprintName,
        formatDate(publishedAt),
      ]),
    ),
  ];
}
