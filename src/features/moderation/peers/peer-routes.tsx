import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { ForbiddenError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { actingOn, assessmentAddresses, framing } from '../../assessment/index.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { requireCan } from '../../identity/index.ts';
import { LinksPage, peopleContext, type TypedPerson } from '../../people/index.ts';
import { findNamedScope } from '../../search/index.ts';
import { decideModeration } from '../moderation-state.ts';
import { type ModeratedReturn, requireModerated } from '../require-moderated.ts';
import { crumbsTo, openedAgain } from '../require-moderator.ts';
import { listInvitations } from './invitation-repository.ts';
import { invitationRoutes } from './invitation-routes.tsx';
import { type InvitePeerOutcome, invitePeer } from './invite-peer.ts';
import { parsePeer } from './parse-peer-forms.ts';
import { PeersPage, peersTitle } from './views/peers-page.tsx';
import { peerLines } from './views/peers-view.ts';

/** Inviting somebody of another organisation to check a signed return, and what they answer. */
export function peerRoutes(app: FastifyInstance, context: AppContext): void {
  invitationRoutes(app, context);
  for (const assessment of assessmentAddresses) {
    app.get(`${assessment}/peers`, async (request, reply) =>
      sendPeers(request, reply, context, await requireInviter(request, context)),
    );
    app.post(`${assessment}/peers`, (request, reply) => inviteOne(request, reply, context));
  }
}

/** The signed return of an address, for somebody by whom peers are invited in this programme. */
async function requireInviter(request: FastifyRequest, context: AppContext): Promise<ModeratedReturn> {
  const moderated = await requireModerated(request, context);
  requireCan(request, 'assessment.invite-peer', moderated.assessed.subject);
  if (!moderated.mayInvite) {
    throw new ForbiddenError('In this programme peers are not invited by your role.', {
      href: moderationOf(moderated),
      text: 'Go to the moderation',
    });
  }
  return moderated;
}

function moderationOf({ assessed: { addressKey, round, setting } }: ModeratedReturn): string {
  return paths.moderation(addressKey, round.id, setting);
}

interface Sent {
  readonly typed: TypedForm;
  readonly errors: readonly FieldError[];
  readonly status: number;
}

async function sendPeers(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  moderated: ModeratedReturn,
  { typed, errors, status }: Sent = { typed: {}, errors: [], status: 200 },
): Promise<FastifyReply> {
  const { assessed, key } = moderated;
  const invitations = await listInvitations(database, key);
  const ids = invitations.map(({ peer }) => peer.organisationId);
  const names = await listOrganisationsById(database, ids, pack.positionOn);
  return sendPage(request, reply, {
    ...framing(assessed, peersTitle, errors, status),
    breadcrumbs: [...crumbsTo(moderated), { href: moderationOf(moderated), text: 'Moderation' }],
    body: (
      <PeersPage
        organisation={assessed.heading}
        lines={peerLines(assessed, invitations, names)}
        whyNot={whyNobody(moderated)}
        sendsMail={request.server.letters !== null}
        digest={key.digest}
        typed={typed}
        errors={errors}
        back={moderationOf(moderated)}
      />
    ),
  });
}

/** Why nobody can be invited now. Whoever is bound to the organisation chooses nobody to check it. */
function whyNobody({ isStanding, whyNot, moderation }: ModeratedReturn): string {
  if (!isStanding) {
    return 'This document counts no more, so nobody is invited to check it.';
  }
  const step = decideModeration('check', { ...moderation, isAllRead: true, isInTime: true });
  return step.kind === 'refused' ? `${step.reason}.` : whyNot;
}

async function inviteOne(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const moderated = await requireInviter(request, context);
  const { database, pack, clock } = context;
  const parsed = parsePeer(postedForm(request.body));
  const { typed } = parsed;
  const again = async (errors: readonly FieldError[], status: number) =>
    sendPeers(request, reply, context, await requireInviter(request, context), { typed, errors, status });
  if (parsed.kind === 'errors') {
    return again(parsed.errors, 422);
  }
  const { person, place, message, digest } = parsed.value;
  const found = await findNamedScope(database, 'organisation', place, pack.positionOn);
  if (found.kind !== 'found') {
    const unknown = `There is no organisation “${place}”. Enter its name or code, such as RL4`;
    return again([{ field: 'place', message: found.kind === 'unclear' ? found.message : unknown }], 422);
  }
  const why = whyNobody(moderated);
  if (why !== '') {
    return again([{ field: 'email', message: `${why} Nothing was changed` }], 409);
  }
  const { assessed, key } = moderated;
  const outcome = await invitePeer(
    database,
    peopleContext(request.server, context),
    {
      ...{ key: { ...key, digest }, roundId: assessed.round.id, roundLabel: assessed.round.label },
      ...{ name: assessed.heading, person, peerOrganisationId: found.scope.scopeId, message },
    },
    actingOn(assessed, 'assessment.invite-peer', clock()),
  );
  return outcome.kind === 'done'
    ? sendInvited(request, reply, moderated, person, outcome)
    : again([refusalOf(outcome)], outcome.kind === 'refused' ? 422 : 409);
}

function refusalOf(outcome: Exclude<InvitePeerOutcome, { readonly kind: 'done' }>): FieldError {
  return outcome.kind === 'refused'
    ? { field: outcome.field, message: `${outcome.reason}. Nothing was changed` }
    : { field: 'email', message: `${openedAgain}. Nothing was changed` };
}

/** Without a mail server a link is shown, once, to be passed on. */
function sendInvited(
  request: FastifyRequest,
  reply: FastifyReply,
  { assessed }: ModeratedReturn,
  person: TypedPerson,
  { link }: InvitePeerOutcome & { readonly kind: 'done' },
) {
  const peers = paths.peers(assessed.addressKey, assessed.round.id, assessed.setting);
  const hasMail = request.server.letters !== null;
  if (link !== null && !hasMail) {
    return sendPage(request, reply.header('cache-control', 'no-store'), {
      ...framing(assessed, 'Link to pass on'),
      body: <LinksPage links={[{ ...person, link }]} next={{ href: peers, text: 'Go to the peers' }} />,
    });
  }
  const told = hasMail ? ', and told by e-mail' : '. No mail server is set up: tell them';
  return redirectWithSuccess(reply, peers, `${person.name} is invited${told}`);
}
