export { type AgreementBoard, agreementBoard, type BoardRow, outstandingCount } from './agreement-board.ts';
export {
  decideEndorsement,
  type EndorsementCommand,
  type EndorsementOutcome,
  isRepeated,
  type RefusalWords,
  type SaidEndorsement,
} from './decide-endorsement.ts';
export {
  publicEdition,
  refuseWeakSalts,
  type SealedSection,
  sealedDigest,
  sealedShape,
  sealProblems,
  sectionDigest,
} from './documents/sealed-document.ts';
export {
  currentEndorsements,
  type Decision,
  decisionLabels,
  decisions,
  type Endorsement,
  isEndorsed,
  type PlainDecision,
  parseDecision,
  parsePlainDecision,
  plainDecisions,
} from './endorsement.ts';
export { type LapsedEndorsement, lapsedEndorsements } from './lapsed-endorsements.ts';
export { membersChangedReason, theServiceItself } from './members-changed.ts';
export { readDecision, typedDecision } from './read-decision.ts';
export { readSigners } from './read-signers.ts';
export { BoardTable } from './views/board-table.tsx';
export { DecisionForm, DecisionRefused, StandingDecision } from './views/decision-form.tsx';
export { LapsedTable } from './views/lapsed-table.tsx';
export { NobodyToSign } from './views/nobody-to-sign.tsx';
