import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { describeGrant } from '../acting.ts';
import { copyCookies, headersOf } from '../auth-headers.ts';
import type { Auth } from '../create-auth.ts';
import { hasPasskey } from '../passkeys/passkey-repository.ts';
import { passwordIn } from '../password/password-rule.ts';
import { returnTo } from '../send-on.tsx';
import { recordAccountChange } from './record-account-change.ts';
import { requireFactorShown } from './require-factor-shown.ts';
import { requireOwner, wrongPassword } from './require-owner.ts';
import { FactorNeededPage } from './views/factor-needed-page.tsx';
import {
  ConfirmFactorPage,
  carriedField,
  PasswordStepPage,
  RecoveryCodesPage,
  ScanPage,
} from './views/second-factor-pages.tsx';

const begun = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
type Begun = z.infer<typeof begun>;
const renewed = z.object({ backupCodes: z.array(z.string()) });
const attempts = { rateLimit: { max: 20, timeWindow: '10 minutes', hook: 'preHandler' as const } };

/** A code from an app beside the password: set up, confirmed by the first code, given new recovery codes, taken off. */
export function secondFactorRoutes(app: FastifyInstance, context: AppContext, auth: Auth): void {
  factorNeededRoute(app, context);

  for (const step of ['begin', 'codes', 'off'] as const) {
    app.get(`/account/second-factor/${step}`, async (request, reply) => {
      await requireOwner(request, context);
      return send(
        request,
        reply,
        'Second factor',
        [],
        <PasswordStepPage step={step} wanted={wanted(request)} errors={[]} />,
      );
    });
  }

  app.post('/account/second-factor/begin', { config: attempts }, async (request, reply) => {
    await requireOwner(request, context);
    await requireFactorShown(request, context);
    const response = await auth.api.enableTwoFactor(withName(withPassword(request), app.settings.current.serviceName));
    if (!response.ok) {
      return sendWrong(request, reply, 'begin');
    }
    return sendScan(request, reply, begun.parse(await response.json()), []);
  });

  app.post('/account/second-factor/confirm', { config: attempts }, async (request, reply) => {
    await requireOwner(request, context);
    const code = textOf(postedForm(request.body), 'code').replaceAll(' ', '');
    const response = await auth.api.verifyTOTP({ body: { code }, headers: headersOf(request), asResponse: true });
    if (!response.ok) {
      const errors = [{ field: 'code', message: 'This code is not right. Enter the newest one that your app shows' }];
      const carried = readCarried(request);
      if (carried !== null) {
        return sendScan(request, reply, carried, errors);
      }
      return send(
        request,
        reply,
        'Set up a second factor',
        errors,
        <ConfirmFactorPage wanted={wanted(request)} errors={errors} />,
      );
    }
    await recordAccountChange(request, context, 'code-set-up');
    return redirectWithSuccess(
      copyCookies(reply, response),
      wanted(request),
      'From now on you sign in with a code too.',
    );
  });

  app.post('/account/second-factor/codes', { config: attempts }, async (request, reply) => {
    await requireOwner(request, context);
    const response = await auth.api.generateBackupCodes(withPassword(request));
    if (!response.ok) {
      return sendWrong(request, reply, 'codes');
    }
    await app.recordSecurityEvent(request, 'account-changed');
    const { backupCodes } = renewed.parse(await response.json());
    return send(request, reply, 'Your recovery codes', [], <RecoveryCodesPage codes={backupCodes} />);
  });

  app.post('/account/second-factor/off', { config: attempts }, async (request, reply) => {
    await requireOwner(request, context);
    const response = await auth.api.disableTwoFactor(withPassword(request));
    if (!response.ok) {
      return sendWrong(request, reply, 'off');
    }
    await recordAccountChange(request, context, 'code-taken-off');
    return redirectWithSuccess(copyCookies(reply, response), paths.account(), 'Your second factor is taken off.');
  });
}

/**
 * The key and the recovery codes go with the page that shows them, signed: after a code that was not right it shows them again, to
 * nobody but whoever has that page, for the password was asked for them.
 */
function sendScan(request: FastifyRequest, reply: FastifyReply, shown: Begun, errors: readonly FieldError[]) {
  const { totpURI: uri, backupCodes: codes } = shown;
  const carried = reply.signCookie(`begun ${JSON.stringify(shown)}`);
  const page = <ScanPage uri={uri} codes={codes} carried={carried} wanted={wanted(request)} errors={errors} />;
  return send(request, reply, 'Set up a second factor', errors, page);
}

function readCarried(request: FastifyRequest): Begun | null {
  const { value } = request.unsignCookie(textOf(postedForm(request.body), carriedField));
  const [, shown] = /^begun (.*)$/s.exec(value ?? '') ?? [];
  return shown === undefined ? null : begun.parse(JSON.parse(shown));
}

/** The name under which an app for codes lists the account. */
function withName<Asked extends { readonly body: object }>(asked: Asked, issuer: string) {
  return { ...asked, body: { ...asked.body, issuer } };
}

/** Where somebody is led whose role needs a second factor. */
function factorNeededRoute(app: FastifyInstance, context: AppContext): void {
  app.get('/account/second-factor', async (request, reply) => {
    const { personId } = await requireOwner(request, context);
    if (request.hasShownFactor) {
      return reply.redirect(returnTo(request, paths.account()), 303);
    }
    const body = (
      <FactorNeededPage
        roles={(request.withheldGrants ?? []).map(describeGrant)}
        hasPasskey={await hasPasskey(context.database, personId)}
        offersPasskeys={app.offersPasskeys}
        wanted={returnTo(request)}
      />
    );
    return send(request, reply, 'Second factor', [], body);
  });
}

/** Where to go once the second factor is set up. */
function wanted(request: FastifyRequest): string {
  return returnTo(request, paths.account());
}

function withPassword(request: FastifyRequest) {
  const password = passwordIn(postedForm(request.body).password);
  return { body: { password }, headers: headersOf(request), asResponse: true } as const;
}

function sendWrong(request: FastifyRequest, reply: FastifyReply, step: 'begin' | 'codes' | 'off') {
  const errors = [wrongPassword];
  return send(
    request,
    reply,
    'Second factor',
    errors,
    <PasswordStepPage step={step} wanted={wanted(request)} errors={errors} />,
  );
}

/** Secrets stand on some of these pages: none is kept by anybody. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  title: string,
  errors: readonly FieldError[],
  body: ReactNode,
) {
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title,
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    breadcrumbs: [{ href: paths.account(), text: 'Your account' }],
    body,
  });
}
