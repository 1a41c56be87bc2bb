import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { copyCookies, headersOf } from '../auth-headers.ts';
import type { Auth } from '../create-auth.ts';
import { rememberBrowser } from '../known-browser.ts';
import { recoveryCodeTyped } from '../recovery-codes.ts';
import { keptBodyLimit, keptIn } from '../send-kept-sign-in.tsx';
import { endOtherSessions, returnTo, sendOn } from '../send-on.tsx';
import { CodePage } from '../views/code-page.tsx';

const attempts = { rateLimit: { max: 20, timeWindow: '1 minute' } };
const verified = z.object({ user: z.object({ id: z.string(), email: z.string() }) });
const halfway = z.object({ twoFactorRedirect: z.literal(true) });

/** The second step of signing in, for accounts with a second factor. How often a code may be wrong is the library's to count. */
export function codeRoutes(app: FastifyInstance, context: AppContext, auth: Auth): void {
  app.get('/sign-in/code', (request, reply) => sendCode(request, reply, []));

  app.post('/sign-in/code', { config: attempts, bodyLimit: keptBodyLimit }, async (request, reply) => {
    const code = textOf(postedForm(request.body), 'code').replaceAll(' ', '');
    if (code === '') {
      return sendCode(request, reply, [{ field: 'code', message: 'Enter the code' }]);
    }
    const response = await verifyCode(auth, request, code);
    if (!response.ok) {
      await app.recordSecurityEvent(request, 'sign-in-failed', { personId: null });
      return sendCode(request, copyCookies(reply, response), [{ field: 'code', message: wrongCode }]);
    }
    const { user } = verified.parse(await response.clone().json());
    await endOtherSessions(request, context);
    await app.recordSecurityEvent(request, 'signed-in', { personId: user.id, account: user.email });
    rememberBrowser(reply, user.email, context.newId());
    return sendOn(request, reply, { context, response }, returnTo(request));
  });
}

const wrongCode = 'This code is not right, or too old. Enter the newest one; after five tries sign in anew';

/** Six figures are from the app; anything else can only be a recovery code. */
function verifyCode(auth: Auth, request: FastifyRequest, code: string): Promise<Response> {
  const asked = { headers: headersOf(request), asResponse: true } as const;
  return /^\d{6}$/.test(code)
    ? auth.api.verifyTOTP({ body: { code }, ...asked })
    : auth.api.verifyBackupCode({ body: { code: recoveryCodeTyped(code) }, ...asked });
}

/** Whether the password was right and a code is to follow. */
export async function asksForCode(response: Response): Promise<boolean> {
  return halfway.safeParse(await response.clone().json()).success;
}

/** After the password: on to the code, with whatever was being kept. */
export function sendCodeStep(request: FastifyRequest, reply: FastifyReply, response: Response, wanted: string) {
  copyCookies(reply, response);
  return keptIn(request) === null ? reply.redirect(paths.signInCode(wanted), 303) : sendCode(request, reply, []);
}

function sendCode(request: FastifyRequest, reply: FastifyReply, errors: readonly FieldError[]) {
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: 'Enter your code',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    body: <CodePage kept={keptIn(request)} wanted={returnTo(request)} errors={errors} />,
  });
}
