/** How many providers stand where in a round of assessment. */
export interface AssessmentWork {
  readonly kind: 'assessment';
  /** Asked, and nothing is recorded. */
  readonly notBegun: number;
  readonly beingAnswered: number;
  readonly toSign: number;
  readonly submitted: number;
  /** Begun by providers that are asked no more: they have ended since, or are of another type. */
  readonly ended: number;
}

/** How many footprints stand where in a round of planning, each with its current version. */
export interface PlanningWork {
  readonly kind: 'roadmap';
  /** Asked, without a roadmap of this round, which they would begin in it. */
  readonly notBegun: number;
  /** Asked, without a roadmap of this round, because they work in another. */
  readonly elsewhere: number;
  /** With a roadmap of this round, who work in another now or have ended. */
  readonly goneOn: number;
  /** With a first version that has not been submitted. */
  readonly beingWritten: number;
  readonly beingEndorsed: number;
  /** With what no round that is closed holds up: it was submitted once. */
  readonly submitted: number;
  /** Of those that have not begun, by what they have of another round. */
  readonly before: {
    readonly beingWritten: number;
    readonly toAnswer: number;
    readonly toPublish: number;
  };
  /** Once this one is closed: in which open rounds those who work in it can begin a roadmap, or take up a draft, instead, and how many in each. */
  readonly next: readonly { readonly label: string; readonly count: number }[];
}

export type WorkInRound = AssessmentWork | PlanningWork;
