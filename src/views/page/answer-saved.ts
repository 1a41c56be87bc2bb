import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatTimeOfDay } from '../format.ts';
import { redirectWithSuccess } from './success.ts';

/** Sent by the script that saves a form while somebody is still typing (`save-by-itself.ts`). */
const header = 'x-saves-itself';

export interface Saved {
  readonly at: Date;
  /** What the form must send with its next save in place of what it has, such as the revision that this save has made. */
  readonly fields: Readonly<Record<string, string>>;
  /** Where whoever pressed the button goes on, and what they are told there. */
  readonly location: string;
  readonly text: string;
}

/** True for a form sent by the script of the page, while somebody is still typing. */
export function savesItself({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers[header] !== undefined;
}

/** Answers a form that was saved: whoever pressed its button goes on, whoever is still typing stays where they are. */
export function answerSaved(
  request: FastifyRequest,
  reply: FastifyReply,
  { at, fields, location, text }: Saved,
): FastifyReply {
  return savesItself(request)
    ? answerScript(reply, `Saved at ${formatTimeOfDay(at)}`, fields)
    : redirectWithSuccess(reply, location, text);
}

/** Answers a form that is kept for whoever is typing, until they press its button. */
export function answerKept(reply: FastifyReply, { at, fields }: Pick<Saved, 'at' | 'fields'>): FastifyReply {
  return answerScript(reply, `Kept for you at ${formatTimeOfDay(at)}. Nobody else sees it until you save it`, fields);
}

function answerScript(reply: FastifyReply, words: string, fields: Saved['fields']): FastifyReply {
  return reply.header('cache-control', 'private, no-store').send({ words, fields });
}
