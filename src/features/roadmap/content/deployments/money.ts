import { z } from 'zod';
import { by } from '../../../../platform/compare.ts';
import { formatNumber } from '../../../../views/format.ts';
import { list, text } from '../shapes.ts';
import type { DeploymentStatus } from './deployment-status.ts';

export const fundingStates = ['secured', 'bid', 'gap'] as const;

export type FundingState = (typeof fundingStates)[number];

export const fundingLabels: Readonly<Record<FundingState, string>> = {
  secured: 'Secured',
  bid: 'Bid for',
  gap: 'No funding yet',
};

export const moneyNatures = ['capital', 'revenue'] as const;

export type MoneyNature = (typeof moneyNatures)[number];

export const natureLabels: Readonly<Record<MoneyNature, string>> = { capital: 'Capital', revenue: 'Revenue' };

/** An amount of one financial year, from one source. */
export type MoneyLine = z.infer<typeof moneyLine>;

const moneyLine = z.strictObject({
  /** A financial year (`2017/18`); null where it is not stated. */
  year: z
    .string()
    .regex(/^\d{4}\/\d{2}$/)
    .nullable(),
  /** Null where capital and revenue are not told apart. */
  nature: z.enum(moneyNatures).nullable(),
  /** Whole pounds; null when not known. Nought is a known amount. */
  pounds: z.number().min(0).nullable(),
  /** Where the money comes from or is asked of; may be empty. */
  source: text,
  /** Null where nobody says whether it is there. */
  state: z.enum(fundingStates).nullable(),
});

export const moneyShape = list(moneyLine);

/** Whole pounds, `Not known` where no amount is stated: nought is a known amount. */
export function poundsInWords(pounds: number | null): string {
  return pounds === null ? 'Not known' : `£${formatNumber(pounds)}`;
}

/** `2017/18: £2,400,000 capital; own capital; bid for`. */
export function moneyLineInWords({ year, nature, pounds, source, state }: MoneyLine): string {
  const amount = [poundsInWords(pounds), nature === null ? '' : natureLabels[nature].toLowerCase()].join(' ').trim();
  const words = [amount, source, state === null ? '' : fundingLabels[state].toLowerCase()];
  return `${year ?? 'Year not stated'}: ${words.filter((word) => word !== '').join('; ')}`;
}

/** Sums of lines. What is not known is counted and in no sum. */
export interface MoneyTotals {
  readonly pounds: number;
  readonly capital: number;
  readonly revenue: number;
  readonly secured: number;
  readonly bid: number;
  readonly gap: number;
  /** Of which nobody says whether it is there. */
  readonly unstated: number;
  /** How many lines have no amount. */
  readonly unknown: number;
}

/** The sums of a financial year, or of all lines. */
export interface MoneyInYear extends MoneyTotals {
  readonly label: string;
}

/** Sums year by year, lines without a year last. */
export function moneyByYear(lines: readonly MoneyLine[]): MoneyInYear[] {
  return [...Map.groupBy(lines, ({ year }) => year ?? 'Year not stated')]
    .toSorted(by(([year]) => year))
    .map(([label, ofYear]) => ({ label, ...moneyTotals(ofYear) }));
}

export function moneyTotals(lines: readonly MoneyLine[]): MoneyTotals {
  const sumOf = (isMeant: (line: MoneyLine) => boolean) =>
    lines.reduce((sum, line) => sum + (isMeant(line) ? (line.pounds ?? 0) : 0), 0);
  return {
    pounds: sumOf(() => true),
    capital: sumOf(({ nature }) => nature === 'capital'),
    revenue: sumOf(({ nature }) => nature === 'revenue'),
    secured: sumOf(({ state }) => state === 'secured'),
    bid: sumOf(({ state }) => state === 'bid'),
    gap: sumOf(({ state }) => state === 'gap'),
    unstated: sumOf(({ state }) => state === null),
    unknown: lines.filter(({ pounds }) => pounds === null).length,
  };
}

/** The money of what is stopped is asked of nobody, and in no sum. */
export function countedMoney(
  rows: readonly { readonly status: DeploymentStatus; readonly money: readonly MoneyLine[] }[],
): { readonly lines: readonly MoneyLine[]; readonly stopped: number } {
  const going = rows.filter(({ status }) => status !== 'stopped');
  const stopped = rows.filter(({ status, money }) => status === 'stopped' && money.length > 0).length;
  return { lines: going.flatMap(({ money }) => money), stopped };
}
