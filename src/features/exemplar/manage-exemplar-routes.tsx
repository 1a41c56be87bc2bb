import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { readDay } from '../directory/index.ts';
import { type Actor, onBehalfOf, requireCan } from '../identity/index.ts';
import { listClosestOrganisations } from '../search/index.ts';
import { type Candidate, chooseOrganisation, type OrganisationChoice } from './choose-organisation.ts';
import { designateExemplar } from './designate-exemplar.ts';
import { type Exemplar, exemplarStates, isLive } from './exemplar.ts';
import { findExemplar, listExemplars } from './exemplar-repository.ts';
import { type Designation, parseDesignationForm, parseWithdrawalForm } from './parse-designation-form.ts';
import { DesignatePage } from './views/designate-page.tsx';
import { factsOf } from './views/exemplar-facts.tsx';
import { groupChoices, groupLabel, managedOf } from './views/exemplar-models.ts';
import { ManageExemplarsPage } from './views/manage-exemplars-page.tsx';
import { WithdrawPage } from './views/withdraw-page.tsx';
import { withdrawExemplar } from './withdraw-exemplar.ts';

/** Working pages show all that was done, whenever. */
const workingDay = ({ pack }: AppContext) => ({ asAt: pack.positionOn, recordedBy: null });

const crumbs = [{ href: paths.manageExemplars(), text: 'Manage exemplars' }];

/** The national team's pages: designate, list, withdraw. */
export function manageExemplarRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, pack } = context;

  app.get('/workspace/exemplars', async (request, reply) => {
    requireCan(request, 'exemplar.designate');
    const exemplars = await listExemplars(
      database,
      { search: '', groupId: '', typeIds: null, states: exemplarStates },
      workingDay(context),
    );
    return sendPage(request, reply, {
      title: 'Manage exemplars',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      illustrative: exemplars.some((exemplar) => exemplar.illustrative),
      body: <ManageExemplarsPage exemplars={exemplars.map((exemplar) => managedOf(pack, exemplar))} />,
    });
  });

  app.get('/workspace/exemplars/new', (request, reply) => {
    requireCan(request, 'exemplar.designate');
    return sendDesignate(request, reply, context, { typed: {}, matches: [], errors: [] });
  });

  app.post('/workspace/exemplars/new', (request, reply) => designate(request, reply, context));

  app.get<{ Params: { id: string } }>('/workspace/exemplars/:id/withdraw', async (request, reply) => {
    requireCan(request, 'exemplar.designate');
    const exemplar = await getLiveExemplar(context, request.params.id);
    return sendWithdraw(request, reply, context, exemplar, '', []);
  });

  app.post<{ Params: { id: string } }>('/workspace/exemplars/:id/withdraw', async (request, reply) => {
    const actor = requireCan(request, 'exemplar.designate');
    const exemplar = await getLiveExemplar(context, request.params.id);
    const form = parseWithdrawalForm(postedForm(request.body));
    if (form.kind === 'errors') {
      return sendWithdraw(request, reply, context, exemplar, typedText(form.typed, 'reason'), form.errors);
    }
    await withdraw(context, actor, exemplar.exemplarId, form.value.reason);
    return redirectWithSuccess(
      reply,
      paths.manageExemplars(),
      `“${exemplar.title}” is withdrawn and no longer in the public list.`,
    );
  });
}

async function designate(request: FastifyRequest, reply: FastifyReply, context: AppContext) {
  const { database, pack, clock, newId, config } = context;
  const actor = requireCan(request, 'exemplar.designate');
  const groupIds = pack.capabilityGroups.map(({ id }) => id);
  const form = parseDesignationForm(postedForm(request.body), groupIds);
  const typed = form.kind === 'errors' ? form.typed : typedDesignation(form.value);
  const errors = form.kind === 'errors' ? form.errors : [];
  const canLookUp = errors.every(({ field }) => field !== 'organisation');
  const choice = canLookUp ? await lookUp(context, typedText(typed, 'organisation')) : null;
  const unclear = choice?.kind === 'unclear' ? [{ field: 'organisation', message: choice.message }] : [];
  if (choice?.kind !== 'found' || form.kind === 'errors') {
    const matches = choice?.kind === 'unclear' ? choice.matches : [];
    return sendDesignate(request, reply, context, { typed, matches, errors: [...unclear, ...errors] });
  }
  const { groupId, title, reason } = form.value;
  const outcome = await designateExemplar(database, {
    exemplarId: newId(),
    organisationId: choice.organisationId,
    groupId,
    title,
    reason,
    illustrative: config.isDemonstration,
    personId: actor.personId,
    onBehalfOf: onBehalfOf(actor, 'exemplar.designate'),
    at: clock(),
  });
  if (outcome.kind === 'duplicate') {
    const errors = [duplicateOf(groupLabel(pack, groupId))];
    return sendDesignate(request, reply, context, { typed, matches: [], errors });
  }
  return redirectWithSuccess(
    reply,
    paths.exemplar(outcome.exemplarId),
    'The exemplar is designated. This is its public page.',
  );
}

function typedDesignation({ organisation, groupId, title, reason }: Designation): TypedForm {
  return { organisation, group: groupId, title, reason };
}

function duplicateOf(group: string): FieldError {
  return {
    field: 'group',
    message: `This organisation is an exemplar in ${group.toLowerCase()} already. Choose another group, or withdraw that one first`,
  };
}

async function withdraw(context: AppContext, actor: Actor, exemplarId: string, reason: string): Promise<void> {
  const outcome = await withdrawExemplar(context.database, {
    exemplarId,
    reason,
    personId: actor.personId,
    onBehalfOf: onBehalfOf(actor, 'exemplar.designate'),
    at: context.clock(),
  });
  if (outcome.kind !== 'withdrawn') {
    throw new ConflictError('Somebody else withdrew this exemplar a moment ago. Nothing was changed by you.', {
      href: paths.manageExemplars(),
      text: 'Go to the exemplars',
    });
  }
}

async function getLiveExemplar(context: AppContext, id: string): Promise<Exemplar> {
  const exemplar = await findExemplar(context.database, id, workingDay(context));
  if (exemplar === null) {
    throw new NotFoundError('There is no such exemplar. Go back to the list and choose one.', {
      href: paths.manageExemplars(),
      text: 'Go to the exemplars',
    });
  }
  if (!isLive(exemplar.state)) {
    throw new ConflictError('This exemplar is withdrawn already. Its public page says when and why.', {
      href: paths.manageExemplars(),
      text: 'Go to the exemplars',
    });
  }
  return exemplar;
}

const CANDIDATES = 50;

async function lookUp(context: AppContext, typed: string): Promise<OrganisationChoice> {
  const { database, pack } = context;
  const candidates = await listClosestOrganisations(database, pack.positionOn, { search: typed }, CANDIDATES);
  return chooseOrganisation(typed, candidates);
}

interface DesignateState {
  readonly typed: TypedForm;
  readonly matches: readonly Candidate[];
  readonly errors: readonly FieldError[];
}

function sendDesignate(request: FastifyRequest, reply: FastifyReply, context: AppContext, state: DesignateState) {
  const { errors } = state;
  return sendPage(request, reply, {
    title: 'Designate an exemplar',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    section: 'workspace',
    breadcrumbs: crumbs,
    body: <DesignatePage {...state} groups={groupChoices(context.pack)} />,
  });
}

function sendWithdraw(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  exemplar: Exemplar,
  reason: string,
  errors: readonly FieldError[],
) {
  return sendPage(request, reply, {
    title: 'Withdraw this exemplar',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    section: 'workspace',
    breadcrumbs: crumbs,
    illustrative: exemplar.illustrative,
    body: (
      <WithdrawPage
        title={exemplar.title}
        facts={factsOf(context.pack, exemplar, readDay({}, context))}
        reason={reason}
        errors={errors}
      />
    ),
  });
}
