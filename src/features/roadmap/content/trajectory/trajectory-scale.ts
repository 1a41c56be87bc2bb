import type { PlotScale } from '../../../../views/charts/index.ts';
import { formatTrajectoryScore } from '../../../../views/format.ts';
import type { ScoreScale } from '../../../programme/index.ts';
import type { BaselineSource } from '../../documents/frozen-document.ts';

/** The scale of the scores that most assessments have, which a document does not name. */
export const usualScale: ScoreScale = { least: 0, most: 100, decimals: 0 };

/** What a document says of a scale: nothing of the usual one. */
export function scaleInDocument({ least, most, decimals }: ScoreScale): { readonly scale?: ScoreScale } {
  const isUsual = least === usualScale.least && most === usualScale.most && decimals === usualScale.decimals;
  return isUsual ? {} : { scale: { least, most, decimals } };
}

/** The scale of the scores that a baseline was measured with. */
export function scaleOfSource({ method }: BaselineSource): ScoreScale {
  return method.scale ?? usualScale;
}

/** How a trajectory is drawn: between the ends of its scale, with its scores as its table has them. */
export function plotOfScale({ least, most }: ScoreScale): PlotScale {
  return { least, most, format: formatTrajectoryScore };
}
