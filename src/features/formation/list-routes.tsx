import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { ForbiddenError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { commissionerTypeOn, listTypesOn, listWithDetails, typeOf } from '../directory/index.ts';
import { type Actor, acting, can, requireActor } from '../identity/index.ts';
import { listClosestOrganisations } from '../search/index.ts';
import { parseFootprintProposal } from './decisions/parse-decisions.ts';
import { subjectOfCase } from './formation-place.ts';
import { listOrganisationsOn } from './forms/members-on-record-repository.ts';
import { proposeFootprint } from './propose-footprint.ts';
import { listCases } from './read-formation.ts';
import { ListPage } from './views/list-page.tsx';
import { type PlacedCommissioner, ProposePage } from './views/propose-page.tsx';

/** The list of footprints a person has a part in, and proposing a new one. */
export function listRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/footprints', async (request, reply) => {
    const actor = requireActor(request);
    const cases = await listCases(context.database, context.pack.positionOn);
    const mine = cases.filter((one) => can(actor, 'formation.read', subjectOfCase(one, 'formation.read')));
    return sendPage(request, reply, {
      title: 'Footprint forms',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      illustrative: mine.some(({ form }) => form?.illustrative === true),
      body: <ListPage cases={mine} mayPropose={await mayPropose(context, actor)} />,
    });
  });

  app.get('/workspace/footprints/new', async (request, reply) => {
    const proposer = await requireProposer(context, request);
    return sendPropose(context, request, reply, proposer, { typed: {}, errors: [] });
  });

  app.post('/workspace/footprints/new', async (request, reply) => {
    const proposer = await requireProposer(context, request);
    const parsed = parseFootprintProposal(postedForm(request.body));
    if (parsed.kind === 'errors') {
      return sendPropose(context, request, reply, proposer, parsed);
    }
    const { name, leadCode } = parsed.value;
    const own = proposer.own.find(({ code }) => code === leadCode);
    if (!proposer.isNational && own === undefined) {
      throw new ForbiddenError('You can propose a footprint only for a commissioner whose executive you are.');
    }
    const subject = own === undefined ? {} : { organisationIds: [own.organisationId] };
    const by = acting(proposer.actor, 'formation.edit', subject, context.clock());
    const outcome = await proposeFootprint(context, { name, leadCode }, by);
    if (outcome.kind === 'refused') {
      const errors = [{ field: outcome.field, message: outcome.reason }];
      return sendPropose(context, request, reply, proposer, { typed: { name, lead: leadCode }, errors });
    }
    const text = `The form of ${name} is begun. Say who takes part and who answers for it`;
    return redirectWithSuccess(reply, paths.formation(outcome.slug), text);
  });
}

interface Proposer {
  readonly actor: Actor;
  /** Commissioners whose executive the person is. */
  readonly own: readonly PlacedCommissioner[];
  /** True for those who may propose for any commissioner. */
  readonly isNational: boolean;
}

async function requireProposer(context: AppContext, request: FastifyRequest): Promise<Proposer> {
  const actor = requireActor(request);
  const proposer = await readProposer(context, actor);
  if (!proposer.isNational && proposer.own.length === 0) {
    throw new ForbiddenError('Only the executive of a commissioner or the programme manager can propose a footprint.');
  }
  return proposer;
}

async function mayPropose(context: AppContext, actor: Actor): Promise<boolean> {
  const { own, isNational } = await readProposer(context, actor);
  return isNational || own.length > 0;
}

async function readProposer({ database, pack }: AppContext, actor: Actor): Promise<Proposer> {
  const mine = actor.grants
    .filter(({ scopeKind }) => scopeKind === 'organisation')
    .map(({ scopeId }) => scopeId)
    .filter((id) => can(actor, 'formation.endorse', { organisationIds: [id] }));
  const found = mine.length === 0 ? [] : await listOrganisationsOn(database, mine, pack.positionOn);
  const commissioners = found.filter(({ typeId }) => typeId === commissionerTypeOn(pack.positionOn));
  const own = await listWithDetails(database, commissioners, pack.positionOn);
  return { actor, own, isNational: can(actor, 'formation.edit') };
}

const COMMISSIONERS_SHOWN = 20;

async function sendPropose(
  { database, pack }: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  { actor, own, isNational }: Proposer,
  { typed, errors }: { readonly typed: TypedForm; readonly errors: readonly FieldError[] },
): Promise<FastifyReply> {
  const type = commissionerTypeOn(pack.positionOn);
  const find = isNational ? textOf(postedForm(request.query), 'find').slice(0, 100) : null;
  const wanted = { search: find ?? '', type };
  const isThereAny = find === null || (await listTypesOn(database, [type], pack.positionOn)).has(type);
  const found =
    wanted.search === '' ? [] : await listClosestOrganisations(database, pack.positionOn, wanted, COMMISSIONERS_SHOWN);
  return sendPage(request, reply, {
    title: 'Propose a new footprint',
    section: 'workspace',
    breadcrumbs: [
      { href: paths.workspace(), text: 'My work' },
      { href: paths.formations(), text: 'Footprint forms' },
    ],
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    body: (
      <ProposePage
        commissioners={find === null ? own : found}
        kind={typeOf(pack, wanted.type).labelPlural.toLowerCase()}
        find={find}
        isThereAny={isThereAny}
        mayImport={can(actor, 'directory.import')}
        typed={typed}
        errors={errors}
      />
    ),
  });
}
