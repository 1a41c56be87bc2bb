export { changeEvidence, type EvidenceChange } from './change-evidence.ts';
export {
  type Evidence,
  type EvidenceDetails,
  type EvidenceKey,
  type EvidenceStanding,
  type EvidenceUse,
  type EvidenceVersion,
  evidenceTextLimits,
  type FileContent,
  type LinkContent,
  SOON_DAYS,
  standingFactsOf,
  standingOn,
} from './evidence.ts';
export { listEvidence, listVersions, lockEvidenceOf } from './evidence-repository.ts';
export { freezeEvidence } from './freeze-evidence.ts';
export { keepEvidence, type NoRoom, type SentEvidence } from './keep-evidence.ts';
export {
  type EvidenceForm,
  type FileSent,
  megabytesInWords,
  parseEvidenceForm,
  readPageReference,
} from './parse-evidence-form.ts';
export { countBytesAdded } from './piece-repository.ts';
export { putToAnswer, takeEvidenceOff } from './put-to-answer.ts';
export { readEvidencedAtSigning, readEvidencedNow } from './read-evidenced.ts';
export { piecesOf } from './read-pieces.ts';
export { recordScan } from './record-scan.ts';
export { removeEvidence } from './remove-evidence.ts';
export { sendEvidenceFile } from './send-evidence-file.ts';
export { insertUseCopies, insertUsesSigned, listSigned, listSignedWith, listUses } from './use-repository.ts';
