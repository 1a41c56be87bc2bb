import { type Instrument, type Question, type Scale, type Section, scaleOf, sectionsFor } from '../programme/index.ts';
import { type Answer, optionReached, questionsAsked } from '../scoring/index.ts';

/** A question that is asked, with its answer and what that comes to. */
export interface AnsweredQuestion {
  readonly question: Question;
  readonly scale: Scale;
  readonly answer: Answer;
  /** The option that was chosen or is reached; null where the question does not apply. */
  readonly option: string | null;
}

export interface AnsweredSection {
  readonly section: Section;
  /** Its answered questions that count for a score, in order. */
  readonly answered: readonly AnsweredQuestion[];
  /** How many scored questions it asks. */
  readonly asked: number;
}

/** What was answered with a score, by section. */
export function answeredSections(
  instrument: Instrument,
  careSetting: string,
  answers: readonly Answer[],
): readonly AnsweredSection[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const asked = questionsAsked(instrument, careSetting, answers);
  return sectionsFor(instrument, careSetting).map((section) => {
    const scored = section.questions
      .filter(({ id }) => asked.has(id))
      .filter((question) => scaleOf(instrument, question).scored);
    return {
      section,
      asked: scored.length,
      answered: scored.flatMap((question) => {
        const answer = given.get(question.id);
        const scale = scaleOf(instrument, question);
        return answer === undefined ? [] : [{ question, scale, answer, option: optionReached(question, answer.value) }];
      }),
    };
  });
}

/** What an option of a scale is called. */
export function labelOf({ options }: Scale, option: string): string {
  return options.find(({ id }) => id === option)?.label ?? option;
}

/** A question as a sentence names it. */
export function nameOf({ id, title }: Question): string {
  return title === null ? id : `${id}, ${title}`;
}

/** Whether nothing is said with an answer. */
export function lacksNote({ comment }: Answer): boolean {
  return comment.trim() === '';
}

/** Whether neither a note nor evidence says what an answer rests on. */
export function isBare(answer: Answer): boolean {
  return lacksNote(answer) && answer.isEvidenced !== true;
}
