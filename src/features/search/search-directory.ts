import type { Connection } from '../../platform/database/database.ts';
import { findSubjects } from './find-subjects.ts';
import type { Match } from './match.ts';
import {
  type FoundArea,
  type FoundEntry,
  type FoundOrganisation,
  listFoundAreas,
  listFoundOrganisations,
} from './search-repository.ts';

/** Found by this name, which may be a former one or one it took later. */
interface Matched {
  readonly match: Match;
  readonly matchedName: string;
  /** First day of that name; null for ever since. */
  readonly matchedSince: string | null;
}

export type FoundOrganisationHit = FoundOrganisation & Matched;
export type FoundAreaHit = FoundArea & Matched;

export interface SearchResult {
  readonly areas: readonly FoundAreaHit[];
  readonly organisations: readonly FoundOrganisationHit[];
  /** How many organisations match, of which `organisations` are the closest; null for a thousand or more. */
  readonly organisationTotal: number | null;
  /** The words that were looked for, where nothing matches those that were typed; null when that was not needed. */
  readonly meant: string | null;
  /** True when these only have words spelt much like those that were typed. */
  readonly isAlike: boolean;
}

const AREAS_SHOWN = 30;

/** Areas and organisations that a search finds, the closest first. */
export async function searchDirectory(
  connection: Connection,
  term: string,
  { asAt, limit }: { readonly asAt: string; readonly limit: number },
): Promise<SearchResult> {
  const found = await findSubjects(connection, term, { asAt, areaLimit: AREAS_SHOWN, organisationLimit: limit });
  const [areas, organisations] = await Promise.all([
    listFoundAreas(connection, idsOf(found.areas, 'areaId'), asAt),
    listFoundOrganisations(connection, idsOf(found.organisations, 'organisationId'), asAt),
  ]);
  const [first] = found.organisations;
  return {
    areas: areas.map((row, index) => ({ ...row, ...matchedBy(found.areas[index]) })),
    organisations: organisations.map((row, index) => ({ ...row, ...matchedBy(found.organisations[index]) })),
    organisationTotal: first === undefined ? 0 : first.total,
    meant: found.meant,
    isAlike: found.isAlike,
  };
}

function idsOf(entries: readonly FoundEntry[], key: 'areaId' | 'organisationId'): string[] {
  return entries.flatMap((entry) => entry[key] ?? []);
}

/** Rows come in the order of the entries they were asked for by. */
function matchedBy(entry: FoundEntry | undefined): Matched {
  if (entry === undefined) {
    throw new TypeError('A row was found that no entry led to');
  }
  return { match: entry.match, matchedName: entry.name, matchedSince: entry.since };
}
