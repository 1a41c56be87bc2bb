import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedList, typedText } from '../../../platform/forms/typed-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { listOrganisationsOfTypes, listWithDetails } from '../../directory/index.ts';
import { acting, can, listGrantsWithin, rolesFor } from '../../identity/index.ts';
import {
  askedOn,
  instrumentOfRound,
  organisationType,
  type Section,
  sectionsAnsweredOnce,
  typesAlike,
} from '../../programme/index.ts';
import { framing } from '../page-frame.ts';
import { type AssessedOrganisation, actingOn } from '../require-assessed-organisation.ts';
import { GroupPage } from '../views/group/group-page.tsx';
import { groupView } from '../views/group/group-view.ts';
import { type Partner, partnerChoices } from '../views/group/partner-choices.ts';
import { sectionsInWords } from '../views/group/sharing-words.ts';
import { directions, parseSharingForm, type SharingForm } from './parse-sharing-form.ts';
import { type ProposeOutcome, proposeSharing } from './propose-sharing.ts';
import { readNames, requireGroup, sectionsShared } from './require-group.ts';
import { listSharings } from './sharing-repository.ts';
import { sharingRoutes } from './sharing-routes.tsx';

const address = '/workspace/assessments/:code/:round/group';
const action = 'assessment.share';

/** With whom of its group an organisation answers together: proposing it, agreeing, ending it. */
export function groupRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => {
    const assessed = await requireGroup(request, context, 'assessment.read');
    return sendGroup(request, reply, context, assessed);
  });

  app.post(address, (request, reply) => propose(request, reply, context));
  sharingRoutes(app, context);
}

/** What is answered once for an organisation is what most groups share; of a questionnaire without it, all that may be. */
function proposedAtFirst({ instrument }: AssessedOrganisation, shared: readonly Section[]): Partial<SharingForm> {
  const once = sectionsAnsweredOnce(instrument).map(({ id }) => id);
  const first = shared.map(({ id }) => id).filter((id) => once.length === 0 || once.includes(id));
  return { sectionIds: first };
}

/** Organisations of the same kind that the round asks, the own one among them, each with where it lies. */
async function listAlike(
  { database, pack, clock }: AppContext,
  { organisation, round }: AssessedOrganisation,
): Promise<readonly Partner[]> {
  const types = typesAlike(pack, organisationType(pack, organisation.typeId)).filter(({ assessed }) => assessed);
  const day = askedOn(round, today(clock));
  const found = await listOrganisationsOfTypes(
    database,
    types.map(({ id }) => id),
    day,
  );
  return listWithDetails(database, found, day);
}

/** Ids of those of the organisations where somebody could agree to what is proposed. */
async function listAgreeing(
  { database }: Pick<AppContext, 'database'>,
  organisations: readonly Partner[],
): Promise<ReadonlySet<string>> {
  const roles = rolesFor(action);
  const ids = organisations.map(({ organisationId }) => organisationId);
  const grants = await listGrantsWithin(database, 'organisation', ids);
  return new Set(grants.filter(({ role }) => roles.includes(role)).map(({ scopeId }) => scopeId));
}

async function sendGroup(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  assessed: AssessedOrganisation,
  typed: Partial<SharingForm> | null = null,
  errors: readonly FieldError[] = [],
): Promise<FastifyReply> {
  const { database } = context;
  const { organisation, round } = assessed;
  const [alike, sharings] = await Promise.all([
    listAlike(context, assessed),
    listSharings(database, round.id, [organisation.organisationId]),
  ]);
  const shared = sectionsShared(context, assessed);
  const agreeingIds = await listAgreeing(context, alike);
  const [others, own] = [alike.filter((each) => !isOwn(assessed, each)), alike.find((each) => isOwn(assessed, each))];
  const view = groupView(assessed, {
    instrument: instrumentOfRound(context.pack, round.id),
    sharings,
    names: await readNames(context, sharings),
    askedIds: new Set(alike.map(({ organisationId }) => organisationId)),
    agreeingIds,
  });
  return sendPage(request, reply, {
    ...framing(assessed, 'Answering together', errors),
    body: (
      <GroupPage
        view={view}
        organisations={partnerChoices(own ?? { footprints: [], stps: [] }, others, agreeingIds)}
        sections={shared.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` }))}
        typed={typed ?? proposedAtFirst(assessed, shared)}
        errors={errors}
      />
    ),
  });
}

function isOwn({ organisation }: AssessedOrganisation, { organisationId }: Pick<Partner, 'organisationId'>): boolean {
  return organisationId === organisation.organisationId;
}

async function propose(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const { database, pack, newId, clock } = context;
  const assessed = await requireGroup(request, context, action);
  const { organisation, round, actor, addressKey } = assessed;
  const alike = (await listAlike(context, assessed)).filter((each) => !isOwn(assessed, each));
  const form = parseSharingForm(postedForm(request.body), {
    organisationIds: alike.map(({ organisationId }) => organisationId),
    directions,
    sectionIds: sectionsShared(context, assessed).map(({ id }) => id),
  });
  if (form.kind === 'errors') {
    return sendGroup(request, reply, context, assessed, typedAgain(form.typed), form.errors);
  }
  const { otherId, direction, sectionIds } = form.value;
  const own = organisation.organisationId;
  const of = { organisationIds: [otherId] };
  const by = actingOn(assessed, action, clock());
  const outcome = await proposeSharing(
    database,
    {
      pack,
      round,
      sharingId: newId(),
      actingFor: own,
      takerId: direction === 'take' ? own : otherId,
      giverId: direction === 'take' ? otherId : own,
      sectionIds,
      other: can(actor, action, of) ? acting(actor, action, of, clock()) : null,
    },
    by,
  );
  const other = alike.find(({ organisationId }) => organisationId === otherId)?.name ?? otherId;
  const page = paths.answeringTogether(addressKey, round.id);
  switch (outcome.kind) {
    case 'proposed':
      return redirectWithSuccess(reply, page, await proposedInWords(context, alike, { otherId, other }));
    case 'agreed':
      return redirectWithSuccess(reply, page, `${organisation.name} and ${other} answer together now`);
    default: {
      const nameOf = (id: string) => (id === own ? organisation.name : other);
      const names = { taker: nameOf(direction === 'take' ? own : otherId), nameOf };
      return sendGroup(request, reply, context, assessed, form.value, [whyRefused(context, assessed, outcome, names)]);
    }
  }
}

async function proposedInWords(
  context: AppContext,
  alike: readonly Partner[],
  { otherId, other }: { readonly otherId: string; readonly other: string },
): Promise<string> {
  const agreeing = await listAgreeing(
    context,
    alike.filter(({ organisationId }) => organisationId === otherId),
  );
  return agreeing.has(otherId)
    ? `${other} is asked to answer together`
    : `The proposal to ${other} is kept, but nobody holds a role there yet. Whom to ask is said below`;
}

function whyRefused(
  { pack }: AppContext,
  { round }: AssessedOrganisation,
  outcome: Exclude<ProposeOutcome, { kind: 'proposed' | 'agreed' }>,
  { taker, nameOf }: { readonly taker: string; readonly nameOf: (organisationId: string) => string },
): FieldError {
  switch (outcome.kind) {
    case 'closed':
      return { field: 'other', message: 'The round is not open, so nothing can be proposed' };
    case 'sent':
      return {
        field: 'direction',
        message: `${taker} has sent all of its assessment to be signed. Have it returned first, if it is not submitted yet`,
      };
    case 'not-alike': {
      const { sectionIds } = outcome;
      const sections = sectionsInWords(instrumentOfRound(pack, round.id), sectionIds);
      return {
        field: 'sections',
        message: `The two are not asked the same in ${sections}. Leave ${sectionIds.length === 1 ? 'it' : 'them'} out`,
      };
    }
    case 'takes-already':
      return {
        field: 'other',
        message: `${nameOf(outcome.organisationId)} takes answers from another organisation, or is asked to. That has to end first`,
      };
    case 'gives':
      return {
        field: 'direction',
        message: `${nameOf(outcome.organisationId)} gives answers to another organisation, and so cannot take any. That has to end first`,
      };
    case 'takes':
      return {
        field: 'direction',
        message: `${nameOf(outcome.organisationId)} takes answers from another organisation, and so cannot give any. That has to end first`,
      };
  }
}

function typedAgain(typed: TypedForm): Partial<SharingForm> {
  const direction = directions.find((each) => each === typedText(typed, 'direction'));
  return {
    otherId: typedText(typed, 'other'),
    sectionIds: typedList(typed, 'sections'),
    ...(direction === undefined ? {} : { direction }),
  };
}
