import { expect, test } from 'vitest';
import { planDissents } from './plan-dissents.ts';
import type { PolledQuestion } from './poll.ts';

const few = { kind: 'few' } as const;
const asked: readonly PolledQuestion[] = [
  { questionId: 'Q1', result: few, dissent: null },
  { questionId: 'Q2', result: few, dissent: { revision: 2, body: 'Not at night', by: 'Ben', at: new Date(0) } },
];
const typed = (questionId: string, body: string, revision: number) => ({ questionId, body, revision });

test('what is new or changed is stored over what its writer saw, also where it is taken back', () => {
  expect(planDissents([typed('Q1', 'Not here', 0), typed('Q2', 'Not at night', 2)], asked)).toEqual({
    kind: 'ok',
    changes: [typed('Q1', 'Not here', 1)],
  });
  expect(planDissents([typed('Q2', '', 2)], asked)).toEqual({ kind: 'ok', changes: [typed('Q2', '', 3)] });
});

test('a field left empty is nothing written, and somebody else’s words are not replaced unseen', () => {
  expect(planDissents([typed('Q1', '', 0), typed('Q2', '', 0)], asked)).toEqual({ kind: 'ok', changes: [] });
  expect(planDissents([typed('Q1', 'Not here', 0), typed('Q2', 'Nowhere', 1)], asked)).toEqual({
    kind: 'conflict',
    questionIds: ['Q2'],
  });
});

test('a question that was not asked is left out', () => {
  expect(planDissents([typed('Q9', 'Not here', 0)], asked)).toEqual({ kind: 'ok', changes: [] });
});
