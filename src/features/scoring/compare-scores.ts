import type { StoredScore } from './stored-score.ts';

/** A score that does not come out again as it was kept. Null stands for one that is only on one side. */
export interface ScoreDifference {
  readonly level: StoredScore['level'];
  readonly key: string;
  readonly kept: StoredScore | null;
  readonly anew: StoredScore | null;
}

/**
 * The scores of one assessment that differ, in a number to the last bit or in what stands behind it; those only kept come last. What was
 * not counted when a score was kept is no difference.
 */
export function compareScores(kept: readonly StoredScore[], anew: readonly StoredScore[]): ScoreDifference[] {
  const before = new Map(kept.map((score) => [nameOf(score), score]));
  const now = new Set(anew.map(nameOf));
  return [
    ...anew.map((score) => ({ kept: before.get(nameOf(score)) ?? null, anew: score, ...placeOf(score) })),
    ...kept.filter((score) => !now.has(nameOf(score))).map((score) => ({ kept: score, anew: null, ...placeOf(score) })),
  ].filter((pair) => !isSame(pair.kept, pair.anew));
}

const placeOf = ({ level, key }: StoredScore) => ({ level, key });
const nameOf = ({ level, key }: StoredScore) => `${level} ${key}`;

function isSame(kept: StoredScore | null, anew: StoredScore | null): boolean {
  return (
    kept !== null &&
    anew !== null &&
    kept.score === anew.score &&
    kept.answered === anew.answered &&
    (kept.evidenced === null || kept.evidenced === anew.evidenced) &&
    kept.applicable === anew.applicable &&
    kept.notApplicable === anew.notApplicable &&
    kept.missing === anew.missing
  );
}
