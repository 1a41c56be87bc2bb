import { rolesFor } from '../identity/index.ts';
import type { LetterKind } from '../programme/index.ts';
import type { QueryPlace } from '../validation/index.ts';
import type { Happening } from './happening.ts';
import { type Audience, type NoticeDraft, officeWith, reviewersOf } from './notice-draft.ts';

/**
 * Whom to tell of a step in a query: those who reply for the organisation of what is asked and of its end, and of a reply its region and whoever of the
 * national team has asked. Nothing of what is written is in the letters, since more people read those than read queries.
 */
export function queryNotices({ by, detail }: Happening, place: QueryPlace): NoticeDraft[] {
  const { thread, href, name: organisation, about: question, round } = place;
  const step = thread.steps.find(({ number }) => number === detail.step);
  const known = { organisation, round: round.label, question, by };
  const draft = (kind: LetterKind, to: readonly Audience[]): NoticeDraft[] => [{ kind, to, href, known }];
  switch (step?.kind) {
    case 'open':
      return draft('return-queried', [repliersOf(place)]);
    case 'reply':
      return step.side === 'place'
        ? draft('query-replied', askersOf(place))
        : draft('return-queried', [repliersOf(place)]);
    case 'resolve':
    case 'withdraw':
      return draft('query-closed', [repliersOf(place)]);
    default:
      return [];
  }
}

function repliersOf({ organisationId }: QueryPlace): Audience {
  return { roles: rolesFor('assessment.reply'), scopeKind: 'organisation', scopeIds: [organisationId] };
}

function askersOf({ regionIds, thread }: QueryPlace): Audience[] {
  const personIds = thread.steps.filter(({ side }) => side === 'asker').map(({ by }) => by.personId);
  return [reviewersOf(regionIds), { ...officeWith(...rolesFor('assessment.query')), personIds }];
}
