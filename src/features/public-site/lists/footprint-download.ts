import { tableOf } from '../../../platform/csv-table.ts';
import { codesOf, type FootprintAnswer, provenanceCsv, toFootprint } from '../../open-api/index.ts';
import type { FootprintRow } from './footprint-list.ts';

/** A footprint as the API answers it, with what the list shows beside: people, organisations and the stage of the roadmap. */
interface ListedFootprint extends FootprintAnswer {
  readonly organisations: number | null;
  readonly registeredPatients: {
    readonly value: number | null;
    readonly measuredOn: readonly string[];
    readonly ccgsCounted: number;
    readonly ccgsWithoutFigure: number;
  };
  readonly stage: {
    readonly id: string;
    readonly label: string;
    readonly reason: string;
    readonly illustrative: boolean;
  };
}

export function toListedFootprint({ footprint, memberCount, population, stage }: FootprintRow): ListedFootprint {
  const answer = toFootprint(footprint);
  const { publicStage, reason, illustrative } = stage;
  return {
    ...answer,
    illustrative: answer.illustrative || illustrative,
    organisations: memberCount === 0 ? null : memberCount,
    registeredPatients: {
      value: population.total,
      measuredOn: population.measuredOn,
      ccgsCounted: population.countedCcgs,
      ccgsWithoutFigure: population.missingCcgs,
    },
    stage: { id: publicStage.id, label: publicStage.label, reason, illustrative },
  };
}

/** Columns named as in the API. */
export const footprintTable = tableOf<ListedFootprint>([
  ['kind', ({ kind }) => kind],
  ['code', ({ code }) => code],
  ['slug', ({ slug }) => slug],
  ['name', ({ name }) => name],
  ['region_codes', ({ regions }) => codesOf(regions)],
  ['stp_codes', ({ stps }) => codesOf(stps)],
  ['organisations', ({ organisations }) => organisations],
  ['registered_patients', ({ registeredPatients }) => registeredPatients.value],
  ['registered_patients_on', ({ registeredPatients }) => registeredPatients.measuredOn.join(' ')],
  ['ccgs_counted', ({ registeredPatients }) => registeredPatients.ccgsCounted],
  ['ccgs_without_figure', ({ registeredPatients }) => registeredPatients.ccgsWithoutFigure],
  ['stage', ({ stage }) => stage.id],
  ['stage_reason', ({ stage }) => stage.reason],
  ['valid_from', ({ validFrom }) => validFrom],
  ['valid_to', ({ validTo }) => validTo],
  ['note', ({ note }) => note],
  ...provenanceCsv,
]);
