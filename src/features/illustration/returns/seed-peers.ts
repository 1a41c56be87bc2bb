import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { findOrganisationId } from '../../directory/index.ts';
import { listInvitations, recordInvitation, takePeerStep } from '../../moderation/index.ts';
import type { AnswersIllustration, DemonstrationPersona } from '../illustration.ts';
import { actingAsPersona } from '../invented-people.ts';
import { findSignedReturn } from './find-signed-return.ts';

/** Has invented people invited to check what other organisations signed. A return about which anybody was invited already stays as it is. */
export async function seedPeers(
  context: AppContext,
  { peers }: AnswersIllustration,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const { database, clock } = context;
  const due = peers.filter(({ on }) => on <= today(clock));
  for (const invited of Map.groupBy(due, ({ round, of }) => `${round} ${of}`).values()) {
    const [first] = invited;
    const signed = first === undefined ? null : await findSignedReturn(context, first);
    if (signed !== null && (await listInvitations(database, signed)).length === 0) {
      for (const each of invited) {
        await seedPeer(context, each, signed, people);
      }
    }
  }
}

async function seedPeer(
  { database, pack, newId }: AppContext,
  { round: roundId, by, on, peer, from, says, acceptedOn }: AnswersIllustration['peers'][number],
  { name, organisationId, assessmentId, digest }: NonNullable<Awaited<ReturnType<typeof findSignedReturn>>>,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const key = { organisationId, assessmentId, digest };
  const invitationId = newId();
  const peerOrganisation = await findOrganisationId(database, from, pack.positionOn);
  if (peerOrganisation === null) {
    throw new Error(`The illustrative peer ${peer} comes from no organisation`);
  }
  const invited = { personId: `persona-${peer}`, organisationId: peerOrganisation };
  await database
    .transaction()
    .execute((transaction) =>
      recordInvitation(
        transaction,
        { key, invitationId, peer: invited, message: says, isTold: false },
        actingAsPersona(by, on, people),
      ),
    );
  if (acceptedOn !== undefined) {
    const step = { key, roundId, name, invitationId, action: 'accept', reason: '' } as const;
    const accepted = await takePeerStep(database, step, actingAsPersona(peer, acceptedOn, people));
    if (accepted.kind !== 'done') {
      throw new Error(`The illustrative peer ${peer} could not accept: ${accepted.kind}`);
    }
  }
}
