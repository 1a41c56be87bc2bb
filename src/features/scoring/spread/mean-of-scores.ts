import { mean } from './mean.ts';

export interface OrganisationScore {
  readonly organisationId: string;
  /** Null when the organisation has no submission, or no score for the section asked about. */
  readonly score: number | null;
}

export interface MeanOfScores {
  /** 0-100 at full precision; null when no organisation has a score. */
  readonly mean: number | null;
  /** Organisations the mean is of. */
  readonly n: number;
  /** Organisations left out for want of a score, sorted by id. */
  readonly missing: readonly string[];
}

/**
 * The score of a place: the simple mean over its providers that have one, each provider counting once whatever its size.
 * It is the baseline of a trajectory (general knowledge of the programme, not read in a source), and `n` and `missing`
 * are shown with it. Takes each organisation once and throws RangeError otherwise: twice would be a silent weight.
 */
export function meanOfScores(scores: readonly OrganisationScore[]): MeanOfScores {
  const ids = new Set(scores.map(({ organisationId }) => organisationId));
  if (ids.size !== scores.length) {
    throw new RangeError('An organisation appears twice in a mean of scores');
  }

  const present = scores.flatMap(({ score }) => score ?? []).sort((a, b) => a - b);
  const missing = scores.filter(({ score }) => score === null).map(({ organisationId }) => organisationId);
  return { mean: mean(present), n: present.length, missing: missing.sort() };
}
