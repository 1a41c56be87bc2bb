import type { FastifyInstance } from 'fastify';

const SECONDS_KEPT = 60;

/** A longer address would not fit into what a browser takes as a cookie. */
const LONGEST = 1000;

/**
 * Tells the script of the page that a form leads on to which form was taken: pages are come to by a redirect for many reasons. The
 * cookie holds a mark of its own and where the form was sent. Called before the plugin for cookies is registered, which writes them as the answer leaves.
 */
export function tellFormAnswered(app: FastifyInstance): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const isLedOn = request.method === 'POST' && reply.statusCode === 303;
    if (isLedOn && request.url.length <= LONGEST) {
      const { nameOf, attributes } = app.cookieRules;
      const readable = { ...attributes, httpOnly: false, sameSite: 'strict' } as const;
      reply.setCookie(nameOf('answered'), `${request.id} ${request.url}`, { ...readable, maxAge: SECONDS_KEPT });
    }
    done(null, payload);
  });
}
