import { z } from 'zod';
import { paths } from '../../../paths.ts';
import { dayOf } from '../../../platform/days.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { previewDocument } from '../documents/build-document.ts';
import type { RoadmapDocument } from '../documents/frozen-document.ts';
import type { RoadmapExchange } from '../require-roadmap.ts';
import { readFreezeState } from './read-version-checks.ts';
import { getFrozenDocument, listVersions, type RoadmapVersionRow } from './version-repository.ts';

const parameters = z.object({ number: z.coerce.number().int().positive().max(1_000_000) });

/** The version whose number is in the address, among all of the footprint. */
export async function versionInAddress({ context, request, place }: RoadmapExchange): Promise<{
  readonly version: RoadmapVersionRow;
  readonly versions: readonly RoadmapVersionRow[];
}> {
  const parsed = parameters.safeParse(request.params);
  const versions = await listVersions(context.database, place.footprint.areaId);
  const version = versions.find(({ number }) => parsed.success && number === parsed.data.number);
  if (version === undefined) {
    throw new NotFoundError('This roadmap has no version of that number.', {
      href: paths.roadmap(place.footprint.slug),
      text: 'Go to the roadmap',
    });
  }
  return { version, versions };
}

/** What a version says: the document that was frozen, or a draft as it would be frozen now. */
export async function documentOfVersion(
  { context, place }: RoadmapExchange,
  version: RoadmapVersionRow,
): Promise<RoadmapDocument> {
  const { database, pack, clock, newId } = context;
  const frozen = await getFrozenDocument(database, version.versionId);
  if (frozen !== null) {
    return frozen;
  }
  const { footprint, members } = place;
  const frozenAt = clock();
  const { content, baseline } = await readFreezeState(database, pack, version, members, dayOf(frozenAt));
  return previewDocument({ pack, footprint, members, version, content, baseline, frozenAt, newId });
}
