import { daysBetween } from '../../platform/days.ts';
import type { AssessmentState, SettingProgress } from '../assessment/index.ts';
import { type AreaRef, matchesWords, searchWords } from '../directory/index.ts';

/** A provider that is asked for an assessment, and what this service knows of how far it has come. */
export interface CoverageRow {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  /** Each care setting that it answers for in the round, with how far that has come; one at least. */
  readonly settings: readonly SettingProgress[];
  readonly regions: readonly AreaRef[];
  /** The planning areas of the day. */
  readonly stps: readonly AreaRef[];
  readonly footprints: readonly AreaRef[];
  /** The deadline, as an ISO date. */
  readonly dueOn: string;
  /** With all of its care settings: submitted once each of them is. */
  readonly state: AssessmentState;
  /** The day on which it was submitted. */
  readonly submittedOn: string | null;
  readonly answered: number;
  readonly total: number;
  /** People who hold a role there now: those who answer, of them those who also see to it that it is sent, and those who sign. */
  readonly answerers: readonly string[];
  readonly coordinators: readonly string[];
  readonly signers: readonly string[];
}

/** What an assessment waits for. */
export type Wait = 'not-begun' | 'being-answered' | 'to-sign' | 'submitted' | 'nobody-to-answer' | 'nobody-to-sign';

export const waitLabels: Readonly<Record<Wait, string>> = {
  'nobody-to-answer': 'Nobody to answer it',
  'nobody-to-sign': 'Nobody to sign it',
  'not-begun': 'Nothing recorded here',
  'being-answered': 'Being answered',
  'to-sign': 'Waiting for a signature',
  submitted: 'Submitted',
};

export const waits = Object.keys(waitLabels) as Wait[];

/**
 * What the assessment of a row waits for. Where nobody is there to take the next step, that is what it waits for; whoever signs may
 * answer too.
 */
export function waitOf({ state, answerers, signers }: Pick<CoverageRow, 'state' | 'answerers' | 'signers'>): Wait {
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

/** Whether anybody there is reminded: coordinators and those who sign are, contributors are not. */
export function hasReminded({ coordinators, signers }: Pick<CoverageRow, 'coordinators' | 'signers'>): boolean {
  return coordinators.length + signers.length > 0;
}

/** By how many days what was submitted came after its deadline; null where nothing was. */
export function daysLate({ submittedOn, dueOn }: Pick<CoverageRow, 'submittedOn' | 'dueOn'>): number | null {
  return submittedOn === null ? null : Math.max(0, daysBetween(dueOn, submittedOn));
}

/** What is asked for; empty text asks for all. */
export interface CoverageFilter {
  /** Part of a name, or a code. */
  readonly find: string;
  readonly region: string;
  /** Code of a planning area. */
  readonly area: string;
  readonly careSetting: string;
  /** The last part of the address of a footprint. */
  readonly footprint: string;
  readonly wait: Wait | '';
}

/** The rows in the places and of the kind that are asked for, whatever they wait for. */
export function inPlaces(rows: readonly CoverageRow[], filter: CoverageFilter): CoverageRow[] {
  const words = searchWords(filter.find);
  return rows.filter(
    ({ code, name, regions, stps, settings, footprints }) =>
      matchesWords(words, [name, code]) &&
      (filter.region === '' || regions.some(({ code }) => code === filter.region)) &&
      (filter.area === '' || stps.some(({ code }) => code === filter.area)) &&
      (filter.careSetting === '' || settings.some(({ careSetting }) => careSetting === filter.careSetting)) &&
      (filter.footprint === '' || footprints.some(({ slug }) => slug === filter.footprint)),
  );
}

/** Whether a row waits for what is asked for. */
export function isWaitingAs(row: CoverageRow, { wait }: Pick<CoverageFilter, 'wait'>): boolean {
  return wait === '' || waitOf(row) === wait;
}

/** How many rows wait for what, in the order of the labels; those for which none waits are left out. */
export function tallyWaits(rows: readonly CoverageRow[]): { readonly wait: Wait; readonly count: number }[] {
  return tallyBy(rows, waits, waitOf);
}

/** The same of other rows that wait. */
export function tallyBy<Row, Kind extends string>(
  rows: readonly Row[],
  order: readonly Kind[],
  waitOfRow: (row: Row) => Kind,
): { readonly wait: Kind; readonly count: number }[] {
  const groups = Map.groupBy(rows, waitOfRow);
  return order.flatMap((wait) => {
    const count = groups.get(wait)?.length ?? 0;
    return count === 0 ? [] : [{ wait, count }];
  });
}
