import { describe, expect, it } from 'vitest';
import { moderationStateOf } from '../return-documents/index.ts';
import { decideModeration } from './moderation-state.ts';

const facts = { checked: 2, isFinished: false, openChallenges: 0, isValidated: false, isAllRead: true, isInTime: true };

describe('the moderation of a signed return', () => {
  it.each([
    [{ ...facts, checked: 0 }, 'unchecked'],
    [facts, 'checking'],
    [{ ...facts, isFinished: true }, 'finished'],
    [{ ...facts, isFinished: true, openChallenges: 1 }, 'challenged'],
  ])('stands where its findings say: %#', (given, state) => {
    expect(moderationStateOf(given)).toBe(state);
  });

  it('goes on until it is finished, and not once the return is validated', () => {
    expect(decideModeration('check', { ...facts, checked: 0 })).toEqual({ kind: 'ok', state: 'checking' });
    expect(decideModeration('check', { ...facts, isValidated: true })).toMatchObject({ code: 'not-validated' });
    expect(decideModeration('check', { ...facts, isFinished: true })).toMatchObject({ code: 'not-from-this-state' });
  });

  it('is challenged in time once it is finished, and goes on from there with each answer', () => {
    const finished = { ...facts, isFinished: true };
    const challenged = { ...finished, openChallenges: 1 };
    expect(decideModeration('challenge', finished)).toEqual({ kind: 'ok', state: 'challenged' });
    expect(decideModeration('challenge', challenged)).toEqual({ kind: 'ok', state: 'challenged' });
    expect(decideModeration('challenge', { ...finished, isInTime: false })).toMatchObject({ code: 'in-time' });
    expect(decideModeration('challenge', facts)).toMatchObject({ reason: 'The moderation is not finished yet' });
    expect(decideModeration('answer-challenge', { ...challenged, isInTime: false })).toMatchObject({ kind: 'ok' });
    expect(decideModeration('answer-challenge', finished)).toMatchObject({
      reason: 'No challenge waits to be answered',
    });
  });

  it('is finished by whoever has read everything that was found', () => {
    expect(decideModeration('finish', facts)).toEqual({ kind: 'ok', state: 'finished' });
    expect(decideModeration('finish', { ...facts, isAllRead: false })).toMatchObject({ code: 'all-read' });
    expect(decideModeration('finish', { ...facts, checked: 0 })).toMatchObject({ reason: 'No answer is checked yet' });
    expect(decideModeration('finish', { ...facts, isFinished: true })).toMatchObject({
      reason: 'The moderation is finished already',
    });
  });
});
