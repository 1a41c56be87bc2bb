import { paths } from '../../../paths.ts';
import { countOf, formatDate } from '../../../views/format.ts';
import { type Actor, can } from '../../identity/index.ts';
import { standingStep, waitsForSide } from '../../threads/index.ts';
import type { QueryPlace } from '../../validation/index.ts';
import type { WorkItem } from '../work-item.ts';
import type { ReturnFact } from './gather-threads.ts';

/** Open queries: those asked wait for whoever replies, those with a reply for the region and for whoever asked. */
export function queryItems(actor: Actor, queries: readonly QueryPlace[]): WorkItem[] {
  return queries.flatMap((place) => {
    const { thread, name, round, about, href } = place;
    const { by, at } = standingStep(thread);
    const item = (text: string, hint: string): WorkItem => ({
      id: `query-${thread.threadId}`,
      text,
      href,
      hint,
      dueOn: null,
      waits: true,
      part: null,
      heldBy: null,
    });
    return [
      ...(mustReply(actor, place)
        ? [
            item(
              `Reply to a query about ${about}: ${name}, “${round.label}”`,
              `${by.personName} asked on ${formatDate(at)}`,
            ),
          ]
        : []),
      ...(mustRead(actor, place)
        ? [
            item(
              `Read the reply about ${about}: ${name}, “${round.label}”`,
              `${by.personName} replied on ${formatDate(at)}`,
            ),
          ]
        : []),
    ];
  });
}

function mustReply(actor: Actor, { thread, organisationId }: QueryPlace): boolean {
  return waitsForSide(thread) === 'place' && can(actor, 'assessment.reply', { organisationIds: [organisationId] });
}

function mustRead(actor: Actor, { thread, regionIds }: QueryPlace): boolean {
  const hasAsked = thread.steps.some(({ side, by }) => side === 'asker' && by.personId === actor.personId);
  return (
    waitsForSide(thread) === 'asker' &&
    (can(actor, 'assessment.validate', { regionIds }) || (hasAsked && can(actor, 'assessment.query', { regionIds })))
  );
}

/** The signed returns that somebody can validate, as one thing to do. */
export function validationItem(actor: Actor, returns: readonly ReturnFact[]): WorkItem[] {
  const own = returns.filter(({ regionIds }) => can(actor, 'assessment.validate', { regionIds }));
  return own.length === 0
    ? []
    : [
        {
          id: 'validate-returns',
          text: 'Look at signed returns, and validate them',
          href: paths.signedReturns({}),
          hint: `${countOf(own.length, 'return')} of your region not validated, with no query open`,
          dueOn: null,
          waits: true,
          part: null,
          heldBy: null,
        },
      ];
}
