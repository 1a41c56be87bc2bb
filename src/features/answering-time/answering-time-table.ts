import { type CsvTable, tableOf } from '../../platform/csv-table.ts';
import { rounded } from '../../platform/rounding.ts';
import type { AnsweringTime } from './answering-times.ts';

const minutes = (value: number | undefined) => (value === undefined ? null : rounded(value, 1));

/** The list as a file. Of fewer than five organisations its cells are empty. */
export const answeringTimeTable: CsvTable<AnsweringTime> = tableOf([
  ['section', ({ sectionId }) => sectionId],
  ['question', ({ question }) => question?.id ?? null],
  ['text', ({ section, question }) => question?.text ?? section],
  ['assessments', ({ spread }) => spread?.n ?? null],
  ['minutes_median', ({ spread }) => minutes(spread?.median)],
  ['minutes_lower_quartile', ({ spread }) => minutes(spread?.q1)],
  ['minutes_upper_quartile', ({ spread }) => minutes(spread?.q3)],
]);
