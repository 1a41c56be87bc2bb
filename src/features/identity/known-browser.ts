import type { FastifyReply, FastifyRequest } from 'fastify';
import { accountDigest } from './sign-in/buckets.ts';

const COOKIE = 'known';
const DAYS_90 = 90 * 24 * 3600;

/** What this browser was given when the account last signed in with it; null where it never did. */
export function knownBrowser(request: FastifyRequest, email: string): string | null {
  const raw = request.cookies[request.server.cookieRules.nameOf(COOKIE)];
  const value = raw === undefined ? null : request.unsignCookie(raw).value;
  return value?.endsWith(`.${accountDigest(email)}`) === true ? value : null;
}

/** Lets the owner in past the tries of others: see `bucketsOf`. It opens nothing by itself. */
export function rememberBrowser(reply: FastifyReply, email: string, id: string): void {
  const { nameOf, attributes } = reply.server.cookieRules;
  reply.setCookie(nameOf(COOKIE), `${id}.${accountDigest(email)}`, {
    ...attributes,
    sameSite: 'strict',
    signed: true,
    maxAge: DAYS_90,
  });
}
