export {
  insertCorrection,
  insertCorrectionWithdrawal,
  insertOpenedAnswers,
  listDocumentsBehind,
  type SubmittedOf,
} from './correction-repository.ts';
export {
  type FrozenReturn,
  findLastDocument,
  findSigned,
  insertDocuments,
  insertSignatures,
  listPutToSign,
  listSignedDocuments,
  type NewReturnDocument,
  type PutToSign,
} from './document-repository.ts';
export { type FreezeReturn, freezeReturn } from './freeze-return.ts';
export {
  answersIn,
  answerValueShape,
  askedBy,
  type ReturnDocument,
  returnDigest,
  scoreIn,
  signedAnswers,
} from './frozen-return.ts';
export { challengedBefore, finalOn, type IsFinal } from './moderation/challenge-window.ts';
export { forEverybody } from './moderation/found-for-everybody.ts';
export {
  type Checkers,
  checkers,
  checkersIn,
  type FinishedModeration,
  type FoundScore,
  type ModerationOutcome,
  storedOutcome,
  withChecks,
} from './moderation/moderation-outcome.ts';
export {
  type ModerationFacts,
  type ModerationState,
  moderationStateLabels,
  moderationStateOf,
} from './moderation/moderation-standing.ts';
export { listModerations } from './moderation/moderation-standing-repository.ts';
export { ofDocument } from './of-document.ts';
export { insertReopening } from './reopening-repository.ts';
export { type ReturnDownload, returnDownload, returnDownloadSchema } from './signed-file.ts';
export {
  findSignedStanding,
  hasValidationSending,
  insertValidationStep,
  listValidationSteps,
  lockSigned,
  type SignedKey,
  type SignedStanding,
  type ValidationStep,
} from './validation-repository.ts';
export { type Rescored, type ReturnVerification, verifyReturn } from './verify-return.ts';
