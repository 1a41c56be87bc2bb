export { instrumentWrittenAs, writtenContentShape } from './as-written.ts';
export { deadlineInWords, firstDayInWords, roundDeadlineInWords } from './deadline.ts';
export type {
  Gate,
  Instrument,
  InstrumentAsWritten,
  Level,
  LineageKind,
  Question,
  Scale,
  ScoreScale,
  Section,
  Signing,
  SigningRole,
  Theme,
  UsedInstrument,
  WrittenContent,
} from './instrument.ts';
export { filledIn, type LetterKind, type LetterPlace, letterKinds, type ProgrammeLetters } from './letter-kinds.ts';
export { commonQuestions, type InstrumentLineage, lineageOf } from './lineage/lineage.ts';
export type { PackFault, PackPath } from './pack-fault.ts';
export { packOfRound } from './planning-years.ts';
export type {
  AssessedWords,
  CapabilityGroup,
  Commitment,
  FootprintCount,
  MembershipRole,
  OrganisationType,
  ProgrammePack,
  ReviewCriterion,
  ReviewRating,
  RoadmapPart,
  RoadmapTemplate,
  SubmissionRule,
  UniversalCapability,
} from './programme.ts';
export {
  assessmentRounds,
  currentAssessmentRound,
  desirableLevels,
  findInstrument,
  findRound,
  getRound,
  getSection,
  instrumentOfRound,
  isLongOver,
  organisationType,
  planningRound,
  questionsFor,
  resultsRound,
  runningRounds,
  scaleOf,
  sectionQuestions,
  sectionsFor,
  sectionsOf,
  signsAssessments,
} from './programme-lookups.ts';
export { ProgrammePackError, readPackFile, readProgrammePack } from './read-programme-pack.ts';
export { type ResultsDay, resultsDay, roundsHeldBack } from './results-day.ts';
export type { Round, RoundOnRecord, RoundPlan, RoundScope, RoundStep } from './round.ts';
export {
  askedOn,
  dueOnFor,
  extensionsInForce,
  isExtendedByArea,
  lastDueOn,
  type RoundState,
  roundState,
  roundStateLabel,
} from './round-state.ts';
export {
  asCorrected,
  onRecord,
  programmeRecordedBy,
  roundsRecordedBy,
} from './rounds-on-record.ts';
export {
  answeredOnce,
  sectionsAnsweredOnce,
  sectionsSharedInGroups,
  settingsOffered,
  settingsOfType,
  typesAlike,
  wholeOrganisation,
} from './settings/care-settings.ts';
export { parseWrittenFile } from './sound-pack.ts';
export type { Standing } from './standing.ts';
