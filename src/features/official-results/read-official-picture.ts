import type { Connection } from '../../platform/database/database.ts';
import { type OfficialPicture, officialPictures } from './official-picture.ts';
import { listChanges, listPictureReleases, listTogether } from './official-picture-repository.ts';

/** What others had published by the day of the whole country, the newest publication first; three queries, and one where there is none. */
export async function readOfficialPictures(connection: Connection, asAt: string): Promise<OfficialPicture[]> {
  const releases = await listPictureReleases(connection, asAt);
  if (releases.length === 0) {
    return [];
  }
  const [together, changes] = await Promise.all([listTogether(connection, asAt), listChanges(connection, asAt)]);
  return officialPictures(releases, together, changes);
}
