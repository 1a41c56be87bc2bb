import { by } from '../../../platform/compare.ts';
import { financialYearOf } from '../../../platform/forms/typed-period.ts';
import type { DocumentDeployment } from '../content/deployments/deployment.ts';
import type { MoneyLine } from '../content/deployments/money.ts';

/** What of a schedule the money is worked out from. */
export type Scheduled = Pick<
  DocumentDeployment,
  'id' | 'title' | 'status' | 'groupId' | 'organisationCodes' | 'money' | 'supports' | 'dependsOn'
>;

export const bidOutcomes = ['open', 'won', 'lost'] as const;

/** How many years later a plan may be supposed to come. */
export const MOST_YEARS_LATER = 3;

/** What is supposed about a plan, to see what becomes of its money. The plan itself is not changed by it. */
export interface WhatIf {
  /** What becomes of all that is bid for: still open, as the plan has it; secured; or without funding. */
  readonly bids: (typeof bidOutcomes)[number];
  /** By how many financial years everything that is not live yet comes later. */
  readonly yearsLater: number;
  /** Sources, by `sourceKey`, from which no money comes. */
  readonly lostSources: readonly string[];
  /** Deployments, by id, that are left out. */
  readonly leftOut: readonly string[];
}

export const asPlanned: WhatIf = { bids: 'open', yearsLater: 0, lostSources: [], leftOut: [] };

export function isAsPlanned({ bids, yearsLater, lostSources, leftOut }: WhatIf): boolean {
  return bids === 'open' && yearsLater === 0 && lostSources.length === 0 && leftOut.length === 0;
}

/** The deployments as they would be. What is stopped is in neither plan. */
export function suppose<Row extends Scheduled>(rows: readonly Row[], whatIf: WhatIf): Row[] {
  return rows
    .filter(({ id, status }) => status !== 'stopped' && !whatIf.leftOut.includes(id))
    .map((row) => ({ ...row, money: row.money.map((line) => supposeLine(line, row, whatIf)) }));
}

function supposeLine(line: MoneyLine, { status }: Scheduled, whatIf: WhatIf): MoneyLine {
  const later = status === 'live' ? 0 : whatIf.yearsLater;
  return { ...line, year: yearsAfter(line.year, later), state: stateOf(line, whatIf) };
}

function stateOf({ source, state }: MoneyLine, { bids, lostSources }: WhatIf): MoneyLine['state'] {
  if (source !== '' && lostSources.includes(sourceKey(source))) {
    return 'gap';
  }
  if (state !== 'bid' || bids === 'open') {
    return state;
  }
  return bids === 'won' ? 'secured' : 'gap';
}

function yearsAfter(year: string | null, count: number): string | null {
  return year === null ? null : financialYearOf(`${Number(year.slice(0, 4)) + count}-04-01`);
}

/** The same for a source however its spaces and capitals were typed. */
export function sourceKey(source: string): string {
  return source.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

/** A source as it was typed first, with its key. */
export interface MoneySource {
  readonly key: string;
  readonly label: string;
}

/** The sources that a schedule names, in alphabetical order. */
export function sourcesOf(rows: readonly Scheduled[]): MoneySource[] {
  const typed = rows.flatMap(({ money }) => money.map(({ source }) => source)).filter((source) => source.trim() !== '');
  const sources = [...Map.groupBy(typed, sourceKey)].map(([key, [label = key]]) => ({ key, label: label.trim() }));
  return sources.toSorted(by(({ key }) => key));
}
