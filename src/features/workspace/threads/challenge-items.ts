import { dayBefore } from '../../../platform/days.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { type Actor, can } from '../../identity/index.ts';
import type { ChallengeWork } from '../../moderation/index.ts';
import type { WorkItem } from '../work-item.ts';

/**
 * Finished moderations: challenges wait for whoever checks returns, but for those who found it, made it, or hold a role for the organisation; what can be
 * challenged still is there for its organisation to look at.
 */
export function challengeItems(actor: Actor, moderations: readonly ChallengeWork[]): WorkItem[] {
  return moderations.flatMap((one) => {
    const { organisationId, regionIds, name, roundLabel, before, unchallenged, href, open } = one;
    const nothing = { part: null, heldBy: null };
    const isOwn = actor.grants.some(({ scopeId }) => scopeId === organisationId);
    const answering = isOwn || !can(actor, 'assessment.answer-challenge', { regionIds }) ? [] : open;
    const items = answering
      .filter(({ finderId, challengerId }) => ![finderId, challengerId].includes(actor.personId))
      .map(
        (challenge): WorkItem => ({
          ...nothing,
          id: `challenge-${challenge.href}`,
          text: `Answer the challenge about ${challenge.questionId}: ${name}, “${roundLabel}”`,
          href: challenge.href,
          hint: `${challenge.challengerName} challenged it on ${formatDate(challenge.challengedOn)}`,
          dueOn: null,
          waits: true,
        }),
      );
    const mayChallenge = before !== null && can(actor, 'assessment.challenge', { organisationIds: [organisationId] });
    return mayChallenge
      ? [
          ...items,
          {
            ...nothing,
            id: `moderation-${href}`,
            text: `Read what a check from outside found: ${name}, “${roundLabel}”`,
            href,
            hint: `${countOf(unchallenged, 'answer')} found otherwise. You can challenge that until ${formatDate(dayBefore(before))}`,
            dueOn: dayBefore(before),
            waits: false,
          },
        ]
      : items;
  });
}
