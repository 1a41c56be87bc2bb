import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { type KeptForm, readKept } from '../../platform/forms/kept-form.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { keptField } from '../../views/forms/kept-form.tsx';
import { sendPage } from '../../views/page/send-page.tsx';
import { takeSession } from './attach-actor.ts';
import type { Persona } from './identity-repository.ts';
import type { PersonaTasks } from './persona-tasks.ts';
import { tokenIn } from './session-cookie.ts';
import { KeptSignInPage, SendKeptPage } from './views/kept-sign-in-page.tsx';

/** What is kept grows on its way: the largest form there may be is written once more within the form for signing in. */
export const keptBodyLimit = 5_000_000;

/** The form that somebody wants to send once they have signed in; null for most who sign in. */
export function keptIn(request: FastifyRequest): KeptForm | null {
  return readKept(textOf(postedForm(request.body), keptField));
}

interface SignInState {
  readonly status: number;
  readonly email?: string;
  readonly errors?: readonly FieldError[];
  readonly personas?: readonly Persona[];
  readonly tasks?: PersonaTasks;
}

/** The page that keeps what was typed while its writer signs in. */
export function sendKeptSignIn(
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptForm,
  { status, email = '', errors = [], personas = [], tasks = new Map() }: SignInState,
): FastifyReply {
  const { identity, offersPasskeys, providerName } = request.server;
  const isConfirming = request.isSignInOld;
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: isConfirming ? 'Confirm that it is you' : 'Sign in to send what you typed',
    status,
    hasErrors: errors.length > 0,
    body: (
      <KeptSignInPage
        kept={kept}
        email={email}
        errors={errors}
        isDemonstration={identity.isDemonstration}
        offersPasskeys={offersPasskeys}
        providerName={providerName}
        isConfirming={isConfirming}
        personas={personas}
        tasks={tasks}
      />
    ),
  });
}

/** A session that is opened by this answer of the library. */
export interface OpenedSession {
  readonly context: AppContext;
  readonly response: Response;
}

/** Sets who sends the request: the browser has the cookie of its session only after the answer. */
export function takeNewSession(request: FastifyRequest, { context, response }: OpenedSession): Promise<void> {
  return takeSession(request, context, tokenIn(request.server, response));
}

/** Once signed in: what was kept, to be sent in the name of whoever has signed in. */
export async function sendKeptOn(
  request: FastifyRequest,
  reply: FastifyReply,
  kept: KeptForm,
  opened: OpenedSession,
): Promise<FastifyReply> {
  // The token on the page belongs to the new session.
  await takeNewSession(request, opened);
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: 'Send what you typed',
    body: <SendKeptPage kept={kept} name={request.signedIn?.name ?? ''} />,
  });
}
