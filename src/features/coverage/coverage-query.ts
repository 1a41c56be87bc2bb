import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { type CoverageFilter, waits } from './coverage.ts';

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
  const page = text('page');
  return {
    round: text('round'),
    region: text('region'),
    careSetting: text('care-setting'),
    footprint: text('footprint'),
    wait: waits.find((each) => each === text('wait')) ?? '',
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** The same in an address, with something else asked for. */
export function partsOf(query: CoverageQuery, change: Partial<CoverageQuery> = {}): Record<string, string> {
  const { round, region, careSetting, footprint, wait, page } = { ...query, ...change };
  return { round, region, 'care-setting': careSetting, footprint, wait, page: page === 1 ? '' : String(page) };
}
