import csrfProtection from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PERSONAL } from './keep-apart.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The session the request belongs to, or null; set before any route runs. */
    sessionId: string | null;
    /** True once its token was taken: what was sent was typed into a page of ours. */
    hasFormToken: boolean;
  }
  interface FastifyReply {
    /** Makes the token of the forms on the page that is sent; the page is then for this browser alone. */
    formToken: () => string;
  }
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whatever changes something carries a token that was made for the same session, or for the same browser where nobody is signed in:
 * one from before signing in, or of somebody else, is refused.
 */
export async function requireFormTokens(app: FastifyInstance, secret: string): Promise<void> {
  const { nameOf, attributes } = app.cookieRules;
  app.decorateRequest('sessionId', null);
  app.decorateRequest('hasFormToken', false);
  await app.register(csrfProtection, {
    cookieKey: nameOf('csrf'),
    cookieOpts: { ...attributes, sameSite: 'strict', signed: true },
    getUserInfo: whoseToken,
    csrfOpts: { hmacKey: secret, userInfo: true },
  });
  app.decorateReply('formToken', function formToken(this: FastifyReply) {
    this.header('cache-control', PERSONAL);
    return this.generateCsrf({ userInfo: whoseToken(this.request) });
  });
  app.addHook('preHandler', (request, reply, done) => {
    if (reads.has(request.method)) {
      return done();
    }
    return app.csrfProtection(request, reply, () => {
      request.hasFormToken = true;
      done();
    });
  });
}

/** Ids of sessions are no words, so nobody's token passes for somebody's. */
function whoseToken({ sessionId }: FastifyRequest): string {
  return sessionId ?? 'nobody';
}
