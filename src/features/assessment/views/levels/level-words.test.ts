import { expect, it } from 'vitest';
import { levelReached } from '../../../scoring/level-reached.ts';
import { elementsUpTo, levelledInstrument } from '../../../scoring/testing/levelled-instrument.ts';
import { levelInWords } from './level-words.ts';

const levels = levelledInstrument().themes[0]?.sections[0]?.questions[0]?.levels ?? [];

it.each<[readonly string[], string]>([
  [[], 'none of the 2 of Level 2 met'],
  [['WL1-2-2'], '1 of 2 of Level 2 met'],
  [elementsUpTo('WL1', 2), 'all 2 of Level 2 met; none of the 3 of Level 3'],
  [[...elementsUpTo('WL1', 3), 'WL1-4-1'], 'all 2 of Level 2 and all 3 of Level 3 met; 1 of 2 of Level 4'],
  [elementsUpTo('WL1', 5), 'all 2 of Level 2, all 3 of Level 3, all 2 of Level 4 and the 1 of Level 5 met'],
  [['WL1-2-1', 'WL1-5-1'], '1 of 2 of Level 2 met; what is met above counts once Level 2 is reached'],
])('%j: %s', (met, words) => {
  expect(levelInWords(levelReached(levels, met), (option) => `Level ${option}`)).toBe(words);
});
