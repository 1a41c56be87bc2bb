import type { FastifyReply, FastifyRequest } from 'fastify';

/** The header by which we hand the caller's address over; whatever a browser sends under any name is left out. */
export const CALLER_ADDRESS = 'x-caller-address';

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
