import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { formatDate } from '../../../views/format.ts';
import type { TagColour } from '../../../views/tag.tsx';
import type { ResultsDay, Round, RoundScope, RoundState } from '../../programme/index.ts';
import type { PlanFault } from '../planned-round.ts';

export const stateColours: Readonly<Record<RoundState, TagColour>> = {
  planned: 'grey',
  open: 'blue',
  closed: 'white',
};

/** What a state means for those who are asked. */
export function stateMeaning({ kind, waitsForActivation }: Round, state: RoundState): string {
  if (waitsForActivation && state === 'planned') {
    return 'Its questionnaire has not been activated: it does not open before that, and nothing can be entered.';
  }
  switch (state) {
    case 'planned':
      return 'Nothing can be entered yet.';
    case 'open':
      return 'What is sent after the deadline is still taken, and counts as late.';
    case 'closed':
      return kind === 'assessment'
        ? 'Nothing more is taken.'
        : 'No roadmap can be begun, and no first version submitted. What was submitted goes on.';
  }
}

/** When everybody may read what a round came to. */
export function resultsInWords({ isPublic, on }: ResultsDay): string {
  if (on === null) {
    return isPublic ? 'Each is public from the moment it is signed' : 'Not public. No day is set for them yet';
  }
  return isPublic ? `Public since ${formatDate(on)}` : `All of them are public from ${formatDate(on)}`;
}

/** What is wrong with a plan or a deadline beside other rounds, at the field where it is mended. */
export const planFaults: Readonly<Record<PlanFault, FieldError>> = {
  'name-taken': {
    field: 'label',
    message: 'There is a round whose name has the same letters and numbers. Give it another',
  },
  'baseline-gone': { field: 'baseline-round', message: 'This round of assessment was withdrawn. Choose another' },
  'baseline-late': {
    field: 'due-on',
    message: 'The deadline must not be before that of the round that the baseline is taken from',
  },
  'after-a-plan': {
    field: 'due-on',
    message: 'The deadline must not be after that of a planning round that takes its baseline from this round',
  },
};

const scopeKinds: Readonly<Record<RoundScope['kind'], string>> = {
  all: 'Everybody',
  region: 'One region',
  footprint: 'One footprint',
  organisation: 'One organisation',
};

export { scopeKinds as scopeKindLabels };

/** For whom, e.g. `Everybody` or `London`. */
export function scopeInWords({ kind, name }: RoundScope): string {
  return kind === 'all' ? scopeKinds.all : name;
}
