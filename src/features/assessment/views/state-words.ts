import { formatDate, sentenceStart } from '../../../views/format.ts';
import type { TagColour } from '../../../views/tag.tsx';
import type { ResultsDay } from '../../programme/index.ts';
import type { AssessmentState } from '../assessment.ts';

interface StateWords {
  readonly label: string;
  readonly colour: TagColour;
  /** What the state means for the people who work on the assessment: who signs it, within a sentence, and when its result is public. */
  readonly meaning: (who: string, results: ResultsDay) => string;
}

/**
 * The words for a state where so many questions are answered: what is answered once for several care settings, or taken from another organisation,
 * is answered before anything is here.
 */
export function wordsFor(state: AssessmentState, answeredCount: number): StateWords {
  return stateWords[state === 'not-started' && answeredCount > 0 ? 'in-progress' : state];
}

/** How each state is said on pages. */
export const stateWords: Readonly<Record<AssessmentState, StateWords>> = {
  // Of the organisation itself the service does not know whether it has started.
  'not-started': {
    label: 'Nothing answered yet',
    colour: 'grey',
    meaning: () => 'Nobody has answered a question here.',
  },
  'in-progress': { label: 'In progress', colour: 'blue', meaning: () => 'Answers can be given and changed.' },
  'awaiting-authorisation': {
    label: 'Waiting for authorisation',
    colour: 'yellow',
    meaning: (who) => `Answers are locked while ${who} of the organisation reads them.`,
  },
  submitted: {
    label: 'Submitted',
    colour: 'green',
    meaning: (who, results) =>
      `${sentenceStart(who)} has authorised the answers. They are locked for good, and the scores ${publicInWords(results)}.`,
  },
};

/** `are public`, or when they will be; goes on after what is public. */
export function publicInWords({ isPublic, on }: ResultsDay): string {
  if (isPublic) {
    return 'are public';
  }
  return on === null
    ? 'are provisional until a day is set on which all results of the round become public'
    : `are provisional until ${formatDate(on)}, when all results of the round become public`;
}
