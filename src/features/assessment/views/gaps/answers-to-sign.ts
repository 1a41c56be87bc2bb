import type { Instrument, Section } from '../../../programme/index.ts';
import { questionsAsked } from '../../answering/questions-asked.ts';
import { desiredThatCount, levelGaps } from '../../gaps/level-gaps.ts';
import { givenAnswers, type SavedAnswer } from '../../stored-assessment.ts';
import { answerRead } from '../answer-words.ts';
import type { SectionToRead } from '../authorise-page.tsx';
import { desiredInWords } from './desired-view.ts';

/**
 * The answers of a section that stand on the page to sign: those by elements, of which the scores there do not tell what is met, and those of which
 * it is said where the organisation means to be. What is desired is told as it is signed.
 */
export function answersToSign(
  instrument: Instrument,
  section: Section,
  careSetting: string,
  saved: readonly SavedAnswer[],
): SectionToRead['answers'] {
  const asked = questionsAsked(instrument, careSetting, givenAnswers(saved));
  const desired = desiredThatCount(levelGaps(instrument, careSetting, saved));
  return section.questions
    .filter(({ id, levels }) => asked.has(id) && (levels.length > 0 || desired[id] !== undefined))
    .map((question) => {
      const answer = saved.find(({ questionId }) => questionId === question.id);
      return {
        id: question.id,
        question: `${question.id}. ${question.title ?? question.text}`,
        ...answerRead(instrument, question, answer?.value ?? null),
        desired: desiredInWords(instrument, question, desired[question.id] ?? null),
      };
    });
}
