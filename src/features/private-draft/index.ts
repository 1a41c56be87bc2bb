export { type DraftKey, draftRevisionField, draftRevisionOf, type PrivateDraft } from './private-draft.ts';
export { deletePrivateDraft, findPrivateDraft, lockPrivateDraft } from './private-draft-repository.ts';
export { sendKept } from './send-kept.ts';
