import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { idOfSending, isId } from '../../platform/ids.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { actingOn, assessmentAddresses, framing } from '../assessment/index.ts';
import type { AboutReturn } from './about-return.ts';
import { type ReviewOutcome, readReview } from './hold-return.ts';
import { openQuery } from './open-query.ts';
import {
  parseNewQuery,
  parseQueryStep,
  type QueryStep,
  queryStepOf,
  takenBy,
  textFieldOf,
  type WrittenForm,
} from './parse-query-forms.ts';
import { type AskedReturn, crumbsTo, requireAbout, requireSignedReturn } from './require-signed-return.ts';
import { QueryPage } from './views/query-page.tsx';
import { queryPageView } from './views/query-view.ts';
import { writeInQuery } from './write-in-query.ts';

/** What is asked about one part of a signed return, and replied. */
export function queryRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    const about = `${assessment}/queries/:about`;
    app.get(about, async (request, reply) => {
      const asked = await requireSignedReturn(request, context, 'assessment.read-provisional');
      return sendAbout(request, reply, context, { asked, about: requireAbout(request, asked) });
    });
    app.post(about, (request, reply) => ask(request, reply, context));
    app.post(`${about}/:query`, (request, reply) => write(request, reply, context));
  }
}

interface AskedAbout {
  readonly asked: AskedReturn;
  readonly about: AboutReturn;
}

interface Unsent {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly status: number;
}

async function sendAbout(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { asked, about }: AskedAbout,
  { typed, errors, status }: Unsent = { typed: {}, errors: [], status: 200 },
): Promise<FastifyReply> {
  const review = await readReview(context.database, asked.signed);
  const view = queryPageView(asked, about, review);
  const { addressKey, round, setting } = asked.assessed;
  return sendPage(request, reply, {
    ...framing(asked.assessed, view.title, errors, status),
    breadcrumbs: [
      ...crumbsTo(asked),
      { href: paths.queries(addressKey, round.id, setting), text: 'Queries and validation' },
    ],
    body: <QueryPage view={view} formId={context.newId()} typed={typed} errors={errors} />,
  });
}

async function ask(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireSignedReturn(request, context, 'assessment.query');
  const about = requireAbout(request, asked);
  const parsed = parseNewQuery(postedForm(request.body));
  if (parsed.kind === 'errors') {
    return sendAbout(request, reply, context, { asked, about }, { ...parsed, status: 422 });
  }
  const { text } = parsed.value;
  const sendingId = sendingOf(context, asked, parsed.value, ['ask', about.key]);
  const by = actingOn(asked.assessed, 'assessment.query', context.clock());
  const outcome = await openQuery(context.database, { signed: asked.signed, about: about.key, text, sendingId }, by);
  const written = {
    asked,
    about,
    query: 'new',
    outcome,
    typed: parsed.typed,
    at: sendingId,
    said: 'Your query is sent',
  };
  return answer(request, reply, context, written);
}

async function write(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const form = postedForm(request.body);
  const action = queryStepOf(form) === 'reply' ? 'assessment.reply' : 'assessment.query';
  const asked = await requireSignedReturn(request, context, action);
  const about = requireAbout(request, asked);
  const { query } = request.params as { readonly query: string };
  if (!isId(query)) {
    throw noSuchQuery(asked, about);
  }
  const parsed = parseQueryStep(form, query);
  if (parsed.kind === 'errors') {
    return sendAbout(request, reply, context, { asked, about }, { ...parsed, status: 422 });
  }
  const { step, text, lastRead } = parsed.value;
  const sendingId = sendingOf(context, asked, parsed.value, [step, query]);
  const outcome = await writeInQuery(
    context.database,
    { signed: asked.signed, threadId: query, about: about.key, ...takenBy[step], lastRead, text, sendingId },
    actingOn(asked.assessed, action, context.clock()),
  );
  return answer(request, reply, context, {
    asked,
    about,
    query,
    outcome,
    typed: parsed.typed,
    at: query,
    said: saidOf[step],
  });
}

const saidOf: Readonly<Record<QueryStep, string>> = {
  reply: 'Your reply is sent',
  'ask-again': 'What you wrote is sent',
  resolve: 'The query is resolved',
  withdraw: 'The query is withdrawn',
};

/** What stands for this form with these words, however often it is sent. */
function sendingOf(
  { newId }: AppContext,
  { assessed: { actor }, signed }: AskedReturn,
  { formId, text }: WrittenForm,
  step: readonly string[],
): string {
  return formId === '' ? newId() : idOfSending(formId, [actor.personId, signed.digest, ...step, text]);
}

interface Written extends AskedAbout {
  /** Its id, or `new`. */
  readonly query: string;
  readonly outcome: ReviewOutcome;
  readonly typed: TypedForm;
  /** The query to go to. */
  readonly at: string;
  readonly said: string;
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { asked, about, query, outcome, typed, at, said }: Written,
): FastifyReply | Promise<FastifyReply> {
  const refuse = (message: string) => {
    const errors = [{ field: textFieldOf(query), message: `${message}. Nothing was sent; what you typed is below` }];
    return sendAbout(request, reply, context, { asked, about }, { typed, errors, status: 409 });
  };
  switch (outcome.kind) {
    case 'added': {
      const { addressKey, round, setting } = asked.assessed;
      return redirectWithSuccess(reply, paths.queriesAbout(addressKey, round.id, about.key, setting, at), said);
    }
    case 'refused':
      return refuse(outcome.reason);
    case 'signed-anew':
      return refuse('The return was opened again, and this document counts no more');
    case 'gone':
      throw noSuchQuery(asked, about);
  }
}

function noSuchQuery({ assessed: { addressKey, round, setting } }: AskedReturn, { key }: AboutReturn): NotFoundError {
  return new NotFoundError('There is no such query about this.', {
    href: paths.queriesAbout(addressKey, round.id, key, setting),
    text: 'Go to the queries about it',
  });
}
