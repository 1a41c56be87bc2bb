import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { searchTerm } from '../directory/index.ts';
import { type CoverageFilter, waits } from './coverage.ts';
import { type PlanCoverageFilter, planGroups } from './plan-coverage.ts';

export interface CoverageQuery extends CoverageFilter {
  /** Of a round; empty for the newest. */
  readonly round: string;
  /** Which page of the list, from 1. */
  readonly page: number;
}

const LONGEST = 100;

/** Reads what an address asks for; what it cannot mean counts as not asked. */
export function readCoverageQuery(query: PostedForm): CoverageQuery {
  const text = (name: string) => textOf(query, name).slice(0, LONGEST).toWellFormed();
  return {
    round: text('round'),
    find: searchTerm(textOf(query, 'find')),
    region: text('region'),
    area: text('area'),
    careSetting: text('care-setting'),
    footprint: text('footprint'),
    wait: waits.find((each) => each === text('wait')) ?? '',
    page: pageOf(text('page')),
  };
}

function pageOf(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

export interface PlanCoverageQuery extends PlanCoverageFilter {
  readonly page: number;
}

/** The same for the roadmaps. */
export function readPlanCoverageQuery(query: PostedForm): PlanCoverageQuery {
  const text = (name: string) => textOf(query, name).slice(0, LONGEST).toWellFormed();
  return {
    find: searchTerm(textOf(query, 'find')),
    region: text('region'),
    area: text('area'),
    wait: planGroups.find((each) => each === text('wait')) ?? '',
    page: pageOf(text('page')),
  };
}

export function planPartsOf(query: PlanCoverageQuery, change: Partial<PlanCoverageQuery> = {}): Record<string, string> {
  const { find, region, area, wait, page } = { ...query, ...change };
  return { find, region, area, wait, page: page === 1 ? '' : String(page) };
}

/** The same in an address, with something else asked for. */
export function partsOf(query: CoverageQuery, change: Partial<CoverageQuery> = {}): Record<string, string> {
  const { round, find, region, area, careSetting, footprint, wait, page } = { ...query, ...change };
  return {
    round,
    find,
    region,
    area,
    'care-setting': careSetting,
    footprint,
    wait,
    page: page === 1 ? '' : String(page),
  };
}
