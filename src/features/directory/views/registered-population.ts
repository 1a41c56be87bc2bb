import { countOf, formatNumber } from '../../../views/format.ts';
import { COMMISSIONER_TYPE, type RegisteredPatients } from '../directory.ts';

export interface Population {
  /** People registered with the practices of the CCGs that have a figure; null when none has. */
  readonly total: number | null;
  readonly countedCcgs: number;
  readonly missingCcgs: number;
  /** The days of the figures, earliest first; usually one. */
  readonly measuredOn: readonly string[];
  readonly sourceIds: readonly string[];
}

/** Whose lists a population is counted on: `its CCG`, `its 3 CCGs`, `2 of its 3 CCGs` where the others have no figure. */
export function countedInWords({ countedCcgs, missingCcgs }: Pick<Population, 'countedCcgs' | 'missingCcgs'>): string {
  const all = countedCcgs + missingCcgs;
  const whose = all === 1 ? 'its CCG' : `its ${countOf(all, 'CCG')}`;
  return missingCcgs === 0 ? whose : `${formatNumber(countedCcgs)} of ${whose}`;
}

interface PopulationRow {
  readonly typeId: string;
  readonly registeredPatients: RegisteredPatients | null;
}

/** Adds up the registered patients of CCGs, and says how many of them have no figure. Other organisations do not count. */
export function sumPopulation(rows: readonly PopulationRow[]): Population {
  const ccgs = rows.filter((row) => row.typeId === COMMISSIONER_TYPE);
  const figures = ccgs.flatMap((row) => (row.registeredPatients === null ? [] : [row.registeredPatients]));
  return {
    total: figures.length === 0 ? null : figures.reduce((sum, figure) => sum + figure.value, 0),
    countedCcgs: figures.length,
    missingCcgs: ccgs.length - figures.length,
    measuredOn: [...new Set(figures.map((figure) => figure.measuredOn))].sort(),
    sourceIds: [...new Set(figures.map((figure) => figure.sourceId))],
  };
}
