/** What a programme asks for in each footprint, in the order in which one thing follows another. */
const steps = [
  'write-form',
  'endorse-form',
  'decide-form',
  'answer',
  'complete',
  'sign',
  'write',
  'freeze',
  // It ends once the endorsements are in, which others are asked for meanwhile.
  'gather',
  'endorse',
  'review',
  'publish',
] as const;

export type Step = (typeof steps)[number];

export interface StoryPart {
  /** Slug of a footprint, or id of an organisation that belongs to some. */
  readonly place: string;
  readonly step: Step;
}

/** Negative where the first comes before the other. */
export function compareSteps(a: Step, b: Step): number {
  return steps.indexOf(a) - steps.indexOf(b);
}
