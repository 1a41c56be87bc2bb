import { type CheckResult, finding } from '../../../../platform/check-result.ts';
import type { RoadmapPart } from '../../../programme/index.ts';
import type { ContentCheckInput } from '../content-kind.ts';
import type { PartText } from './part.ts';

/** A required part of text with nothing in it is a blocker. */
export function checkParts(parts: readonly PartText[], { pack }: ContentCheckInput): CheckResult {
  const bodyOf = (part: RoadmapPart) => parts.find(({ partId }) => partId === part.id)?.body.trim() ?? '';
  const blockers = pack.roadmapTemplate.parts
    .filter((part) => part.kind === 'narrative' && part.required && bodyOf(part) === '')
    .map((part) => finding('part-empty', part.id, `Write the part “${part.title}”: it is required and empty`));
  return { blockers, warnings: [] };
}
