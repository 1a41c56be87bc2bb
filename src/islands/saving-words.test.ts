import { expect, test } from 'vitest';
import { notSavedBecause } from './saving-words.ts';

test.each([
  [null, '', 'the service cannot be reached', 'in a while'],
  [500, 'fault', 'something went wrong in the service', 'in a while'],
  [500, '', 'something went wrong in the service', 'in a while'],
  [503, 'unavailable', 'the service is not available just now', 'in a while'],
  [502, '', 'the service is not available just now', 'in a while'],
  [429, 'too-many-requests', 'too many requests', 'in a while'],
  [401, 'sign-in-required', 'you are signed out', 'when sent'],
  [403, 'form-expired', 'open for too long', 'when sent'],
  [403, 'forbidden', 'you may no longer change this', 'when sent'],
  [404, 'not-found', 'not there any more', 'when sent'],
  [409, '', 'somebody else has changed this', 'when sent'],
  [409, 'other-window', 'you have typed something else here in another window', 'when sent'],
  [409, 'answers-locked', 'is not open to your answers any more', 'when sent'],
  [422, '', 'something has to be put right', 'after a change'],
  [413, '', 'Shorten it', 'after a change'],
] as const)('%s %s: %s, tried again %s', (status, code, why, next) => {
  const told = notSavedBecause({ status, code });
  expect(told.words).toContain(why);
  expect(told.words).toContain('What you typed is kept');
  expect(told.next).toBe(next);
});
