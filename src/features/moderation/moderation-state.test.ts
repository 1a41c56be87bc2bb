import { describe, expect, it } from 'vitest';
import { decideModeration, moderationStateOf } from './moderation-state.ts';

const facts = { checked: 2, isFinished: false, isValidated: false, isAllRead: true };

describe('the moderation of a signed return', () => {
  it.each([
    [{ ...facts, checked: 0 }, 'unchecked'],
    [facts, 'checking'],
    [{ ...facts, isFinished: true }, 'finished'],
  ])('stands where its findings say: %#', (given, state) => {
    expect(moderationStateOf(given)).toBe(state);
  });

  it('goes on until it is finished, and not once the return is validated', () => {
    expect(decideModeration('check', { ...facts, checked: 0 })).toEqual({ kind: 'ok', state: 'checking' });
    expect(decideModeration('check', { ...facts, isValidated: true })).toMatchObject({ code: 'not-validated' });
    expect(decideModeration('check', { ...facts, isFinished: true })).toMatchObject({ code: 'not-from-this-state' });
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
