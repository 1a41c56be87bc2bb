export { commentLimit, parseSectionForm } from './answering/parse-section-form.ts';
export type { AssessmentState } from './assessment.ts';
export { findAssessmentPlace } from './assessment-repository.ts';
export { assessmentRoutes } from './assessment-routes.ts';
export { assignSections } from './assigning/assign-sections.ts';
export { type AssignedFact, type AssignedPlace, listAssigned } from './assigning/list-assigned.ts';
export type { ResultBefore, TakenOver } from './before/results-before.ts';
export { listResultsBefore } from './before/results-before-repository.ts';
export { countSubmitted, hasAssessmentsIn, listBegun } from './begun-repository.ts';
export { countAssessmentWork } from './count-assessment-work.ts';
export { freezeWaiting } from './documents/freeze-waiting.ts';
export { readClassedAnswers } from './evidence/read-classed-answers.ts';
export { readEvidenceHere } from './evidence/read-evidence-here.ts';
export { recordEvidence } from './evidence/record-evidence.ts';
export { listSharingsAsked } from './group/list-sharings-asked.ts';
export { readWhetherBegun } from './group/read-whether-begun.ts';
export { insertAssessments } from './insert-assessments.ts';
export { keepInstruments } from './instruments/keep-instruments.ts';
export { assessmentsFor, type SettingProgress } from './list-progress.ts';
export { listThreadPlaces, type ThreadPlace } from './notes/list-thread-places.ts';
export { noteSubject, notesAbout, notesScope } from './notes/notes-here.ts';
export { assessmentAddresses, framing, listOf } from './page-frame.ts';
export { readAnswersInWords } from './polls/read-answers-in-words.ts';
export { readDeadlines } from './read-deadlines.ts';
export { requireReadable } from './reading/require-readable.ts';
export {
  type AssessedOrganisation,
  actingOn,
  requireAssessedOrganisation,
  requireSignable,
} from './require-assessed-organisation.ts';
export { type RecomputedAssessment, readRecomputed } from './scoring/read-recomputed.ts';
export { type PublicResult, readResults } from './scoring/read-result.ts';
export { listScoresOf, listSubmittedScores } from './scoring/score-repository.ts';
export { scoresByOrganisation } from './scoring/scores-by-organisation.ts';
export { type ListedAssessment, listSubmittedPage } from './scoring/submitted-listing-repository.ts';
export { listRoundChanges, type RoundChange } from './scoring/two-rounds/list-round-changes.ts';
export { RoundComparisons } from './scoring/two-rounds/round-comparisons.ts';
export { listSubmissions } from './settings/list-submissions.ts';
export { answersForSeveral, listNotSubmitted, readStanding } from './settings/read-standing.ts';
export { reopenAssessment } from './signing/reopen-assessment.ts';
export { answerRead, notApplicableLabel, optionLabel, postedChoices } from './views/answer-words.ts';
export { choiceOf } from './views/assigning/person-choice.ts';
export { ResultsBefore } from './views/before/results-before-section.tsx';
export { conditionalView } from './views/conditional/conditional-view.ts';
export { whatBecameOf } from './views/documents/document-view.ts';
export { type AnswerToRead, SignedAnswers } from './views/documents/signed-answers.tsx';
export { answerLines, answersTable } from './views/gaps/answers-table.ts';
export { answersToSign } from './views/gaps/answers-to-sign.ts';
export { AnswerSaid } from './views/levels/answer-said.tsx';
export { LevelFields } from './views/levels/level-fields.tsx';
export { type LevelsView, levelsView } from './views/levels/levels-view.ts';
export { checkedInWords } from './views/moderation/moderated-scores.tsx';
export { PageHead } from './views/page-head.tsx';
export { ResultSummaries } from './views/result-summary.tsx';
export { careSettingName } from './views/result-view.ts';
export { questionInWords } from './views/section-view.ts';
export { stateWords } from './views/state-words.ts';
export type { WholeAssessment } from './whole-assessment-repository.ts';
