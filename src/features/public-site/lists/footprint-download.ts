import type { CsvTable } from '../../../platform/csv-table.ts';
import type { FootprintRow } from './footprint-list.ts';
import { areaItem, codesOf, provenanceCells, provenanceColumns, provenanceItem } from './list-table.ts';

/** Columns named as in the API, and what the list shows beside: people, organisations and the stage of the roadmap. */
export const footprintTable: CsvTable<FootprintRow> = {
  columns: [
    'kind',
    'code',
    'slug',
    'name',
    'region_codes',
    'stp_codes',
    'organisations',
    'registered_patients',
    'registered_patients_on',
    'ccgs_counted',
    'ccgs_without_figure',
    'stage',
    'stage_reason',
    'valid_from',
    'valid_to',
    'note',
    ...provenanceColumns,
  ],
  rowsOf: ({ footprint, memberCount, population, stage }) => [
    [
      footprint.kind,
      footprint.code,
      footprint.slug,
      footprint.name,
      codesOf(footprint.regions),
      codesOf(footprint.stps),
      memberCount === 0 ? null : memberCount,
      population.total,
      population.measuredOn.join(' '),
      population.countedCcgs,
      population.missingCcgs,
      stage.publicStage.id,
      stage.reason,
      footprint.validFrom,
      footprint.validTo,
      footprint.note,
      ...provenanceCells(footprint, stage.illustrative),
    ],
  ],
};

/** A footprint as an item of the JSON file. */
export function footprintItem({ footprint, memberCount, population, stage }: FootprintRow) {
  return {
    ...areaItem(footprint),
    regions: footprint.regions.map(areaItem),
    stps: footprint.stps.map(areaItem),
    organisations: memberCount === 0 ? null : memberCount,
    registeredPatients: {
      value: population.total,
      measuredOn: population.measuredOn,
      ccgsCounted: population.countedCcgs,
      ccgsWithoutFigure: population.missingCcgs,
    },
    stage: {
      id: stage.publicStage.id,
      label: stage.publicStage.label,
      reason: stage.reason,
      illustrative: stage.illustrative,
    },
    validFrom: footprint.validFrom,
    validTo: footprint.validTo,
    note: footprint.note,
    ...provenanceItem(footprint, stage.illustrative),
  };
}
