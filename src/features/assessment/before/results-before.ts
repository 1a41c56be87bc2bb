import { mean } from '../../scoring/index.ts';

/** An organisation that another took over from, and the first day on which it had. */
export interface TakenOver {
  readonly code: string;
  readonly on: string;
}

/** What an organisation had submitted before another took over from it. */
export interface ResultBefore {
  readonly code: string;
  readonly name: string;
  readonly organisationId: string;
  readonly roundId: string;
  readonly careSetting: string;
  readonly illustrative: boolean;
  readonly submittedAt: Date;
  /** Null where nothing was scored. */
  readonly overall: number | null;
}

/** A round with the results of all that one organisation took over from. */
export interface RoundBefore {
  readonly roundId: string;
  readonly results: readonly ResultBefore[];
  /** What they come to as one: the mean of their overall scores, each counted alike. Null where fewer than two have one. */
  readonly restated: number | null;
}

/** By round, in the order of the results. */
export function roundsBefore(results: readonly ResultBefore[]): RoundBefore[] {
  return [...Map.groupBy(results, ({ roundId }) => roundId)].map(([roundId, own]) => {
    const ofEach = [...Map.groupBy(own, ({ organisationId }) => organisationId).values()].flatMap(
      (settings) => mean(settings.flatMap(({ overall }) => overall ?? [])) ?? [],
    );
    return { roundId, results: own, restated: ofEach.length < 2 ? null : mean(ofEach) };
  });
}
