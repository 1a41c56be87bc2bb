export { type FreezeReturn, freezeReturn } from './freeze-return.ts';
export {
  answersIn,
  askedBy,
  type ReturnDocument,
  returnDigest,
  scoreIn,
  signedAnswers,
  storedReturn,
} from './frozen-return.ts';
export { type ReturnDownload, type ReturnSignature, returnDownload, returnDownloadSchema } from './signed-file.ts';
export { type Rescored, type ReturnVerification, verifyReturn } from './verify-return.ts';
