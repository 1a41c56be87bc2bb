import fc from 'fast-check';
import { expect, it } from 'vitest';
import { publicEdition } from '../agreement/index.ts';
import { aFreezeReturn } from '../assessment/testing/a-freeze-return.ts';
import { answersThatCount } from '../scoring/answers/questions-asked.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import { storedScores } from '../scoring/stored-score.ts';
import { arbitraryAssessment } from '../scoring/testing/arbitraries.ts';
import { answerAtLevel, levelledInstrument } from '../scoring/testing/levelled-instrument.ts';
import { freezeReturn } from './freeze-return.ts';
import { answersIn, returnDigest, returnShape, scoreIn } from './frozen-return.ts';

const careSettingOf = (id: string) => ({ id, label: id });

/** One answer with a note, and something of its writer's own beside it. */
function noted(comment: string) {
  return { ...answerAtLevel('WL1', 2), comment, desired: null, revision: 3, privateNote: 'For us alone' };
}

function frozen(comment = 'Board minutes of May') {
  const salts = ['1', '2', '3'].map((digit) => digit.repeat(32));
  const input = { instrument: levelledInstrument(), answers: [noted(comment)] };
  return freezeReturn(aFreezeReturn({ ...input, newSalt: () => salts.shift() ?? '' }));
}

it('holds the scores that the answers in it give, whatever the questionnaire and the answers', () => {
  fc.assert(
    fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers }) => {
      const said = answers.map((answer) => ({ ...answer, desired: null, revision: 1 }));
      const document = freezeReturn(
        aFreezeReturn({ instrument, answers: said, careSetting: careSettingOf(careSetting) }),
      );
      const expected = scoreAssessment(instrument, careSetting, answersThatCount(instrument, careSetting, answers));
      const sorted = (scores: ReturnType<typeof storedScores>) =>
        scores.toSorted((one, other) => `${one.level} ${one.key}`.localeCompare(`${other.level} ${other.key}`));
      expect(sorted(storedScores(scoreIn(document)))).toEqual(sorted(storedScores(expected)));
      expect(returnShape.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    }),
  );
});

it('has one digest, and another for one letter more', () => {
  expect(returnDigest(frozen())).toBe(returnDigest(frozen()));
  expect(returnDigest(frozen())).not.toBe(returnDigest(frozen('Board minutes of May.')));
});

it('names what it holds, so that nothing else comes into it', () => {
  expect(JSON.stringify(frozen())).not.toContain('For us alone');
  expect(answersIn(frozen())).toEqual([
    {
      questionId: 'WL1',
      value: answerAtLevel('WL1', 2).value,
      comment: 'Board minutes of May',
      isEvidenced: false,
      desired: null,
      revision: 0,
    },
  ]);
});

it('has the same digest in its public edition, which tells neither answers nor notes nor who asked', () => {
  const document = frozen();
  const edition = publicEdition(document);
  expect(returnDigest(edition)).toBe(returnDigest(document));
  expect(JSON.stringify(edition)).not.toMatch(/Board minutes|Ben Example|WL1/);
  expect(scoreIn(edition).overall).toEqual(scoreIn(document).overall);
});
