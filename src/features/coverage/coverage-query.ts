import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { pageNumber } from '../../views/pagination/pagination.ts';
import { searchTerm } from '../directory/index.ts';
import { type CoverageFilter, waits } from './coverage.ts';
import { type PlanCoverageFilter, planGroups } from './plan-coverage.ts';

/** What every list is asked for. */
interface ListQuery {
  /** Id of a round; empty for the present one. */
  readonly round: string;
  /** Which page of the list, from 1. */
  readonly page: number;
}

export type CoverageQuery = CoverageFilter & ListQuery;

export type PlanCoverageQuery = PlanCoverageFilter & ListQuery;

const LONGEST = 100;

/** Reads what an address asks for; what it cannot mean counts as not asked. */
export function readCoverageQuery(query: PostedForm): CoverageQuery {
  const text = textIn(query);
  return {
    ...readCommon(query),
    careSetting: text('care-setting'),
    footprint: text('footprint'),
    wait: waits.find((each) => each === text('wait')) ?? '',
  };
}

/** The same for the roadmaps. */
export function readPlanCoverageQuery(query: PostedForm): PlanCoverageQuery {
  const text = textIn(query);
  return { ...readCommon(query), wait: planGroups.find((each) => each === text('wait')) ?? '' };
}

const textIn = (query: PostedForm) => (name: string) => textOf(query, name).slice(0, LONGEST).toWellFormed();

function readCommon(query: PostedForm) {
  const text = textIn(query);
  return {
    round: text('round'),
    find: searchTerm(textOf(query, 'find')),
    region: text('region'),
    area: text('area'),
    page: pageNumber(text('page')),
  };
}

/** The same in an address, with something else asked for. */
export function partsOf(query: CoverageQuery, change: Partial<CoverageQuery> = {}): Record<string, string> {
  const { careSetting, footprint, ...common } = { ...query, ...change };
  return { ...commonPartsOf(common), 'care-setting': careSetting, footprint };
}

export function planPartsOf(query: PlanCoverageQuery, change: Partial<PlanCoverageQuery> = {}): Record<string, string> {
  return commonPartsOf({ ...query, ...change });
}

type CommonQuery = ListQuery & Pick<CoverageFilter, 'find' | 'region' | 'area'> & { readonly wait: string };

function commonPartsOf({ round, find, region, area, wait, page }: CommonQuery): Record<string, string> {
  return { round, find, region, area, wait, page: page === 1 ? '' : String(page) };
}
