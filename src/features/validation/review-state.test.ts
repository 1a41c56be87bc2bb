import { describe, expect, it } from 'vitest';
import type { ValidationStep } from '../return-documents/index.ts';
import { decideReturnReview, reviewStateOf, standingValidation } from './review-state.ts';

const step = (number: number, kind: ValidationStep['kind']): ValidationStep => ({
  number,
  kind,
  text: '',
  by: { personId: 'rina', personName: 'Rina Example', onBehalfOf: 'Regional reviewer, London' },
  at: new Date(Date.UTC(2018, 0, number)),
});
const facts = (openQueries: number, ...kinds: readonly ValidationStep['kind'][]) => ({
  openQueries,
  validations: kinds.map((kind, index) => step(index + 1, kind)),
  isBeingChecked: false,
  reason: 'A reason',
  areResultsPublic: false,
});

describe('a signed return', () => {
  it.each([
    [facts(0), 'submitted'],
    [facts(2), 'queried'],
    [facts(0, 'validate'), 'validated'],
    [facts(0, 'validate', 'take-back'), 'submitted'],
    [facts(1, 'validate', 'take-back'), 'queried'],
    [facts(0, 'validate', 'take-back', 'validate'), 'validated'],
  ])('stands where its queries and validations say: %#', (given, state) => {
    expect(reviewStateOf(given)).toBe(state);
    expect(standingValidation(given) !== null).toBe(state === 'validated');
  });

  it('is validated once no query is open, and asked about until then', () => {
    expect(decideReturnReview('validate', facts(0))).toEqual({ kind: 'ok', state: 'validated' });
    expect(decideReturnReview('validate', facts(1))).toMatchObject({ reason: '1 query about it is open' });
    expect(decideReturnReview('validate', facts(2))).toMatchObject({ reason: '2 queries about it are open' });
    expect(decideReturnReview('ask', facts(2))).toEqual({ kind: 'ok', state: 'queried' });
    for (const action of ['ask', 'validate'] as const) {
      expect(decideReturnReview(action, facts(0, 'validate'))).toMatchObject({
        reason: 'Rina Example has validated it already',
      });
    }
  });

  it('is not validated while its answers are being checked', () => {
    const checked = { ...facts(0), isBeingChecked: true };
    expect(decideReturnReview('validate', checked)).toMatchObject({ code: 'nothing-being-checked' });
    expect(decideReturnReview('ask', checked)).toEqual({ kind: 'ok', state: 'queried' });
  });

  it('loses its validation for a reason, and not once results are public', () => {
    const validated = facts(0, 'validate');
    expect(decideReturnReview('take-back', validated)).toEqual({ kind: 'ok', state: 'submitted' });
    expect(decideReturnReview('take-back', { ...validated, reason: '' })).toMatchObject({ code: 'reason' });
    expect(decideReturnReview('take-back', { ...validated, areResultsPublic: true })).toMatchObject({
      code: 'before-results',
    });
    expect(decideReturnReview('take-back', facts(0))).toMatchObject({ reason: 'It is not validated' });
    expect(decideReturnReview('take-back', facts(0, 'validate', 'take-back'))).toMatchObject({
      reason: 'Rina Example has taken its validation back already',
    });
  });
});
