import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { RequestError } from '../../platform/http/problem.ts';
import { answerKept } from '../../views/page/answer-saved.ts';
import { keepPrivateDraft } from './keep-private-draft.ts';
import { type DraftKey, draftRevisionField } from './private-draft.ts';

/** Apart from other conflicts, because nobody else is involved: the page must not blame another person. */
class OtherWindowError extends RequestError {
  override readonly name = 'OtherWindowError';
  readonly status = 409;
  readonly code = 'other-window';
}

/** Answers a form that the script of its page sends while somebody types: it is kept for them alone. */
export async function sendKept(
  context: Pick<AppContext, 'database' | 'clock'>,
  request: FastifyRequest,
  reply: FastifyReply,
  key: DraftKey,
): Promise<FastifyReply> {
  const kept = await keepPrivateDraft(context, key, postedForm(request.body));
  if (kept.kind === 'conflict') {
    throw new OtherWindowError('You have typed something else into this form in another window since.');
  }
  return answerKept(reply, { at: context.clock(), fields: { [draftRevisionField]: String(kept.revision) } });
}
