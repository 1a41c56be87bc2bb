import type { RoadmapPack } from '../../roadmap.ts';
import type { FreezeFacts, SectionKind } from '../content-kind.ts';
import { type PartText, partText } from './part.ts';

/** One section for each part of the template. */
export const partSection = {
  kind: 'part',
  shape: partText,
  plan: ({ roadmapTemplate }: RoadmapPack) =>
    roadmapTemplate.parts.map(({ id, title, visibility }) => ({ id: sectionIdOf(id), title, visibility })),
  hold: (parts: readonly PartText[], _facts: FreezeFacts) =>
    parts.map((part) => ({ id: sectionIdOf(part.partId), content: part })),
} satisfies SectionKind<readonly PartText[]>;

export function sectionIdOf(partId: string): string {
  return `part-${partId}`;
}
