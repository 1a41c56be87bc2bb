import { type FormOutcome, readForm } from '../../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../../platform/forms/posted-form.ts';
import { degrees, type Risk, riskStates } from './risk.ts';

export interface RiskForm extends Omit<Risk, 'id'> {
  readonly revision: number;
}

/** The longest text of one field of a risk, in characters. */
export const riskTextLimit = 2_000;

/** Reads one risk: `title`, `description`, `likelihood`, `impact`, `mitigation`, `owner`, `state` and `revision`. */
export function parseRiskForm(form: PostedForm): FormOutcome<RiskForm> {
  const reader = readForm(form);
  const required = 'Enter what could go wrong, like “A supplier leaves the market”';
  const value = {
    title: reader.line('title', { label: 'What could go wrong', limit: 200, required }),
    description: reader.text('description', { label: 'The description', limit: riskTextLimit }),
    likelihood: reader.requiredChoice('likelihood', degrees, 'Select how likely it is'),
    impact: reader.requiredChoice('impact', degrees, 'Select how much harm it would do'),
    mitigation: reader.text('mitigation', { label: 'What is done about it', limit: riskTextLimit }),
    owner: reader.line('owner', { label: 'The owner', limit: 200 }),
    state: reader.requiredChoice('state', riskStates, 'Select whether the risk is open, accepted or closed'),
    revision: reader.revision(),
  };
  return reader.outcome(value);
}
