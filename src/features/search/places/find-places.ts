import type { Connection } from '../../../platform/database/database.ts';
import { listAreas, listWorkingFootprints, matchesWords, searchWords } from '../../directory/index.ts';
import type { ScopeKind } from '../../identity/index.ts';
import { listClosestOrganisations } from '../listing/read-organisation-list.ts';
import type { NamedPlace } from './choose-place.ts';

const SHOWN = 20;

/** The places of a kind whose names hold what was typed. */
export async function findPlaces(
  connection: Connection,
  kind: ScopeKind,
  typed: string,
  asAt: string,
): Promise<readonly NamedPlace[]> {
  const words = searchWords(typed);
  // Signs alone, such as `%`, are no words and name no place.
  const hold = ({ name }: NamedPlace) => words.length > 0 && matchesWords(words, [name]);
  switch (kind) {
    case 'nation':
      return [];
    case 'organisation':
      return listClosestOrganisations(connection, asAt, { search: typed }, SHOWN);
    case 'footprint':
      return (await listWorkingFootprints(connection, asAt))
        .map(({ slug, name }) => ({ code: slug, name }))
        .filter(hold);
    case 'region':
      return (await listAreas(connection, 'region', asAt)).map(({ code, name }) => ({ code, name })).filter(hold);
  }
}
