import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../../views/page/success.ts';
import { acting, listSecondPersons, requireCan } from '../../identity/index.ts';
import { versionBefore } from '../differences/instrument-differences.ts';
import { readInstrumentVersions } from '../read-instrument-versions.ts';
import { aboveInstrument, type RequiredInstrument, requireInstrument } from '../require-instrument.ts';
import { InstrumentPage } from '../views/instrument-page.tsx';
import { lapseReason } from './activation.ts';
import { proposeActivation } from './propose-activation.ts';
import { settleActivation } from './settle-activation.ts';

/** The page of a version, and the two steps by which rounds may ask it. */
export function activationRoutes(app: FastifyInstance, context: AppContext): void {
  const { clock } = context;
  const address = '/workspace/programme/instruments/:id/:version';

  app.get(address, async (request, reply) =>
    sendInstrument(request, reply, context, { required: await requireInstrument(request, context) }),
  );

  app.post(`${address}/propose`, async (request, reply) => {
    const { instrument, actor } = await requireInstrument(request, context);
    requireCan(request, 'instrument.propose');
    const { id, version } = instrument;
    const digest = readForm(postedForm(request.body)).line('digest', { label: 'The digest', limit: 64 });
    const by = acting(actor, 'instrument.propose', {}, clock());
    const outcome = await proposeActivation(context, { id, version, digest }, by);
    if (outcome.kind === 'refused') {
      throw refused(outcome.reason, instrument);
    }
    const text =
      'The proposal is recorded. Nothing has changed yet: a second person reads the version and confirms it.';
    return redirectWithSuccess(reply, paths.instrument(id, version), text);
  });

  app.post(`${address}/confirm`, async (request, reply) => {
    const { instrument, actor } = await requireInstrument(request, context);
    requireCan(request, 'instrument.confirm');
    const form = postedForm(request.body);
    const by = acting(actor, 'instrument.confirm', {}, clock());
    const rounds = context.pack.rounds
      .filter((round) => round.waitsForActivation && round.instrument === instrument.id)
      .map((round) => round.id);
    const step = { kind: 'confirm', digest: textOf(form, 'digest'), rounds } as const;
    const outcome = await settleActivation(context, textOf(form, 'activation'), step, by);
    const page = paths.instrument(instrument.id, instrument.version);
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(reply, page, 'The version is active: rounds may ask it.');
      case 'lapsed':
        return redirectWithNotice(reply, page, `Nothing was activated. ${lapseReason}: the proposal has lapsed.`);
      case 'refused':
        throw refused(outcome.reason, instrument);
    }
  });

  app.post(`${address}/withdraw`, async (request, reply) => {
    const asked = await requireInstrument(request, context);
    const { instrument, actor } = asked;
    requireCan(request, 'instrument.confirm');
    const form = postedForm(request.body);
    const reader = readForm(form);
    const required = 'Say why the proposal is withdrawn';
    const reason = reader.text('reason', { label: 'The reason', limit: 2000, required });
    const parsed = reader.outcome({ reason });
    if (parsed.kind === 'errors') {
      const again = { required: asked, reason: typedText(parsed.typed, 'reason'), errors: parsed.errors };
      return sendInstrument(request, reply, context, again);
    }
    const by = acting(actor, 'instrument.confirm', {}, clock());
    const step = { kind: 'withdraw', reason: parsed.value.reason } as const;
    const outcome = await settleActivation(context, textOf(form, 'activation'), step, by);
    if (outcome.kind === 'refused') {
      throw refused(outcome.reason, instrument);
    }
    const page = paths.instrument(instrument.id, instrument.version);
    return redirectWithSuccess(reply, page, 'The proposal is withdrawn. Nothing was changed.');
  });
}

function refused(reason: string, { id, version }: RequiredInstrument['instrument']): ConflictError {
  return new ConflictError(`${reason}. Nothing was changed.`, {
    href: paths.instrument(id, version),
    text: 'Look at the version as it is now',
  });
}

interface Shown {
  readonly required: RequiredInstrument;
  /** Why a proposal is to be withdrawn, as typed into a form that comes back. */
  readonly reason?: string;
  readonly errors?: readonly FieldError[];
}

async function sendInstrument(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  { required: { instrument, actor }, reason = '', errors = [] }: Shown,
) {
  const [versions, others] = await Promise.all([
    readInstrumentVersions(database, pack),
    listSecondPersons(database, 'instrument.confirm', actor.personId),
  ]);
  const { id, version: name, title, follows } = instrument;
  const version = versions.find((each) => each.id === id && each.version === name);
  if (version === undefined) {
    throw new Error(`Version ${name} of ${id} was kept a moment ago`);
  }
  return sendPage(request, reply, {
    title: `${title}, version ${name}`,
    section: 'workspace',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    breadcrumbs: aboveInstrument,
    body: (
      <InstrumentPage
        instrument={instrument}
        version={version}
        before={versionBefore(versions, instrument, follows?.instrument ?? null) ?? null}
        careSettings={pack.careSettings}
        actor={actor}
        others={others}
        reason={reason}
        errors={errors}
      />
    ),
  });
}
