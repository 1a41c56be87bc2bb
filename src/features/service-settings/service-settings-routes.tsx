import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { publicUrlOf } from '../../platform/config.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { ForbiddenError } from '../../platform/http/problem.ts';
import { findSettings, type StoredSettings } from '../../platform/settings/settings-repository.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { type Actor, acting, listAddressees, passwordIn, requireCan } from '../identity/index.ts';
import { deleteEventsToTell } from '../notices/index.ts';
import { changeSettings } from './change-settings.ts';
import { formOf, parseSettingsForm } from './parse-settings-form.ts';
import { sendTestLetter } from './send-test-letter.ts';
import { SettingsPage } from './views/settings-page.tsx';
import { whyNotSent } from './why-not-sent.ts';

/** A mail server that takes each letter for a guess would ban the service. */
const tries = { rateLimit: { max: 10, timeWindow: '10 minutes', hook: 'preHandler' as const } };

interface Shown {
  readonly revision: number;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
}

/** What the service is called, who runs it and how it sends letters. */
export function serviceSettingsRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, clock, newId, config } = context;
  const requireChanger = (request: FastifyRequest) => requireChangeHere(request, config.isDemonstration);

  app.get('/workspace/programme/settings', async (request, reply) => {
    requireCan(request, 'settings.change');
    return send(request, reply, shownOf(await findSettings(database)));
  });

  app.post('/workspace/programme/settings', async (request, reply) => {
    const actor = requireChanger(request);
    const form = postedForm(request.body);
    const stored = await findSettings(database);
    const { given } = app.settings;
    const password = passwordIn(form['mail-password']);
    const parsed = parseSettingsForm(form, { password, given, stored: stored.content });
    if (parsed.kind === 'errors') {
      return send(request, reply, { ...shownOf(stored), typed: parsed.typed, errors: parsed.errors });
    }
    const by = acting(actor, 'settings.change', {}, clock());
    const decision = await changeSettings(database, { typed: parsed.value, beforeFirstLetter: deleteEventsToTell }, by);
    if (decision.kind === 'conflict') {
      const typed = formOf(parsed.value.content);
      return send(request, reply, { ...shownOf(decision.saved), typed, errors: differences(typed, decision.saved) });
    }
    await app.settings.read();
    const words = decision.kind === 'saved' ? 'The settings are saved. They hold from now on.' : 'Nothing was changed.';
    return redirectWithSuccess(reply, paths.serviceSettings(), words);
  });

  app.post('/workspace/programme/settings/test-letter', { config: tries }, async (request, reply) => {
    const actor = requireChanger(request);
    const to = (await listAddressees(database, [actor.personId])).get(actor.personId)?.email ?? '';
    const wanted = { letterId: newId(), to, settings: await app.settings.read(), publicUrl: publicUrlOf(config) };
    const delivery = await sendTestLetter(database, wanted, acting(actor, 'settings.change', {}, clock()));
    if (delivery?.kind === 'sent') {
      return redirectWithSuccess(reply, paths.serviceSettings(), `The mail server took a test e-mail to ${to}.`);
    }
    const message =
      delivery === null
        ? 'No mail server is set up. Save one first'
        : `The test e-mail was not sent. ${whyNotSent(delivery.reason)}`;
    return send(request, reply, {
      ...shownOf(await findSettings(database)),
      errors: [{ field: 'test-letter', message }],
    });
  });
}

/** In a demonstration anybody is its administrator, and would send letters from here. */
function requireChangeHere(request: FastifyRequest, isDemonstration: boolean): Actor {
  const actor = requireCan(request, 'settings.change');
  if (isDemonstration) {
    throw new ForbiddenError(
      'This is a demonstration, where everybody can sign in. Its settings are not changed on screen.',
    );
  }
  return actor;
}

function shownOf({ revision, content }: StoredSettings): Shown {
  return { revision, typed: formOf(content), errors: [] };
}

/** Of two who save at once the second sees what the first has saved, beside what they typed themselves. */
function differences(typed: TypedForm, { content }: StoredSettings): FieldError[] {
  const fields = Object.entries(formOf(content)).filter(([field, saved]) => typed[field] !== saved);
  const [firstField = 'mail-password'] = fields.map(([field]) => field);
  return fields.length === 0
    ? [{ field: firstField, message: 'Somebody has just saved another password. Save again to replace it' }]
    : fields.map(([field, saved]) => ({
        field,
        message: `Somebody has just saved ${saved === '' ? 'nothing' : `“${String(saved)}”`} here. Save again to replace it`,
      }));
}

function send(request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply {
  const { server } = request;
  const hasErrors = shown.errors.length > 0;
  return sendPage(request, reply, {
    title: 'Settings of the service',
    section: 'workspace',
    status: hasErrors ? 422 : 200,
    hasErrors,
    breadcrumbs: [
      { href: paths.workspace(), text: 'My work' },
      { href: paths.programmeSetUp(), text: 'Set-up' },
    ],
    body: (
      <SettingsPage
        {...shown}
        given={server.settings.given}
        inForce={server.settings.current}
        isDemonstration={server.identity.isDemonstration}
        usualName={server.programme.pack.serviceName}
        timeZone={server.programme.pack.timeZone}
      />
    ),
  });
}
