import type { FastifyReply, FastifyRequest } from 'fastify';
import { formatTimeOfDay } from '../format.ts';
import { redirectWithSuccess } from './success.ts';

/** Sent by the script that saves a form while somebody is still typing (`save-by-itself.ts`). */
const header = 'x-saves-itself';

/** What a page says differently after a save. */
export interface Shown {
  /** By the names in its `data-shown`. */
  readonly texts: Readonly<Record<string, string>>;
  /** Which of its parts it hides, by the names in its `data-hidden-as`. */
  readonly hidden: Readonly<Record<string, boolean>>;
}

const nothingElse: Shown = { texts: {}, hidden: {} };

export interface Saved {
  readonly at: Date;
  /** What the form must send with its next save in place of what it has, such as the revision that this save has made. */
  readonly fields: Readonly<Record<string, string>>;
  /** Read for whoever stays on the page alone. */
  readonly readShown?: () => Promise<Shown>;
  /** Where whoever pressed the button goes on, and what they are told there. */
  readonly location: string;
  readonly text: string;
}

/** True for a form sent by the script of the page, while somebody is still typing. */
export function savesItself({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  return headers[header] !== undefined;
}

/** Answers a form that was saved: whoever pressed its button goes on, whoever is still typing stays where they are. */
export async function answerSaved(
  request: FastifyRequest,
  reply: FastifyReply,
  { at, fields, readShown, location, text }: Saved,
): Promise<FastifyReply> {
  if (!savesItself(request)) {
    return redirectWithSuccess(reply, location, text);
  }
  const shown = (await readShown?.()) ?? nothingElse;
  return answerScript(reply, { words: `Saved at ${formatTimeOfDay(at)}`, fields, shown });
}

/** Answers a form that is kept for whoever is typing, until they press its button. */
export function answerKept(reply: FastifyReply, { at, fields }: Pick<Saved, 'at' | 'fields'>): FastifyReply {
  const words = `Kept for you at ${formatTimeOfDay(at)}. Nobody else sees it until you save it`;
  return answerScript(reply, { words, fields, shown: nothingElse });
}

interface ScriptAnswer extends Pick<Saved, 'fields'> {
  readonly words: string;
  readonly shown: Shown;
}

function answerScript(reply: FastifyReply, answer: ScriptAnswer): FastifyReply {
  return reply.header('cache-control', 'private, no-store').send(answer);
}
