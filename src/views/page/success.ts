import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieRules } from '../../platform/http/cookie-rules.ts';

const SECONDS_KEPT = 60;

/** Longer words would not fit into what a browser takes as a cookie. */
const LONGEST = 300;

/** What a page says once at its top: what has happened, or, as a notice, that nothing has and why. */
export interface Said {
  readonly kind: 'success' | 'notice';
  readonly text: string;
}

/** After a change: go to `location`, and say there once what has happened. The words travel in a short-lived signed cookie. */
export function redirectWithSuccess(reply: FastifyReply, location: string, text: string): FastifyReply {
  return redirectSaying(reply, location, { kind: 'success', text });
}

/** The same where nothing was changed, which is no success. */
export function redirectWithNotice(reply: FastifyReply, location: string, text: string): FastifyReply {
  return redirectSaying(reply, location, { kind: 'notice', text });
}

function redirectSaying(reply: FastifyReply, location: string, { kind, text }: Said): FastifyReply {
  const words = `${kind} ${text.slice(0, LONGEST).toWellFormed()}`;
  return reply
    .setCookie(cookieName(reply), words, { ...attributes(reply), signed: true, maxAge: SECONDS_KEPT })
    .redirect(location, 303);
}

export function takeSaid(request: FastifyRequest, reply: FastifyReply): Said | null {
  const raw = request.cookies?.[cookieName(reply)];
  if (raw === undefined) {
    return null;
  }
  reply.clearCookie(cookieName(reply), attributes(reply));
  const words = request.unsignCookie(raw).value;
  const [, kind, text] = /^(success|notice) (.*)$/s.exec(words ?? '') ?? [];
  return text === undefined ? null : { kind: kind === 'notice' ? 'notice' : 'success', text };
}

/** A page that comes with this cookie is for one person: it says what they have just done. */
export function successCookieName({ nameOf }: CookieRules): string {
  return nameOf('success');
}

function cookieName(reply: FastifyReply): string {
  return successCookieName(reply.server.cookieRules);
}

function attributes(reply: FastifyReply) {
  return { ...reply.server.cookieRules.attributes, sameSite: 'strict' } as const;
}
