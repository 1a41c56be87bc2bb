import { by } from '../../../platform/compare.ts';
import { endsOf, type SuccessionLink, walkSuccession } from '../../register/index.ts';
import { type Counted, type Totals, totalsOf } from './totals.ts';

/** An organisation's place in a footprint with its days, half-open; null is without end. */
export interface PlacePeriod {
  readonly areaId: string;
  readonly organisationId: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What is on record over the years, from which any day can be read. */
export interface FootprintHistory {
  readonly places: readonly PlacePeriod[];
  /** What organisations became, by their ids. */
  readonly successions: readonly SuccessionLink[];
  /** The organisations that there are on a day, with their figures of that day. */
  readonly organisationsOn: (day: string) => readonly Counted[];
}

export interface FootprintRow {
  /** Null for organisations that are in no footprint, or in none that can be told. */
  readonly areaId: string | null;
  readonly totals: Totals;
}

/** Totals of a day by footprint, and of the nation, each organisation once. */
export interface DayTotals {
  readonly day: string;
  readonly footprints: readonly FootprintRow[];
  readonly nation: Totals;
}

/** As published then: the figures of a day by the footprints of that day. */
export function asPublished(history: FootprintHistory, day: string): DayTotals {
  const areasOf = areasOn(history.places, day);
  return arrange(day, history.organisationsOn(day), ({ organisationId }) => areasOf(organisationId));
}

/**
 * Restated: the figures of a day by the footprints of a later one. Each organisation is counted where it, or what stands in
 * its place, is on the later day; figures themselves are those of the day, so that the nation has the same totals either way.
 * What was split since into organisations of different footprints cannot be divided and stands apart.
 */
export function restated(history: FootprintHistory, day: string, later: string): DayTotals {
  const areasOf = areasOn(history.places, later);
  return arrange(day, history.organisationsOn(day), ({ organisationId }) => {
    const ends = endsOf(walkSuccession(history.successions, organisationId, { from: day, until: later }));
    const [first = [], ...others] = ends.map(areasOf);
    return others.every((areas) => areas.join() === first.join()) ? first : [];
  });
}

function areasOn(places: readonly PlacePeriod[], day: string): (organisationId: string) => string[] {
  const there = places.filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to));
  const byOrganisation = Map.groupBy(there, ({ organisationId }) => organisationId);
  return (organisationId) =>
    [...new Set(byOrganisation.get(organisationId)?.map(({ areaId }) => areaId) ?? [])].toSorted();
}

function arrange(
  day: string,
  organisations: readonly Counted[],
  areasOf: (organisation: Counted) => readonly string[],
): DayTotals {
  const placed = organisations.flatMap((organisation) => {
    const areas = areasOf(organisation);
    return (areas.length === 0 ? [null] : areas).map((areaId) => ({ areaId, organisation }));
  });
  const rows = [...Map.groupBy(placed, ({ areaId }) => areaId)].map(([areaId, ofArea]) => ({
    areaId,
    totals: totalsOf(ofArea.map(({ organisation }) => organisation)),
  }));
  return {
    day,
    footprints: rows.toSorted(by(({ areaId }) => areaId ?? '~')),
    nation: totalsOf(organisations),
  };
}
