export { deadlineInWords } from './deadline.ts';
export { filledIn, type LetterKind, type LetterPlace, letterKinds, type ProgrammeLetters } from './letter-kinds.ts';
export type {
  CapabilityGroup,
  Commitment,
  FootprintCount,
  Instrument,
  MembershipRole,
  OrganisationType,
  ProgrammePack,
  Question,
  ReviewCriterion,
  ReviewRating,
  RoadmapPart,
  RoadmapTemplate,
  Round,
  RoundScope,
  RoundStep,
  Scale,
  Section,
  Standing,
  SubmissionRule,
  TargetYear,
  Theme,
  UniversalCapability,
} from './programme.ts';
export {
  assessmentRounds,
  findRound,
  getRound,
  getSection,
  instrumentOfRound,
  organisationType,
  questionsFor,
  roadmapRound,
  scaleOf,
  sectionQuestions,
  sectionsOf,
} from './programme-lookups.ts';
export { ProgrammePackError, readProgrammePack } from './read-programme-pack.ts';
export {
  dueOnFor,
  extensionsInForce,
  isExtendedByArea,
  type RoundState,
  roundState,
  roundStateLabels,
} from './round-state.ts';
