import type { PlanQuarter, ProgrammePack, RoadmapTemplate, TargetYear } from './programme.ts';
import { getRound } from './programme-lookups.ts';

/** The years and quarters that a roadmap of one round is about. */
export type PlanningYears = Pick<RoadmapTemplate, 'targetYears' | 'ambitionYears' | 'planQuarters' | 'deploymentYears'>;

/** How many financial years each list of years has. */
export interface YearCounts {
  readonly targets: number;
  readonly ambitions: number;
  readonly deployments: number;
}

/**
 * The years and quarters of a round of planning, from its deadline as it was fixed: an extension moves no year. Years are financial years,
 * April to March, and begin with that of the deadline. Quarters begin with the first that begins after the deadline, and run to the end
 * of the last year of ambitions; there is always one.
 */
export function planningYears(dueOn: string, { targets, ambitions, deployments }: YearCounts): PlanningYears {
  const due = quarterOf(dueOn);
  const first = due.year;
  const years = (count: number) => Array.from({ length: count }, (_, index) => first + index);
  const dueQuarter = first * 4 + due.quarter;
  const lastQuarter = Math.max((first + ambitions - 1) * 4 + 3, dueQuarter + 1);
  return {
    targetYears: years(targets).map((year) => targetYear(year, 'End ')),
    ambitionYears: years(ambitions).map((year) => targetYear(year, 'End ')),
    planQuarters: Array.from({ length: lastQuarter - dueQuarter }, (_, index) => planQuarter(dueQuarter + 1 + index)),
    deploymentYears: years(deployments).map((year) => targetYear(year, '')),
  };
}

/**
 * The programme as it is for the roadmaps of a round: as its pack says, but where the round was planned on screen, with the years and
 * quarters of its dates, as many years as the pack has.
 */
export function packOfRound(pack: ProgrammePack, roundId: string): ProgrammePack {
  const round = getRound(pack, roundId);
  if (!round.isPlannedHere || round.kind !== 'roadmap') {
    return pack;
  }
  return { ...pack, roadmapTemplate: { ...pack.roadmapTemplate, ...planningYears(round.dueOn, yearCounts(pack)) } };
}

export function yearCounts({ roadmapTemplate }: Pick<ProgrammePack, 'roadmapTemplate'>): YearCounts {
  const { targetYears, ambitionYears, deploymentYears } = roadmapTemplate;
  return { targets: targetYears.length, ambitions: ambitionYears.length, deployments: deploymentYears.length };
}

/** The calendar year in which the financial year of a day begins, and the number of its quarter there, from 0. */
function quarterOf(day: string): { readonly year: number; readonly quarter: number } {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - MONTHS_BEFORE_APRIL;
  const year = Math.floor(months / 12);
  return { year, quarter: Math.floor((months - year * 12) / 3) };
}

const MONTHS_BEFORE_APRIL = 3;

/** A financial year as it is written, such as `2016/17`, or with another sign between. */
function yearName(year: number, between: string): string {
  return `${year}${between}${String((year + 1) % 100).padStart(2, '0')}`;
}

function targetYear(year: number, before: string): TargetYear {
  return { id: yearName(year, '-'), label: `${before}${yearName(year, '/')}`, endsOn: `${year + 1}-03-31` };
}

/** `quarter`: counted from the first of the financial year 0. */
function planQuarter(quarter: number): PlanQuarter {
  const year = Math.floor(quarter / 4);
  const number = (quarter % 4) + 1;
  return { id: `${yearName(year, '-')}-q${number}`, label: `${yearName(year, '/')} Q${number}` };
}
