import type { Connection } from '../../../platform/database/database.ts';
import { PRACTICE_TYPE } from '../../directory/index.ts';
import { listLinksOf } from '../lineage/lineage-repository.ts';
import { changesBetween, type FootprintChanges } from './changes.ts';
import { getFootprintOn } from './changes-repository.ts';

/** What is different in a footprint between two days, with what became of those that are no longer in it. */
export async function compareFootprint(
  connection: Connection,
  areaId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<FootprintChanges> {
  const [before, after] = await Promise.all([
    getFootprintOn(connection, areaId, from, PRACTICE_TYPE),
    getFootprintOn(connection, areaId, to, PRACTICE_TYPE),
  ]);
  const codes = [...before.members, ...after.members].map(({ code }) => code);
  const [ownLinks, memberLinks] = await Promise.all([
    listLinksOf(connection, 'area', [areaId]),
    listLinksOf(connection, 'organisation', codes),
  ]);
  return changesBetween(before, after, [...ownLinks, ...memberLinks]);
}
