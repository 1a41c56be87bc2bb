import type { FormReader } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import type { Decision } from './endorsement.ts';

/** What a person chooses, on the form and where it is asked again. */
export const choiceLabels: Readonly<Record<Decision, string>> = {
  endorse: 'Endorse',
  'endorse-with-conditions': 'Endorse with conditions',
  decline: 'Decline',
};

export interface DecisionRules<D extends Decision> {
  readonly offered: readonly D[];
  /** Of the conditions and of the reason, in characters. */
  readonly limit: number;
  /** Said where nothing is chosen, where conditions have no words, and where no reason is given to decline. */
  readonly words: { readonly choose: string; readonly conditions: string; readonly reason: string };
}

/**
 * Reads an organisation's decision: `decision`, `conditions` (needed with conditions) and `reason` (needed to decline). Of text
 * beside a choice that was not made it is asked which of the two is meant: dropped, a condition would be lost; kept, it would be
 * published though it was thought better of.
 */
export function readDecision<D extends Decision>(
  form: PostedForm,
  reader: FormReader,
  { offered, limit, words }: DecisionRules<D>,
): { readonly decision: D; readonly conditions: string } {
  const mayHaveConditions = offered.some((one) => one === 'endorse-with-conditions');
  const decision = reader.requiredChoice('decision', offered, words.choose);
  const conditions = mayHaveConditions ? reader.text('conditions', { label: 'The conditions', limit }) : '';
  const reason = reader.text('reason', { label: 'The reason', limit });
  const kept = keptText(decision, conditions, reason);
  if (form.decision === decision) {
    askWhichIsMeant(reader, decision, { conditions, reason });
  }
  if (decision === 'endorse-with-conditions' && kept === '') {
    reader.fail('conditions', words.conditions);
  }
  if (decision === 'decline' && kept === '') {
    reader.fail('reason', words.reason);
  }
  return { decision, conditions: kept };
}

/** A decision as it would have been typed, to fill its form again. */
export function typedDecision(decision: Decision, conditions: string): Readonly<Record<string, string>> {
  const isDeclined = decision === 'decline';
  return { decision, conditions: isDeclined ? '' : conditions, reason: isDeclined ? conditions : '' };
}

function askWhichIsMeant(
  reader: FormReader,
  decision: Decision,
  typed: { readonly conditions: string; readonly reason: string },
): void {
  const chosen = choiceLabels[decision];
  if (decision !== 'endorse-with-conditions' && typed.conditions !== '') {
    const message = `You chose “${chosen}” and typed conditions. Choose “${choiceLabels['endorse-with-conditions']}”, or take the conditions out`;
    reader.fail('conditions', message);
  }
  if (decision !== 'decline' && typed.reason !== '') {
    const message = `You chose “${chosen}” and typed a reason to decline. Choose “${choiceLabels.decline}”, or take the reason out`;
    reader.fail('reason', message);
  }
}

function keptText(decision: Decision, conditions: string, reason: string): string {
  switch (decision) {
    case 'endorse':
      return '';
    case 'endorse-with-conditions':
      return conditions;
    case 'decline':
      return reason;
  }
}
