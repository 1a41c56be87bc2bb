import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CookieRules } from '../../platform/http/cookie-rules.ts';

/** Name of the cookie that carries a session, as better-auth puts it together. */
export function sessionCookieName(cookies: CookieRules): string {
  return `${cookies.prefix}.session_token`;
}

/** The token of the session that a request comes with; null where it comes with none, or with one that we did not sign. */
export function tokenSentWith(request: FastifyRequest): string | null {
  const signed = request.cookies[sessionCookieName(request.server.cookieRules)] ?? '';
  // better-auth signs as the cookies of the service are signed, with the same secret, and leaves the padding on.
  return request.unsignCookie(signed.replace(/=$/, '')).value;
}

/** The token of the session that an answer opens; empty where it opens none. */
export function tokenIn({ cookieRules }: FastifyInstance, { headers }: Response): string {
  const name = `${sessionCookieName(cookieRules)}=`;
  const cookie = headers.getSetCookie().find((line) => line.startsWith(name)) ?? '';
  // Signed: the token, a dot, its signature.
  return decodeURIComponent(cookie.slice(name.length).split(';')[0] ?? '').split('.')[0] ?? '';
}
