import { type KindTable, kindTable, type TableColumn, termLabel } from '../file-table.ts';
import { plansTitle, solutionLabels, type UniversalPlan, universalPlansReader } from './universal-plan.ts';

type Column = TableColumn<UniversalPlan>;

/** A row for each universal capability. */
export const plansTables: readonly KindTable[] = [
  kindTable(universalPlansReader, {
    name: 'universal-capabilities',
    title: plansTitle,
    key: ['capability_id'],
    called: ['capability_id', 'capability'],
    rows: ({ plans }) => plans,
    columns: ({ terms: { universalCapabilities, ambitionYears, planQuarters } }): Column[] => [
      ['capability_id', 'Id', 8, ({ capabilityId }) => capabilityId],
      ['capability', 'Universal capability', 40, ({ capabilityId }) => termLabel(universalCapabilities, capabilityId)],
      ['baseline', 'Baseline', 40, ({ baseline }) => baseline],
      ...ambitionYears.map(
        ({ id, label }): Column => [
          `ambition_${id}`,
          `Ambition, ${label}`,
          40,
          ({ ambitions }) => ambitions.find(({ yearId }) => yearId === id)?.text ?? '',
        ],
      ),
      ['solution', 'Service', 30, ({ solution }) => (solution === null ? '' : solutionLabels[solution])],
      ['local_solution', 'Local solution', 30, ({ localSolution }) => localSolution],
      ...planQuarters.map(
        ({ id, label }): Column => [
          `activities_${id}`,
          `Activities, ${label}`,
          40,
          ({ activities }) => activities.find(({ quarterId }) => quarterId === id)?.text ?? '',
        ],
      ),
      ['evidence', 'Evidence', 40, ({ evidence }) => evidence],
    ],
  }),
];
