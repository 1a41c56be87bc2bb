import type { FastifyReply, FastifyRequest } from 'fastify';
import { CALLER_ADDRESS } from './create-auth.ts';

/** What better-auth is told of a request: its cookies and browser, and the address that the service takes it to come from. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers({ [CALLER_ADDRESS]: request.ip });
  for (const name of ['cookie', 'user-agent'] as const) {
    const value = request.headers[name];
    if (value !== undefined) {
      headers.set(name, value);
    }
  }
  return headers;
}

export function copyCookies(reply: FastifyReply, response: Response): FastifyReply {
  for (const cookie of response.headers.getSetCookie()) {
    reply.header('set-cookie', cookie);
  }
  return reply;
}
