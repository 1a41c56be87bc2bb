/** One cycle of assessment or planning, with the dates the programme asked for. */
export interface Round {
  readonly id: string;
  readonly kind: 'assessment' | 'roadmap';
  readonly label: string;
  readonly opensOn: string;
  readonly dueOn: string;
  /** For a roadmap round: the assessment round its baseline is computed from. */
  readonly baselineRound: string | null;
  /** For an assessment round: the instrument answered in it. */
  readonly instrument: string | null;
  /** True where it was planned on screen, and stands in no pack. */
  readonly isPlannedHere: boolean;
  /** True where what it asks has not been activated and nobody has answered it: it does not open before that. A pack says nothing of it. */
  readonly waitsForActivation: boolean;
  /** What the programme office has done about it, in order. A pack says nothing of it. */
  readonly steps: readonly RoundStep[];
}

/** For whom a deadline is extended; id and name of an area or organisation, both empty for everybody. */
export interface RoundScope {
  readonly kind: 'all' | 'region' | 'footprint' | 'organisation';
  readonly id: string;
  readonly name: string;
}

/** One thing that was done about a round. */
export type RoundStep =
  | (StepOnRecord & { readonly kind: 'open' | 'close' })
  | (StepOnRecord & { readonly kind: 'extend'; readonly scope: RoundScope; readonly dueOn: string })
  | (StepOnRecord & { readonly kind: 'correct' } & RoundPlan)
  | (StepOnRecord & { readonly kind: 'set-results-day'; readonly resultsOn: string });

/** What the programme office says of a round when it plans one; of instrument and baseline the one that its kind has. */
export type RoundPlan = Pick<Round, 'label' | 'opensOn' | 'dueOn' | 'instrument' | 'baselineRound'>;

interface StepOnRecord {
  /** From 1, in the order in which they were taken. */
  readonly number: number;
  readonly reason: string;
  readonly at: Date;
  /** Name of whoever did it. */
  readonly by: string;
}

/** A round with everything that was said and done about it, on whatever day. */
export interface RoundOnRecord {
  /** As it was said first, with every step that was taken since. */
  readonly round: Round;
  /** When it was planned on screen; null where it stands in the pack, and has always been there. */
  readonly plannedAt: Date | null;
  /** When it was withdrawn; null where it was not. */
  readonly withdrawnAt: Date | null;
}
