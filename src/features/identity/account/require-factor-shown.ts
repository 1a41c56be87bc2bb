import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { ForbiddenError } from '../../../platform/http/problem.ts';
import { hasPasskey } from '../passkeys/passkey-repository.ts';
import { requireActor } from '../require-can.ts';

/**
 * Whoever has learnt somebody's password, and no more, must not add a passkey of their own, take one away, or set up a code: where
 * there is a second factor already, the session must have been opened by it.
 */
export async function requireFactorShown(request: FastifyRequest, { database }: AppContext): Promise<void> {
  const { personId } = requireActor(request);
  if (!request.hasShownFactor && (await hasPasskey(database, personId))) {
    throw new ForbiddenError(
      'Sign in with your passkey to change this. If you have lost it, ask the person who invited you to have your second factor taken off.',
      { href: paths.signIn(paths.account()), text: 'Sign in with your passkey' },
    );
  }
}
