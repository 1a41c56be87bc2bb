import type { TagColour } from '../../../views/tag.tsx';
import type { RoundScope, RoundState } from '../../programme/index.ts';

interface StateWords {
  readonly colour: TagColour;
  readonly meaning: string;
}

export const stateWords: Readonly<Record<RoundState, StateWords>> = {
  planned: { colour: 'grey', meaning: 'Nothing can be entered yet.' },
  open: { colour: 'blue', meaning: 'What is sent after the deadline is still taken, and counts as late.' },
  closed: { colour: 'white', meaning: 'Nothing more is taken.' },
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
