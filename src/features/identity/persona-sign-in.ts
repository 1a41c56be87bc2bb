import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** What an account must be for a session to be opened without a password. */
const personaSchema = z.object({ isPersona: z.literal(true) });

/**
 * Signing in as one of the invented people of the demonstration, without a password. Loaded in demonstration mode only;
 * it opens a session for an account marked as a persona and for no other.
 */
export function personaSignIn() {
  return {
    id: 'persona-sign-in',
    endpoints: {
      signInPersona: createAuthEndpoint(
        '/persona/sign-in',
        { method: 'POST', body: z.object({ personId: z.string() }) },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.personId);
          if (user === null || !personaSchema.safeParse(user).success) {
            throw new APIError('NOT_FOUND');
          }
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ ok: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
