import type { FastifyReply } from 'fastify';
import type { FormOutcome } from '../../../platform/forms/form-reader.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { answerSaved } from '../../../views/page/answer-saved.ts';
import type { SavedKind } from '../content/saved-kind.ts';
import { actingAt, type VersionExchange } from '../require-roadmap.ts';
import { sendClosedDraft } from '../roadmap-frame.tsx';
import { type DraftForm, type SentForm, versionNumberOf } from './draft-form.ts';
import { saveContent } from './save-content.ts';
import type { Save } from './save-repository.ts';
import type { Wording } from './wording.ts';

/** A form of the draft that was sent, with what is particular to its kind of content. */
export interface DraftSubmission<Fields, Saved> {
  readonly kind: SavedKind<Saved>;
  readonly id: string;
  readonly outcome: FormOutcome<Fields & { readonly revision: number }>;
  /** What is to be saved of what was typed. */
  readonly contentOf: (fields: Fields & { readonly revision: number }) => Saved;
  readonly typedOf: (content: Saved) => TypedForm;
  readonly wordingOf: (content: Saved) => readonly Wording[];
  readonly sendForm: (sent: SentForm) => Promise<FastifyReply>;
  readonly whenSaved: (content: Saved) => { readonly location: string; readonly text: string };
}

/**
 * What follows when a form of the draft was sent: it is shown again with its errors, or with both texts when somebody else was
 * faster, or with the text alone when the draft is closed; or it is saved. Nothing that was typed is ever lost.
 */
export async function sendDraftAnswer<Fields, Saved>(
  exchange: VersionExchange,
  submission: DraftSubmission<Fields, Saved>,
): Promise<FastifyReply> {
  const { context, place, request, reply } = exchange;
  const { kind, id, outcome } = submission;
  if (outcome.kind === 'errors') {
    const { typed, errors } = outcome;
    const form = { typed, revision: revisionTyped(typed), errors, conflict: null };
    return submission.sendForm({ form, status: 422 });
  }
  const content = submission.contentOf(outcome.value);
  const target = {
    footprintId: place.footprint.areaId,
    versionNumber: versionNumberOf(postedForm(request.body)),
    revision: outcome.value.revision,
  };
  const saved = await saveContent(context, { ...target, kind, id, content }, actingAt(exchange, 'roadmap.edit'));
  switch (saved.kind) {
    case 'saved':
    case 'unchanged': {
      const { location, text } = submission.whenSaved(content);
      const fields = { revision: String(saved.revision) };
      return answerSaved(request, reply, { at: context.clock(), fields, location, text });
    }
    case 'closed':
      return sendClosedDraft(exchange, saved.reason, submission.wordingOf(content));
    case 'conflict':
      return submission.sendForm({ form: conflictForm(submission, content, saved.saved), status: 409 });
  }
}

/** The form goes on from what is stored now, so that the next save is a decision made with both texts in view. */
function conflictForm<Fields, Saved>(
  { typedOf, wordingOf }: DraftSubmission<Fields, Saved>,
  content: Saved,
  saved: Save<Saved>,
): DraftForm {
  const savedWording = saved.content === null ? [] : wordingOf(saved.content);
  const conflict = { saved, wasRemoved: saved.content === null, savedWording, typedWording: wordingOf(content) };
  return { typed: typedOf(content), revision: saved.revision, errors: [], conflict };
}

function revisionTyped(typed: TypedForm): number {
  const { revision } = typed;
  return typeof revision === 'string' && /^\d{1,9}$/.test(revision) ? Number(revision) : 0;
}
