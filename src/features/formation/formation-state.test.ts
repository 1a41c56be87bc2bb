import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FormationFacts, formationState, formationStates } from './formation-state.ts';
import { formStates } from './forms/form-state.ts';

const live = { endedOn: null, successors: [] };

describe('formationState', () => {
  it.each<[FormationFacts, string]>([
    [{ firstForm: 'writing', area: null }, 'proposed'],
    [{ firstForm: 'with-ccgs', area: null }, 'proposed'],
    [{ firstForm: 'with-region', area: null }, 'endorsed'],
    [{ firstForm: 'withdrawn', area: null }, 'closed'],
    [{ firstForm: null, area: live }, 'active'],
    [{ firstForm: 'with-ccgs', area: live }, 'active'],
    [{ firstForm: 'accepted', area: live }, 'active'],
    [{ firstForm: 'accepted', area: { endedOn: '2016-10-01', successors: ['Northvale'] } }, 'succeeded'],
    [{ firstForm: null, area: { endedOn: '2016-10-01', successors: [] } }, 'closed'],
  ])('%o is %s', (facts, state) => {
    expect(formationState(facts).state).toBe(state);
  });

  it('says of a footprint without a form that none is held', () => {
    expect(formationState({ firstForm: null, area: live }).reason).toBe('Formed before this service; no form is held');
  });

  it('always knows a state and its reason, and never calls active what has ended', () => {
    const facts = fc.record({
      firstForm: fc.constantFrom(null, ...formStates),
      area: fc.option(
        fc.record({
          endedOn: fc.constantFrom(null, '2016-10-01'),
          successors: fc.array(fc.constant('Northvale'), { maxLength: 2 }),
        }),
      ),
    });
    fc.assert(
      fc.property(facts, (known) => {
        const { state, reason } = formationState(known);
        expect(formationStates).toContain(state);
        expect(reason).not.toBe('');
        expect(state === 'active' && (known.area?.endedOn ?? null) !== null).toBe(false);
      }),
    );
  });
});
