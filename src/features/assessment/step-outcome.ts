import type { StateDecision } from './assessment-state.ts';

type Refusal = Extract<StateDecision, { kind: 'refused' }>;

/** What came of a step that changes an assessment's state. */
export type StepOutcome = { readonly kind: 'ok' } | Refusal;

export function refusal(code: Refusal['code'], reason: string): Refusal {
  return { kind: 'refused', code, reason };
}
