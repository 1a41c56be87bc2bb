import { by } from '../../../platform/compare.ts';
import { type MoneyLine, type MoneyTotals, moneyByYear, moneyTotals } from '../content/deployments/money.ts';
import { memberName, type RoadmapDocument } from '../documents/frozen-document.ts';
import { type Scheduled, sourceKey, sourcesOf } from './what-if.ts';

/** Money counted under one heading of a table. */
export interface MoneyRow extends MoneyTotals {
  readonly id: string;
  readonly label: string;
}

type Named = Pick<RoadmapDocument, 'members' | 'terms'>;

/** Under none of the headings: what nobody said, or what is of several at once. */
const NONE = '';

/** Year by year, what has none last. */
export function moneyOfYears(rows: readonly Scheduled[]): MoneyRow[] {
  return moneyByYear(rows.flatMap(({ money }) => money)).map((year) => ({ id: year.label, ...year }));
}

/** The largest sums first, and what has no source last. */
export function moneyBySource(rows: readonly Scheduled[]): MoneyRow[] {
  const lines = rows.flatMap(({ money }) => money);
  const named = sourcesOf(rows)
    .map(({ key, label }) =>
      rowOf(
        key,
        label,
        lines.filter(({ source }) => sourceKey(source) === key),
      ),
    )
    .toSorted((one, other) => other.pounds - one.pounds);
  return [
    ...named,
    rowOf(
      NONE,
      'Source not stated',
      lines.filter(({ source }) => sourceKey(source) === NONE),
    ),
  ].filter(isThere);
}

/** Of each member alone, then what several do together: a plan does not divide that among them. */
export function moneyByOrganisation(rows: readonly Scheduled[], document: Named): MoneyRow[] {
  const moneyWhere = (isMeant: (codes: readonly string[]) => boolean) =>
    rows.filter(({ organisationCodes }) => isMeant(organisationCodes)).flatMap(({ money }) => money);
  const alone = [
    ...new Set(rows.flatMap(({ organisationCodes }) => (organisationCodes.length === 1 ? organisationCodes : []))),
  ];
  const named = alone
    .map((code) =>
      rowOf(
        code,
        memberName(document, code),
        moneyWhere((codes) => codes.length === 1 && codes[0] === code),
      ),
    )
    .toSorted(by(({ label }) => label));
  return [
    ...named,
    rowOf(
      'several',
      'Several organisations together',
      moneyWhere((codes) => codes.length > 1),
    ),
    rowOf(
      'whole',
      'The whole footprint',
      moneyWhere((codes) => codes.length === 0),
    ),
  ].filter(isThere);
}

export function moneyByGroup(rows: readonly Scheduled[], { terms }: Named): MoneyRow[] {
  return terms.capabilityGroups
    .map(({ id, label }) =>
      rowOf(
        id,
        label,
        rows.filter(({ groupId }) => groupId === id).flatMap(({ money }) => money),
      ),
    )
    .filter(isThere);
}

/** A deployment that helps to deliver several is counted in each of them, so these sums are not to be added up. */
export function moneyByCapability(rows: readonly Scheduled[], { terms }: Named): MoneyRow[] {
  const moneyWhere = (isMeant: (supports: readonly string[]) => boolean) =>
    rows.filter(({ supports }) => isMeant(supports)).flatMap(({ money }) => money);
  return [
    ...terms.universalCapabilities.map(({ id, label }) =>
      rowOf(
        id,
        `${id}. ${label}`,
        moneyWhere((supports) => supports.includes(id)),
      ),
    ),
    rowOf(
      NONE,
      'No universal capability named',
      moneyWhere((supports) => supports.length === 0),
    ),
  ].filter(isThere);
}

interface CountedRow extends MoneyRow {
  readonly lines: number;
}

function rowOf(id: string, label: string, lines: readonly MoneyLine[]): CountedRow {
  return { id, label, lines: lines.length, ...moneyTotals(lines) };
}

const isThere = ({ lines }: CountedRow) => lines > 0;
