import type { TagColour } from '../../../views/tag.tsx';
import type { Round, RoundScope, RoundState } from '../../programme/index.ts';

export const stateColours: Readonly<Record<RoundState, TagColour>> = {
  planned: 'grey',
  open: 'blue',
  closed: 'white',
};

/** What a state means for those who are asked. */
export function stateMeaning(kind: Round['kind'], state: RoundState): string {
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
