import { expect, it } from 'vitest';
import type { Answer } from './answers/answer.ts';
import type { AnswerRevision } from './answers/saved-answer.ts';
import { desiredThatCount, levelGaps } from './level-gaps.ts';
import { hanging } from './testing/conditional-instrument.ts';
import { answer, fixtureInstrument } from './testing/fixture-instrument.ts';
import { answerAtLevel, levelledInstrument } from './testing/levelled-instrument.ts';

const asking = { ...levelledInstrument(), asksDesiredLevels: true };

function saved(given: Answer, desired: string | null): AnswerRevision {
  return { ...given, desired, revision: 1 };
}

const unanswered = (questionId: string, desired: string): AnswerRevision => ({
  questionId,
  value: null,
  comment: '',
  desired,
  revision: 1,
});

it.each<[number, string, number]>([
  [2, '4', 2],
  [3, '3', 0],
  [5, '4', -1],
])('level %i, with %s desired, leaves %i', (level, desired, levels) => {
  const [gap] = levelGaps(asking, 'acute', [saved(answerAtLevel('WL1', level), desired)]);
  expect(gap).toMatchObject({ current: String(level), desired, levels });
});

it('is not known where the question is not answered', () => {
  expect(levelGaps(asking, 'acute', [unanswered('WL1', '4')])).toMatchObject([{ current: null, levels: null }]);
});

it('is none without a desired level, nor of what does not apply or is not asked', () => {
  const answers = [
    saved(answerAtLevel('WL1', 2), null),
    saved({ questionId: 'WL2', value: { kind: 'not-applicable' }, comment: '' }, '3'),
    saved(answerAtLevel('SF1', 2), '3'),
    saved(answerAtLevel('EP1', 2), '3'),
  ];
  const ids = (gaps: ReturnType<typeof levelGaps>) => gaps.map(({ question }) => question.id);
  expect(ids(levelGaps(asking, 'acute', answers))).toEqual(['SF1', 'EP1']);
  expect(ids(levelGaps(asking, 'community', answers))).toEqual(['SF1']);
  const conditional = hanging(asking, { SF1: { question: 'WL1', is: ['5'] } });
  expect(ids(levelGaps(conditional, 'acute', answers))).toEqual(['EP1']);
  expect(levelGaps(levelledInstrument(), 'acute', answers)).toEqual([]);
});

it('counts the options of any scored scale, and asks nothing of one that gives context', () => {
  const choices = { ...fixtureInstrument(), asksDesiredLevels: true };
  const answers = [saved(answer('RA1', '21-40'), '81-100'), saved(answer('RA5', 'no'), 'yes')];
  expect(levelGaps(choices, 'acute', answers)).toMatchObject([{ question: { id: 'RA1' }, levels: 3 }]);
});

it('is signed by question', () => {
  const answers = [saved(answerAtLevel('WL1', 2), '4'), unanswered('SF1', '3')];
  expect(desiredThatCount(levelGaps(asking, 'acute', answers))).toEqual({ WL1: '4', SF1: '3' });
});
