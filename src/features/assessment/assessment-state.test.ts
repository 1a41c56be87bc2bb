import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AssessmentState, allAssessmentStates } from './assessment.ts';
import {
  type AssessmentAction,
  type AssessmentFacts,
  acceptsAnswers,
  assessmentTransitions,
  nextAssessmentState,
} from './assessment-state.ts';

const save: AssessmentAction = { kind: 'save-answer' };
const request: AssessmentAction = { kind: 'request-authorisation' };
const submit: AssessmentAction = { kind: 'authorise-and-submit', declarationAccepted: true, signedBy: ['executive'] };
const coordinator: AssessmentFacts = { isRoundOpen: true, isComplete: true, actorRoles: ['coordinator'] };
const executive: AssessmentFacts = { isRoundOpen: true, isComplete: true, actorRoles: ['executive'] };

const actions = fc.oneof(
  fc.constantFrom(save, request),
  fc.record({
    kind: fc.constant('authorise-and-submit' as const),
    declarationAccepted: fc.boolean(),
    signedBy: fc.constantFrom(['executive'] as const, ['signatory'] as const, ['executive', 'signatory'] as const),
  }),
  fc.record({
    kind: fc.constant('return-to-coordinator' as const),
    reason: fc.constantFrom('', ' ', 'A slip'),
  }),
  fc.record({
    kind: fc.constantFrom('reopen' as const, 'correct' as const),
    reason: fc.constantFrom('', ' ', 'A slip'),
    areResultsPublic: fc.boolean(),
  }),
);

const facts = fc.record({
  isRoundOpen: fc.boolean(),
  isComplete: fc.boolean(),
  actorRoles: fc.subarray(['contributor', 'coordinator', 'executive', 'signatory'] as const),
});

describe('the usual way', () => {
  test('from first answer to submission', () => {
    const way: readonly (readonly [AssessmentAction, AssessmentFacts, AssessmentState])[] = [
      [save, { isRoundOpen: true, isComplete: false, actorRoles: ['contributor'] }, 'in-progress'],
      [save, coordinator, 'in-progress'],
      [request, coordinator, 'awaiting-authorisation'],
      [{ kind: 'return-to-coordinator', reason: 'Ask the pharmacists' }, executive, 'in-progress'],
      [request, coordinator, 'awaiting-authorisation'],
      [submit, executive, 'submitted'],
      [
        { kind: 'reopen', reason: 'A ward is missing', areResultsPublic: false },
        { ...executive, actorRoles: [] },
        'in-progress',
      ],
      [request, coordinator, 'awaiting-authorisation'],
      [submit, executive, 'submitted'],
      [
        { kind: 'correct', reason: 'A ward is missing', areResultsPublic: true },
        { isRoundOpen: false, isComplete: true, actorRoles: [] },
        'in-progress',
      ],
    ];
    let state: AssessmentState = 'not-started';
    for (const [action, with_, expected] of way) {
      const decision = nextAssessmentState(state, action, with_);
      expect(decision).toEqual({ kind: 'ok', state: expected });
      state = expected;
    }
  });
});

describe('refusals', () => {
  test.each<[string, AssessmentState, AssessmentAction, AssessmentFacts, string]>([
    ['asking before all is answered', 'in-progress', request, { ...coordinator, isComplete: false }, 'complete'],
    ['asking before a first answer', 'not-started', request, coordinator, 'not-from-this-state'],
    ['the coordinator alone submitting', 'awaiting-authorisation', submit, coordinator, 'signer'],
    [
      'an executive where signatories sign',
      'awaiting-authorisation',
      { ...submit, signedBy: ['signatory'] },
      executive,
      'signer',
    ],
    [
      'submitting what became incomplete',
      'awaiting-authorisation',
      submit,
      { ...executive, isComplete: false },
      'complete',
    ],
    [
      'submitting without the declaration',
      'awaiting-authorisation',
      { ...submit, declarationAccepted: false },
      executive,
      'declaration',
    ],
    [
      'answering in a round that is not open',
      'in-progress',
      save,
      { ...coordinator, isRoundOpen: false },
      'open-round',
    ],
    [
      'submitting in a round that was closed',
      'awaiting-authorisation',
      submit,
      { ...executive, isRoundOpen: false },
      'open-round',
    ],
    ['submitting what nobody asked to authorise', 'in-progress', submit, executive, 'not-from-this-state'],
    ['changing an answer being authorised', 'awaiting-authorisation', save, coordinator, 'not-from-this-state'],
    [
      'returning without a reason',
      'awaiting-authorisation',
      { kind: 'return-to-coordinator', reason: '' },
      executive,
      'reason',
    ],
    [
      'opening again what everybody reads',
      'submitted',
      { kind: 'reopen', reason: 'A slip', areResultsPublic: true },
      executive,
      'before-results',
    ],
    [
      'opening again without a reason',
      'submitted',
      { kind: 'reopen', reason: ' ', areResultsPublic: false },
      executive,
      'reason',
    ],
    [
      'opening again in a round that was closed',
      'submitted',
      { kind: 'reopen', reason: 'A slip', areResultsPublic: false },
      { ...executive, isRoundOpen: false },
      'open-round',
    ],
    [
      'opening again what nobody has signed',
      'in-progress',
      { kind: 'reopen', reason: 'A slip', areResultsPublic: false },
      executive,
      'not-from-this-state',
    ],
    [
      'correcting what nobody may read yet',
      'submitted',
      { kind: 'correct', reason: 'A slip', areResultsPublic: false },
      executive,
      'after-results',
    ],
    ['changing an answer once submitted', 'submitted', save, coordinator, 'not-from-this-state'],
    [
      'returning what is submitted',
      'submitted',
      { kind: 'return-to-coordinator', reason: 'A slip' },
      executive,
      'not-from-this-state',
    ],
  ])('%s', (_case, state, action, with_, code) => {
    const decision = nextAssessmentState(state, action, with_);
    expect(decision).toMatchObject({ kind: 'refused', code });
  });

  test('an executive who coordinates too may submit', () => {
    const both: AssessmentFacts = { isRoundOpen: true, isComplete: true, actorRoles: ['coordinator', 'executive'] };
    expect(nextAssessmentState('awaiting-authorisation', submit, both)).toEqual({ kind: 'ok', state: 'submitted' });
  });

  test('a refusal says why in words', () => {
    expect(nextAssessmentState('submitted', save, coordinator)).toMatchObject({
      reason: 'This assessment is submitted and its answers are locked',
    });
    expect(nextAssessmentState('awaiting-authorisation', submit, coordinator)).toMatchObject({
      reason: 'You hold no role for the organisation by which its assessment is authorised',
    });
  });
});

function isSigned(action: AssessmentAction, { actorRoles }: AssessmentFacts): boolean {
  return (
    action.kind === 'authorise-and-submit' &&
    action.declarationAccepted &&
    action.signedBy.some((role) => actorRoles.includes(role))
  );
}

/** Before the results are public what is submitted is opened again, and from then on it is corrected. */
function expectLeadsOut(action: AssessmentAction): void {
  const areResultsPublic = action.kind === 'correct';
  expect(action).toMatchObject({ kind: areResultsPublic ? 'correct' : 'reopen', areResultsPublic });
}

describe('properties', () => {
  test('nothing becomes submitted unless it is complete and somebody who may has accepted the declaration', () => {
    const steps = fc.array(fc.tuple(actions, facts), { maxLength: 60, size: 'max' });
    let submissions = 0;
    fc.assert(
      fc.property(steps, (sequence) => {
        let state: AssessmentState = 'not-started';
        for (const [action, with_] of sequence) {
          const decision = nextAssessmentState(state, action, with_);
          if (decision.kind !== 'ok') {
            continue;
          }
          if (decision.state === 'submitted') {
            submissions += 1;
            expect(isSigned(action, with_)).toBe(true);
            expect(with_.isRoundOpen).toBe(true);
            expect(with_.isComplete).toBe(true);
          }
          if (state === 'submitted') {
            expectLeadsOut(action);
          }
          state = decision.state;
        }
      }),
      { numRuns: 500 },
    );
    expect(submissions).toBeGreaterThan(0);
  });

  test('one step leads into submitted and two out of it, before its results are public and after; one of these is taken back', () => {
    const touching = assessmentTransitions.filter(({ from, to }) => to === 'submitted' || from.includes('submitted'));
    expect(touching.map(({ action }) => action)).toEqual([
      'authorise-and-submit',
      'reopen',
      'correct',
      'withdraw-correction',
    ]);
  });

  test('answers are accepted only before authorisation is asked for', () => {
    expect(allAssessmentStates.filter(acceptsAnswers)).toEqual(['not-started', 'in-progress']);
    fc.assert(
      fc.property(fc.constantFrom(...allAssessmentStates), facts, (state, with_) => {
        const isTaken = nextAssessmentState(state, save, with_).kind === 'ok';
        expect(isTaken).toBe(acceptsAnswers(state) && with_.isRoundOpen);
      }),
    );
  });
});

describe('the table', () => {
  test('says one thing for each action and state', () => {
    const pairs = assessmentTransitions.flatMap(({ action, from }) => from.map((state) => `${action} ${state}`));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('reaches every state from not started', () => {
    const reached = new Set<AssessmentState>(['not-started']);
    for (const _pass of allAssessmentStates) {
      for (const { from, to } of assessmentTransitions) {
        if (from.some((state) => reached.has(state))) {
          reached.add(to);
        }
      }
    }
    expect(reached).toEqual(new Set(allAssessmentStates));
  });
});
