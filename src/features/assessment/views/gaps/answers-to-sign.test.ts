import { expect, it } from 'vitest';
import { getSection } from '../../../programme/index.ts';
import { freezeReturn } from '../../../return-documents/freeze-return.ts';
import { answerAtLevel, levelledInstrument } from '../../../scoring/testing/levelled-instrument.ts';
import { aFreezeReturn } from '../../testing/a-freeze-return.ts';
import { answersToSign } from './answers-to-sign.ts';

it('tells every answer with its note, and what is desired where the question applies', () => {
  const instrument = { ...levelledInstrument(), asksDesiredLevels: true };
  const said = (questionId: string, level: number, desired: string) => {
    return { ...answerAtLevel(questionId, level), comment: `About ${questionId}`, desired, revision: 1 };
  };
  const document = freezeReturn(
    aFreezeReturn({
      instrument,
      answers: [
        said('WL1', 2, '4'),
        { questionId: 'WL2', value: { kind: 'not-applicable' }, comment: '', desired: '3', revision: 1 },
      ],
    }),
  );
  expect(answersToSign(instrument, getSection(instrument, 'leadership'), document)).toMatchObject([
    { id: 'WL1', desired: 'Level 4', note: 'About WL1', from: null },
    { id: 'WL2', desired: null, note: '' },
  ]);
});
