import type { Choice } from '../../../../views/forms/fields.tsx';
import type { Colleague } from '../../../people/index.ts';

/** Somebody to choose, told apart from others of the same name. */
export function choiceOf({ personId, name, email, isInvited }: Colleague): Choice {
  return { value: personId, label: `${name} (${email})${isInvited ? ', invited' : ''}` };
}
