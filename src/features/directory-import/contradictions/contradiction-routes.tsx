import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, type PostedForm, postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { acting, requireCan } from '../../identity/index.ts';
import { ContradictionPage } from '../views/contradiction-page.tsx';
import { ContradictionsPage } from '../views/contradictions-page.tsx';
import { type ContradictionKind, decisionsFor } from './contradiction.ts';
import {
  countUndecidedContradictions,
  findContradiction,
  type KeptContradiction,
  listContradictions,
  listDecisions,
} from './contradiction-repository.ts';
import { type DecidedContradiction, decideContradiction } from './decide-contradiction.ts';
import { readTaking } from './read-taking.ts';

interface OneRoute {
  readonly Params: { readonly id: string };
}

const files = { href: paths.imports(), text: 'Directory files' };
const work = { href: paths.workspace(), text: 'My work' };
const list = { href: paths.contradictions(), text: 'Contradictions' };

/** What files say against the directory, and deciding on it. */
export function contradictionRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, clock } = context;

  app.get('/workspace/programme/imports/contradictions', async (request, reply) => {
    requireCan(request, 'directory.import');
    const [waiting, undecided, decided] = await Promise.all([
      countUndecidedContradictions(database),
      listContradictions(database, false),
      listContradictions(database, true),
    ]);
    return sendPage(request, reply, {
      title: 'Contradictions',
      section: 'workspace',
      breadcrumbs: [work, files],
      body: <ContradictionsPage waiting={waiting} undecided={undecided} decided={decided} />,
    });
  });

  app.get<OneRoute>('/workspace/programme/imports/contradictions/:id', async (request, reply) => {
    requireCan(request, 'directory.import');
    const contradiction = await getContradiction(context, request.params.id);
    return sendContradiction(request, reply, context, { contradiction, typed: {}, errors: [] });
  });

  app.post<OneRoute>('/workspace/programme/imports/contradictions/:id', async (request, reply) => {
    const actor = requireCan(request, 'directory.import');
    const { contradictionId, kind, code } = await getContradiction(context, request.params.id);
    const parsed = readDecision(postedForm(request.body), kind);
    if (parsed.kind === 'errors') {
      const contradiction = await getWithForm(context, contradictionId, refusals['too-late']);
      return sendContradiction(request, reply, context, { contradiction, ...parsed, status: 422 });
    }
    const by = acting(actor, 'directory.import', {}, clock());
    const { decision, reason } = parsed.value;
    const decided = await decideContradiction(context, { contradictionId, ...parsed.value }, by);
    if (decided.kind === 'done') {
      const words =
        decision === 'keep' ? `What is known of ${code} is kept.` : `What the file says of ${code} is taken.`;
      return redirectWithSuccess(reply, paths.contradictions(), words);
    }
    const message = refusals[decided.kind];
    return sendContradiction(request, reply, context, {
      contradiction: await getWithForm(context, contradictionId, message),
      typed: { decision, reason },
      errors: [{ field: 'decision', message }],
      status: 409,
    });
  });
}

const refusals: Readonly<Record<Exclude<DecidedContradiction['kind'], 'done'>, string>> = {
  'too-late': 'Your decision was not recorded: somebody decided before you. Read what they decided',
  'does-not-hold':
    'Your decision was not recorded: the directory has newer facts than this file, and they would stand. Bring in a newer file',
  'not-as-shown':
    'Your decision was not recorded: what follows from taking it is not what your page showed. Read what is shown now, and decide again',
};

const REASON_LIMIT = 2_000;

function readDecision(form: PostedForm, kind: ContradictionKind) {
  const reader = readForm(form);
  return reader.outcome({
    decision: reader.requiredChoice('decision', decisionsFor(kind), 'Choose what holds'),
    reason: reader.text('reason', { label: 'The reason', limit: REASON_LIMIT, required: 'Enter the reason' }),
    shown: reader.line('shown', { label: 'What the page showed', limit: 64 }),
    seen: reader.revision('seen', 'Copy what you have typed, reload the page and decide again'),
  });
}

interface Shown {
  readonly contradiction: KeptContradiction;
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly status?: number;
}

async function sendContradiction(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { contradiction, typed, errors, status = 200 }: Shown,
) {
  const [, ...earlier] = await listDecisions(context.database, contradiction.contradictionId);
  const canBeTaken = decisionsFor(contradiction.kind, contradiction.last?.decision).includes('take');
  const by = acting(requireCan(request, 'directory.import'), 'directory.import', {}, context.clock());
  const taking = canBeTaken ? await readTaking(context, contradiction, by) : null;
  return sendPage(request, reply, {
    title: `Contradiction: ${contradiction.code}`,
    section: 'workspace',
    breadcrumbs: [work, files, list],
    status,
    hasErrors: status >= 400,
    body: <ContradictionPage {...{ contradiction, earlier, taking, typed, errors }} />,
  });
}

/** A contradiction whose page has a form; where nothing can be decided any more, what was typed is shown with why not. */
async function getWithForm(context: AppContext, id: string, whyNot: string): Promise<KeptContradiction> {
  const contradiction = await getContradiction(context, id);
  if (decisionsFor(contradiction.kind, contradiction.last?.decision).length === 0) {
    throw new ConflictError(`${whyNot}.`, { href: paths.contradiction(id), text: 'See the decision' });
  }
  return contradiction;
}

async function getContradiction({ database }: AppContext, id: string): Promise<KeptContradiction> {
  const contradiction = await findContradiction(database, id);
  if (contradiction === null) {
    throw new NotFoundError('There is no such contradiction. Look for it in the list.', {
      href: paths.contradictions(),
      text: 'Go to the contradictions',
    });
  }
  return contradiction;
}
