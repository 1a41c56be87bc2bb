import type { FastifyInstance, FastifyReply } from 'fastify';

/** Of one person: no proxy may keep it, and no browser shows it again after signing out. */
export const PERSONAL = 'private, no-store';

export interface Apart {
  /** Name of the cookie that carries a session. */
  readonly sessionCookie: string;
  /** Where the addresses of the files of the build begin. */
  readonly files: string;
  /** Where the addresses of the API begin, which answers everybody alike. */
  readonly api: string;
}

/**
 * Marks every answer that belongs to one person: whatever came with a session, sets a cookie, leads elsewhere for the time being or
 * says what went wrong. Pages are others for whoever is signed in, so they all say that they vary by cookie.
 */
export function keepPeopleApart(app: FastifyInstance, { sessionCookie, files, api }: Apart): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith(files) && reply.statusCode < 400) {
      return;
    }
    if (!request.url.startsWith(api)) {
      varyBy(reply, 'cookie');
    }
    const isPersonal =
      request.sessionId !== null ||
      request.headers.cookie?.includes(sessionCookie) === true ||
      reply.getHeader('set-cookie') !== undefined ||
      reply.statusCode >= 400 ||
      reply.statusCode === 303;
    if (isPersonal) {
      reply.header('cache-control', PERSONAL);
    }
  });
}

function varyBy(reply: FastifyReply, header: string): void {
  const before = reply.getHeader('vary');
  reply.header('vary', before === undefined ? header : `${before}, ${header}`);
}
