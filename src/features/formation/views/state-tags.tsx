import { Tag, type TagColour } from '../../../views/tag.tsx';
import { type FormationState, formationStateLabels } from '../formation-state.ts';
import { type FormState, formStateLabels } from '../forms/form-state.ts';

const formationColours: Readonly<Record<FormationState, TagColour>> = {
  proposed: 'yellow',
  endorsed: 'aqua-green',
  active: 'green',
  succeeded: 'purple',
  closed: 'grey',
};

export function FormationTag({ state }: { state: FormationState }) {
  return <Tag text={formationStateLabels[state]} colour={formationColours[state]} />;
}

const formColours: Readonly<Record<FormState, TagColour>> = {
  writing: 'blue',
  'with-ccgs': 'yellow',
  'with-region': 'aqua-green',
  accepted: 'green',
  withdrawn: 'grey',
};

export function FormTag({ state }: { state: FormState }) {
  return <Tag text={formStateLabels[state]} colour={formColours[state]} />;
}
