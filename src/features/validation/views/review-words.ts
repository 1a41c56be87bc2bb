import { countOf, formatTime, listInWords } from '../../../views/format.ts';
import type { TagColour } from '../../../views/tag.tsx';
import { standingStep, type Thread, waitsForSide } from '../../threads/index.ts';
import { type ReturnReviewFacts, reviewStateOf, standingValidation } from '../review-state.ts';

export interface StateInWords {
  readonly label: string;
  readonly colour: TagColour;
  /** A sentence or more. */
  readonly meaning: string;
}

interface Reviewed extends ReturnReviewFacts {
  readonly queries: readonly Pick<Thread, 'steps'>[];
}

/** How far a signed return has come, and whom it waits for. */
export function reviewInWords(review: Reviewed): StateInWords {
  const standing = standingValidation(review);
  switch (reviewStateOf(review)) {
    case 'validated':
      return {
        label: 'Validated',
        colour: 'green',
        meaning: standing === null ? '' : `${standing.by.personName} validated it on ${formatTime(standing.at)}.`,
      };
    case 'queried':
      return { label: 'Queried', colour: 'yellow', meaning: `${waitingInWords(review.queries)}.` };
    case 'submitted':
      return { label: 'Signed', colour: 'blue', meaning: 'No query is open. The region has not validated it yet.' };
  }
}

/** `2 queries open: 1 waits for a reply, 1 has a reply to read`. */
export function waitingInWords(queries: readonly Pick<Thread, 'steps'>[]): string {
  const open = queries.filter((query) => standingStep(query).state === 'open');
  const forReply = open.filter((query) => waitsForSide(query) === 'place').length;
  const replied = open.length - forReply;
  const parts = [
    ...(forReply === 0 ? [] : [`${forReply} ${forReply === 1 ? 'waits' : 'wait'} for a reply`]),
    ...(replied === 0 ? [] : [`${replied} with a reply to read`]),
  ];
  return `${countOf(open.length, 'query', 'queries')} open: ${listInWords(parts)}`;
}

/** How one query stands. */
export function queryStateInWords(query: Pick<Thread, 'steps'>): Omit<StateInWords, 'meaning'> {
  switch (standingStep(query).state) {
    case 'open':
      return waitsForSide(query) === 'place'
        ? { label: 'Waits for a reply', colour: 'yellow' }
        : { label: 'Replied', colour: 'blue' };
    case 'resolved':
      return { label: 'Resolved', colour: 'green' };
    case 'withdrawn':
      return { label: 'Withdrawn', colour: 'grey' };
  }
}
