import { paths } from '../../../../paths.ts';
import { type ContentKind, refuseUnknown, savedByRow } from '../content-kind.ts';
import { checkParts } from './check-parts.ts';
import { illustrateParts } from './illustrate-parts.ts';
import { emptyPart, type PartText, partSaves, partWording } from './part.ts';
import { partRoutes } from './part-routes.tsx';
import { partSection } from './part-section.ts';

/** The text of the parts of the template. */
export const partsKind: ContentKind<PartText, readonly PartText[]> = {
  ...partSaves,
  ...savedByRow(({ partId }: PartText) => partId),
  arrange: (parts, { roadmapTemplate }) => {
    refuseUnknown('part', parts, 'partId', roadmapTemplate.parts);
    return roadmapTemplate.parts.map(({ id }) => parts.find(({ partId }) => partId === id) ?? emptyPart(id));
  },
  titleOf: (id, _saved, { pack: { roadmapTemplate } }) =>
    roadmapTemplate.parts.find((part) => part.id === id)?.title ?? id,
  wordingOf: partWording,
  check: checkParts,
  findingPages: { 'part-empty': (slug, id) => paths.roadmapContent(slug, 'parts', id) },
  section: partSection,
  table: null,
  files: [],
  board: null,
  OfMember: null,
  illustrate: illustrateParts,
  routes: partRoutes,
};
