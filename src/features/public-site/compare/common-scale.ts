import type { ComparedFootprint, Pair, RoadmapFigures } from './comparison.ts';

/** The scale of the scores of both; null where neither has published any, or their assessments score differently. */
export function commonScale(sides: Pair<Pick<ComparedFootprint, 'roadmap'>>): RoadmapFigures['scale'] {
  const [first, ...others] = sides.flatMap(({ roadmap }) => roadmap?.scale ?? []);
  const isSame = others.every(({ least, most }) => least === first?.least && most === first.most);
  return first !== undefined && isSame ? first : null;
}
