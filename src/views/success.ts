import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'ldr-success';
const SECONDS_KEPT = 60;

/** After a change: go to `location`, and say there once what has happened. The words travel in a short-lived signed cookie. */
export function redirectWithSuccess(reply: FastifyReply, location: string, text: string): FastifyReply {
  return reply
    .setCookie(COOKIE, text, { path: '/', httpOnly: true, sameSite: 'lax', signed: true, maxAge: SECONDS_KEPT })
    .redirect(location, 303);
}

export function takeSuccess(request: FastifyRequest, reply: FastifyReply): string | null {
  const raw = request.cookies?.[COOKIE];
  if (raw === undefined) {
    return null;
  }
  reply.clearCookie(COOKIE, { path: '/' });
  return request.unsignCookie(raw).value;
}
