import { expect, it } from 'vitest';
import { deedInWords } from './deed-words.ts';

it.each([
  ['roadmap.publish', 'Published the roadmap'],
  ['mail.send-again', 'Mail: send again'],
  ['', ''],
])('%j is said in words', (action, words) => {
  expect(deedInWords(action)).toBe(words);
});
