import type { TagColour } from '../../../views/tag.tsx';
import type { AssessmentState } from '../assessment.ts';

interface StateWords {
  readonly label: string;
  readonly colour: TagColour;
  /** What the state means for the people who work on the assessment. */
  readonly meaning: string;
}

/** How each state is said on pages. */
export const stateWords: Readonly<Record<AssessmentState, StateWords>> = {
  'not-started': { label: 'Not started', colour: 'grey', meaning: 'Nobody has answered a question yet.' },
  'in-progress': { label: 'In progress', colour: 'blue', meaning: 'Answers can be given and changed.' },
  'awaiting-authorisation': {
    label: 'Waiting for authorisation',
    colour: 'yellow',
    meaning: 'Answers are locked while an executive of the organisation reads them.',
  },
  submitted: {
    label: 'Submitted',
    colour: 'green',
    meaning: 'An executive has authorised the answers. They are locked, and the scores are public.',
  },
  queried: {
    label: 'Queried',
    colour: 'orange',
    meaning: 'The national team has asked about an answer. Answers are locked, and the scores are public.',
  },
  validated: {
    label: 'Validated',
    colour: 'green',
    meaning: 'The national team has accepted the answers. They are locked, and the scores are public.',
  },
  published: {
    label: 'Published',
    colour: 'green',
    meaning: 'The scores are part of the published results of the round.',
  },
};
