import type { FastifyReply } from 'fastify';
import type { FormOutcome } from '../../platform/forms/form-reader.ts';
import type { FieldError, PostedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { redirectWithSuccess } from '../../views/success.ts';
import type { SaveOutcome } from './save-draft.ts';
import type { Save } from './save-repository.ts';
import type { Wording } from './wording.ts';

/** A form of the draft as it is to be shown: with what is stored, or with what somebody has just typed. */
export interface DraftForm {
  readonly typed: TypedForm;
  /** Of what is stored now; goes back with the form. */
  readonly revision: number;
  readonly errors: readonly FieldError[];
  /** What somebody else saved meanwhile; null when nobody did. */
  readonly conflict: DraftConflict | null;
}

/** A form that somebody has just sent and is shown again, with the status that says why. */
export interface SentForm {
  readonly form: DraftForm;
  readonly status: number;
}

export interface DraftConflict {
  readonly saved: Save;
  readonly savedWording: readonly Wording[];
  readonly typedWording: readonly Wording[];
}

/** The parts of a save that differ between a part, the trajectory, a plan and a deployment. */
export interface DraftSubmission<T> {
  readonly outcome: FormOutcome<T & { readonly revision: number }>;
  readonly save: (value: T & { readonly revision: number }) => Promise<SaveOutcome>;
  readonly typedOf: (value: T) => TypedForm;
  readonly wordingOf: (value: T) => readonly Wording[];
  /** What was saved by somebody else, in words; `content` is as it stands in the history. */
  readonly savedWordingOf: (content: unknown) => readonly Wording[];
  readonly sendForm: (sent: SentForm) => Promise<FastifyReply>;
  readonly sendClosed: (reason: string, wording: readonly Wording[]) => FastifyReply;
  readonly whenSaved: (value: T) => { readonly location: string; readonly text: string };
}

/**
 * What follows when a form of the draft was sent: it is shown again with its errors, or with both texts when somebody else was
 * faster, or with the text alone when the draft is closed; or it is saved. Nothing that was typed is ever lost.
 */
export async function answerDraftForm<T>(reply: FastifyReply, submission: DraftSubmission<T>): Promise<FastifyReply> {
  const { outcome } = submission;
  if (outcome.kind === 'errors') {
    const { typed, errors } = outcome;
    const form = { typed, revision: revisionTyped(typed), errors, conflict: null };
    return submission.sendForm({ form, status: 422 });
  }
  const { value } = outcome;
  const saved = await submission.save(value);
  switch (saved.kind) {
    case 'saved':
    case 'unchanged': {
      const { location, text } = submission.whenSaved(value);
      return redirectWithSuccess(reply, location, text);
    }
    case 'closed':
      return submission.sendClosed(saved.reason, submission.wordingOf(value));
    case 'conflict':
      return submission.sendForm({ form: conflictForm(submission, value, saved.saved), status: 409 });
  }
}

/** The form goes on from what is stored now, so that the next save is a decision made with both texts in view. */
function conflictForm<T>(submission: DraftSubmission<T>, value: T, saved: Save): DraftForm {
  const savedWording = saved.content === null ? [] : submission.savedWordingOf(saved.content);
  const conflict = { saved, savedWording, typedWording: submission.wordingOf(value) };
  return { typed: submission.typedOf(value), revision: saved.revision, errors: [], conflict };
}

function revisionTyped(typed: TypedForm): number {
  const { revision } = typed;
  return typeof revision === 'string' && /^\d{1,9}$/.test(revision) ? Number(revision) : 0;
}

/** The version a form was made for, from its hidden field; 0 when the field was tampered with, which no version has. */
export function versionNumberOf(form: PostedForm): number {
  const posted = form.version;
  return typeof posted === 'string' && /^\d{1,6}$/.test(posted) ? Number(posted) : 0;
}
