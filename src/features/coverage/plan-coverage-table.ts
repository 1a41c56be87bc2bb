import { type CsvTable, tableOf } from '../../platform/csv-table.ts';
import { versionStateLabels } from '../roadmap/index.ts';
import { planBeforeInWords } from './plan-before-in-words.ts';
import { type PlanCoverageRow, planDaysLate, planWaitLabels, planWaitOf, planWaitsFor } from './plan-coverage.ts';

/** The list of roadmaps as a file. */
export const planCoverageTable: CsvTable<PlanCoverageRow> = tableOf([
  ['footprint', ({ name }) => name],
  ['regions', ({ regions }) => regions.map(({ name }) => name).join('; ')],
  ['state', ({ state }) => (state === null ? null : versionStateLabels[state])],
  ['waits_for', (row) => planWaitLabels[planWaitOf(row)]],
  ['whom', (row) => planWaitsFor(row).join('; ')],
  ['due_on', ({ dueOn }) => dueOn],
  ['submitted_on', ({ submittedOn }) => submittedOn],
  ['days_late', (row) => planDaysLate(row)],
  ['who_can_write', ({ leads, editors }) => [...new Set([...leads, ...editors])].join('; ')],
  ['still_to_endorse', ({ endorsements }) => endorsements.waiting.join('; ')],
  ['nobody_to_endorse_for', ({ endorsements }) => endorsements.withoutSigner.join('; ')],
  ['declined', ({ endorsements }) => endorsements.declined.join('; ')],
  ['who_can_review', ({ reviewers }) => reviewers.join('; ')],
  ['round', ({ round }) => round.label],
  ['roadmap_before', ({ before }) => (before === null ? null : planBeforeInWords(before))],
]);
