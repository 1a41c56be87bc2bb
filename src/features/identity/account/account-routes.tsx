import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { copyCookies, headersOf } from '../auth-headers.ts';
import type { Auth } from '../create-auth.ts';
import { passwordIn, passwordProblem } from '../password/password-rule.ts';
import { requireActor } from '../require-can.ts';
import { passkeyRoutes } from './passkey-routes.tsx';
import { recordAccountChange } from './record-account-change.ts';
import { requireOwner, wrongPassword } from './require-owner.ts';
import { secondFactorRoutes } from './second-factor-routes.tsx';
import { sendAccount } from './send-account.tsx';

/** What somebody may change about their own account. Everything is kept and checked by the library; these pages need no script. */
export function accountRoutes(app: FastifyInstance, context: AppContext, auth: Auth): void {
  app.get('/account', (request, reply) => sendAccount(request, reply, context, []));

  app.post('/account/name', async (request, reply) => {
    await requireOwner(request, context);
    const reader = readForm(postedForm(request.body));
    const name = reader.line('name', { label: 'Your name', limit: 100, required: 'Enter your name' });
    const parsed = reader.outcome({ name });
    if (parsed.kind === 'errors') {
      return sendAccount(request, reply, context, parsed.errors);
    }
    await auth.api.updateUser({ body: parsed.value, headers: headersOf(request) });
    await app.recordSecurityEvent(request, 'account-changed');
    return redirectWithSuccess(reply, paths.account(), 'Your name is saved.');
  });

  app.post('/account/password', async (request, reply) => {
    await requireOwner(request, context);
    const form = postedForm(request.body);
    const currentPassword = passwordIn(form.password);
    const newPassword = passwordIn(form['new-password']);
    const errors = passwordErrors(currentPassword, newPassword);
    if (errors.length > 0) {
      return sendAccount(request, reply, context, errors);
    }
    const body = { currentPassword, newPassword, revokeOtherSessions: true };
    const response = await auth.api.changePassword({ body, headers: headersOf(request), asResponse: true });
    if (!response.ok) {
      return sendAccount(request, reply, context, [wrongPassword]);
    }
    await recordAccountChange(request, context, 'password');
    return redirectWithSuccess(
      copyCookies(reply, response),
      paths.account(),
      'Your new password is saved. You are signed out everywhere else.',
    );
  });

  app.post<{ Params: { id: string } }>('/account/sessions/:id/end', async (request, reply) => {
    requireActor(request);
    const headers = headersOf(request);
    const session = (await auth.api.listSessions({ headers })).find(({ id }) => id === request.params.id);
    if (session !== undefined) {
      await auth.api.revokeSession({ body: { token: session.token }, headers });
      await app.recordSecurityEvent(request, 'account-changed');
    }
    return redirectWithSuccess(reply, paths.account(), 'That browser is signed out.');
  });

  secondFactorRoutes(app, context, auth);
  passkeyRoutes(app, context, auth);
}

function passwordErrors(currentPassword: string, newPassword: string): FieldError[] {
  const problem = passwordProblem(newPassword);
  return [
    ...(currentPassword === '' ? [{ field: 'password', message: 'Enter your current password' }] : []),
    ...(problem === null ? [] : [{ field: 'new-password', message: problem }]),
  ];
}
