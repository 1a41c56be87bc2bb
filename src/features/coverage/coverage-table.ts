import { type CsvTable, tableOf } from '../../platform/csv-table.ts';
import type { AreaRef } from '../directory/index.ts';
import { type CoverageRow, daysLate, waitLabels, waitOf } from './coverage.ts';

const namesOf = (areas: readonly AreaRef[]) => areas.map(({ name }) => name).join('; ');

/** The list as a file. Of an assessment that nobody has begun here no count of answers is given. */
export const coverageTable: CsvTable<CoverageRow> = tableOf([
  ['code', ({ code }) => code],
  ['name', ({ name }) => name],
  ['regions', ({ regions }) => namesOf(regions)],
  ['footprints', ({ footprints }) => namesOf(footprints)],
  ['care_setting', ({ settings }) => settings.map(({ careSetting }) => careSetting).join('; ')],
  ['waits_for', (row) => waitLabels[waitOf(row)]],
  ['due_on', ({ dueOn }) => dueOn],
  ['submitted_on', ({ submittedOn }) => submittedOn],
  ['days_late', (row) => daysLate(row)],
  ['answered', ({ state, answered }) => (state === 'not-started' ? null : answered)],
  ['questions', ({ total }) => total],
  ['who_can_answer', ({ answerers }) => answerers.join('; ')],
  ['who_can_sign', ({ signers }) => signers.join('; ')],
]);
