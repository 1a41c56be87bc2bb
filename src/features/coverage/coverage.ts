import type { AssessmentState } from '../assessment/index.ts';
import type { AreaRef } from '../directory/index.ts';

/** A provider that is asked for an assessment, and what this service knows of how far it has come. */
export interface CoverageRow {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly careSetting: string;
  readonly regions: readonly AreaRef[];
  readonly footprints: readonly AreaRef[];
  readonly state: AssessmentState;
  readonly answered: number;
  readonly total: number;
  /** People who hold a role there now. */
  readonly answerers: readonly string[];
  readonly signers: readonly string[];
}

/** What an assessment waits for. */
export type Standing = 'not-begun' | 'being-answered' | 'to-sign' | 'submitted' | 'nobody-to-answer' | 'nobody-to-sign';

export const standingLabels: Readonly<Record<Standing, string>> = {
  'nobody-to-answer': 'Nobody to answer it',
  'nobody-to-sign': 'Nobody to sign it',
  'not-begun': 'Nothing recorded here',
  'being-answered': 'Being answered',
  'to-sign': 'Waiting for a signature',
  submitted: 'Submitted',
};

export const standings = Object.keys(standingLabels) as Standing[];

/**
 * What the assessment of a row waits for. Where nobody is there to take the next step, that is what it waits for; an executive may
 * answer as well as sign.
 */
export function standingOf({
  state,
  answerers,
  signers,
}: Pick<CoverageRow, 'state' | 'answerers' | 'signers'>): Standing {
  switch (state) {
    case 'submitted':
      return 'submitted';
    case 'awaiting-authorisation':
      return signers.length === 0 ? 'nobody-to-sign' : 'to-sign';
    case 'not-started':
    case 'in-progress':
      if (answerers.length === 0 && signers.length === 0) {
        return 'nobody-to-answer';
      }
      if (signers.length === 0) {
        return 'nobody-to-sign';
      }
      return state === 'not-started' ? 'not-begun' : 'being-answered';
  }
}

/** What is asked for; empty text asks for all. */
export interface CoverageFilter {
  readonly region: string;
  readonly careSetting: string;
  /** The last part of the address of a footprint. */
  readonly footprint: string;
  readonly standing: Standing | '';
}

/** The rows in the places and of the kind that are asked for, whatever they wait for. */
export function inPlaces(rows: readonly CoverageRow[], filter: CoverageFilter): CoverageRow[] {
  return rows.filter(
    ({ regions, careSetting, footprints }) =>
      (filter.region === '' || regions.some(({ code }) => code === filter.region)) &&
      (filter.careSetting === '' || careSetting === filter.careSetting) &&
      (filter.footprint === '' || footprints.some(({ slug }) => slug === filter.footprint)),
  );
}

/** Whether a row waits for what is asked for. */
export function isWaitingAs(row: CoverageRow, { standing }: Pick<CoverageFilter, 'standing'>): boolean {
  return standing === '' || standingOf(row) === standing;
}

/** How many rows wait for what, in the order of the labels; those for which none waits are left out. */
export function tallyStandings(
  rows: readonly CoverageRow[],
): { readonly standing: Standing; readonly count: number }[] {
  const counts = Map.groupBy(rows, standingOf);
  return standings.flatMap((standing) => {
    const count = counts.get(standing)?.length ?? 0;
    return count === 0 ? [] : [{ standing, count }];
  });
}
