import { countOf } from '../../../views/format.ts';
import { type Actor, can } from '../../identity/index.ts';
import type { OpenModeration, PeerWork } from '../../moderation/index.ts';
import type { WorkItem } from '../work-item.ts';

export interface ModerationFactsOfPerson {
  /** What people are invited to check of other organisations; of others than the person it is left out. */
  readonly peerWork: readonly PeerWork[];
  /** The moderations in which they have checked answers, and that are not finished. */
  readonly openModerations: readonly OpenModeration[];
}

const nothing = { dueOn: null, waits: true, part: null, heldBy: null } as const;

/**
 * What somebody is invited to check of another organisation, to answer that first and then to check it; and what they have begun to check because they
 * look after it.
 */
export function moderationItems(actor: Actor, { peerWork, openModerations }: ModerationFactsOfPerson): WorkItem[] {
  const own = peerWork.filter(({ personId }) => personId === actor.personId);
  const asPeer = own.map(
    ({ invitationId, name, roundLabel, inviterName, isAccepted, href }): WorkItem => ({
      ...nothing,
      id: `peer-${invitationId}`,
      text: isAccepted
        ? `Check the answers of ${name}, “${roundLabel}”`
        : `Accept or decline to check the answers of ${name}, “${roundLabel}”`,
      href,
      hint: isAccepted ? 'You have accepted to check them as a peer' : `${inviterName} invites you as a peer`,
    }),
  );
  const begun = openModerations
    .filter(({ regionIds }) => can(actor, 'assessment.moderate', { regionIds }))
    .filter(({ href }) => asPeer.every((item) => item.href !== href))
    .map(
      ({ name, roundLabel, checked, href }): WorkItem => ({
        ...nothing,
        id: `open-moderation-${href}`,
        text: `Finish the moderation of ${name}, “${roundLabel}”`,
        href,
        hint: `${countOf(checked, 'answer')} checked so far. Nothing of it counts before it is finished`,
      }),
    );
  return [...asPeer, ...begun];
}
