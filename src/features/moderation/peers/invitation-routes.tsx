import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { ForbiddenError, NotFoundError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { actingOn, assessmentAddresses, framing } from '../../assessment/index.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { requireCan } from '../../identity/index.ts';
import { listSignedDocuments, type SignedKey } from '../../return-documents/index.ts';
import { crumbsTo, openedAgain } from '../require-moderator.ts';
import type { PeerAction, PeerInvitation } from './invitation.ts';
import { findInvitation } from './invitation-repository.ts';
import { mayInvitePeers } from './may-invite-peers.ts';
import { parsePeerStep } from './parse-peer-forms.ts';
import { type Invited, requireInvited } from './require-invited.ts';
import { takePeerStep } from './take-peer-step.ts';
import { PeerPage, peerTitle } from './views/peer-page.tsx';
import { peerView } from './views/peers-view.ts';

/** One invitation to check a signed return, for whoever is invited and those who invite. */
export function invitationRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/peers/:invitation`;
    app.get(address, async (request, reply) =>
      sendPeer(request, reply, context, await requireInvitation(request, context)),
    );
    app.post(address, (request, reply) => takeStep(request, reply, context));
  }
}

interface ReadInvitation extends Invited {
  readonly invitation: PeerInvitation;
  readonly key: SignedKey;
  readonly isStanding: boolean;
  readonly mayInvite: boolean;
}

async function requireInvitation(request: FastifyRequest, context: AppContext): Promise<ReadInvitation> {
  const { invitation: id } = request.params as { readonly invitation: string };
  const isAsked = ({ invitationId }: PeerInvitation) => invitationId === id;
  const invited = await requireInvited(request, context, 'assessment.read-invitation', isAsked);
  const { assessed } = invited;
  const { assessment } = assessed;
  const invitation = assessment === null ? null : await findInvitation(context.database, assessment, id);
  const documents = assessment === null ? [] : await listSignedDocuments(context.database, assessment);
  const document = documents.find(({ digest }) => digest === invitation?.digest);
  if (invitation === null || document === undefined || assessment === null) {
    throw new NotFoundError('There is no such invitation.', { href: paths.workspace(), text: 'Go to My work' });
  }
  const { organisationId, assessmentId } = assessment;
  return {
    ...invited,
    invitation,
    key: { organisationId, assessmentId, digest: invitation.digest },
    isStanding: document.reopening === null && document.correction === null,
    mayInvite: mayInvitePeers(context.pack, assessed),
  };
}

interface Sent {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly status: number;
}

async function sendPeer(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  read: ReadInvitation,
  { reason, errors, status }: Sent = { reason: '', errors: [], status: 200 },
): Promise<FastifyReply> {
  const { assessed, invitation, key, isPeer } = read;
  const names = await listOrganisationsById(database, [invitation.peer.organisationId], pack.positionOn);
  return sendPage(request, reply, {
    ...framing(assessed, peerTitle, errors, status),
    breadcrumbs: crumbsTo(read),
    body: (
      <PeerPage
        organisation={assessed.heading}
        view={peerView(assessed, invitation, names, { ...read, isPeer })}
        digest={key.digest}
        reason={reason}
        errors={errors}
      />
    ),
  });
}

const needs = {
  accept: 'assessment.answer-invitation',
  decline: 'assessment.answer-invitation',
  withdraw: 'assessment.invite-peer',
} as const satisfies Record<PeerAction, string>;

const doneInWords = {
  accept: 'You have accepted the invitation. You can check the answers now',
  decline: 'You have declined the invitation, and those who invited you are told',
  withdraw: 'The invitation is withdrawn, and the person is told',
} as const satisfies Record<PeerAction, string>;

async function takeStep(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const read = await requireInvitation(request, context);
  const { assessed, invitation, key, mayInvite } = read;
  const posted = postedForm(request.body);
  const parsed = parsePeerStep(posted);
  const again = async (errors: readonly FieldError[], status: number) =>
    sendPeer(request, reply, context, await requireInvitation(request, context), {
      ...{ reason: textOf(posted, 'reason'), errors, status },
    });
  if (parsed.kind === 'errors') {
    return again(parsed.errors, 422);
  }
  const { action, reason } = parsed.value;
  requireCan(request, needs[action], assessed.subject);
  if (action === 'withdraw' && !mayInvite) {
    throw new ForbiddenError('In this programme peers are not invited by your role.');
  }
  const { name } = assessed.organisation;
  const outcome = await takePeerStep(
    context.database,
    { key, roundId: assessed.round.id, name, invitationId: invitation.invitationId, action, reason },
    actingOn(assessed, needs[action], context.clock()),
  );
  if (outcome.kind !== 'done') {
    const why = outcome.kind === 'refused' ? outcome.reason : openedAgain;
    return again([{ field: 'reason', message: `${why}. Nothing was changed` }], 409);
  }
  const { addressKey, round, setting } = assessed;
  const to = {
    accept: paths.moderation(addressKey, round.id, setting),
    decline: paths.workspace(),
    withdraw: paths.peers(addressKey, round.id, setting),
  };
  return redirectWithSuccess(reply, to[action], doneInWords[action]);
}
