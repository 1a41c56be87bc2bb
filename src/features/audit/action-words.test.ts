import { expect, it } from 'vitest';
import { actionInWords } from './action-words.ts';

it.each([
  ['roadmap.publish', 'Published the roadmap'],
  ['mail.send-again', 'Mail: send again'],
  ['', ''],
])('%j is said in words', (action, words) => {
  expect(actionInWords(action)).toBe(words);
});
