import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FormAction,
  type FormFacts,
  type FormState,
  formActions,
  formStates,
  formTransitions,
  nextFormState,
} from './form-state.ts';

const clear: FormFacts = { blockerCount: 0, outstandingCount: 0 };

const action: fc.Arbitrary<FormAction> = fc.record({
  kind: fc.constantFrom(...formActions),
  reason: fc.constantFrom('', '  ', 'A council is missing'),
});
const facts: fc.Arbitrary<FormFacts> = fc.record({
  blockerCount: fc.nat({ max: 2 }),
  outstandingCount: fc.nat({ max: 2 }),
});

describe('nextFormState', () => {
  it('leads from writing to acceptance', () => {
    const way = (['put', 'complete', 'accept'] as const).reduce<FormState>((state, kind) => {
      const decision = nextFormState(state, { kind, reason: '' }, clear);
      return decision.kind === 'ok' ? decision.state : state;
    }, 'writing');
    expect(way).toBe('accepted');
  });

  it.each([
    ['writing', 'put', { blockerCount: 1, outstandingCount: 0 }, 'no-blockers'],
    ['with-ccgs', 'complete', { blockerCount: 0, outstandingCount: 1 }, 'all-endorsed'],
    ['with-region', 'accept', { blockerCount: 2, outstandingCount: 0 }, 'no-blockers'],
    ['with-region', 'accept', { blockerCount: 0, outstandingCount: 1 }, 'all-endorsed'],
    ['with-region', 'send-back', clear, 'reason'],
    ['with-ccgs', 'take-back', clear, 'reason'],
    ['with-ccgs', 'accept', clear, 'not-from-this-state'],
    ['accepted', 'withdraw', clear, 'not-from-this-state'],
  ] as const)('%s refuses %s: %o', (state, kind, known, code) => {
    expect(nextFormState(state, { kind, reason: '' }, known)).toMatchObject({ kind: 'refused', code });
  });

  it('never leaves a settled form, and accepts none that has blockers or endorsements outstanding', () => {
    fc.assert(
      fc.property(fc.constantFrom(...formStates), action, facts, (state, step, known) => {
        const decision = nextFormState(state, step, known);
        if (decision.kind === 'refused') {
          expect(decision.reason).not.toBe('');
          return;
        }
        expect(state === 'accepted' || state === 'withdrawn').toBe(false);
        if (decision.state === 'accepted') {
          expect([state, known]).toEqual(['with-region', clear]);
        }
        if (decision.state === 'with-region') {
          expect(known.outstandingCount).toBe(0);
        }
      }),
    );
  });

  it('lets endorsements lapse exactly where a form leaves the hands of those who endorsed it', () => {
    for (const { to, lapsesEndorsements } of formTransitions) {
      expect(lapsesEndorsements).toBe(to === 'writing' || to === 'withdrawn');
    }
  });
});
