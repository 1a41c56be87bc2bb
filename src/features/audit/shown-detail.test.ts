import { expect, it } from 'vitest';
import { shownDetail } from './shown-detail.ts';

const signed = {
  declaration: 'True',
  score: { overall: 3 },
  answers: { WL1: { kind: 'elements', met: ['WL1-2-1'] } },
  desired: { WL1: '4' },
};

it('leaves out what was answered and desired, for whoever may not read it, and nothing else', () => {
  expect(shownDetail('assessment.authorise', signed, true)).toEqual(signed);
  expect(shownDetail('assessment.authorise', signed, false)).toEqual({
    ...signed,
    answers: 'on the trail, and shown to those who may read assessments',
    desired: 'on the trail, and shown to those who may read assessments',
  });
});

it('leaves out for everybody why an assessment was returned: that speaks of answers which are not authorised', () => {
  const words = { reason: 'on the trail, and shown to the organisation' };
  expect(shownDetail('assessment.return', { reason: 'WL1 is too high' }, true)).toEqual(words);
  expect(shownDetail('assessment.return', { reason: 'WL1 is too high' }, false)).toEqual(words);
});

it('leaves every other event as it is', () => {
  const before = { declaration: 'True', score: { overall: 3 } };
  expect(shownDetail('assessment.authorise', before, false)).toEqual(before);
  expect(shownDetail('assessment.answer', { answers: 2 }, false)).toEqual({ answers: 2 });
});
