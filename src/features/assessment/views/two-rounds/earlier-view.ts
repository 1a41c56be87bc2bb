import type { LineageKind, Question } from '../../../programme/index.ts';
import { type EarlierAnswers, earlierAnswerTo } from '../../answering/earlier-answers.ts';
import { answerInWords, postedChoice } from '../answer-words.ts';

/** What was answered in an earlier round to what a question came from. */
export interface EarlierView {
  /** Which round, and how the question has changed since. */
  readonly intro: string;
  readonly given: readonly {
    readonly id: string;
    /** Null where it is the same as the one it stands beside. */
    readonly question: string | null;
    readonly answer: string;
    readonly comment: string;
  }[];
  /** The choice that was made then, where it can be made again; an answer to another question cannot. */
  readonly again: string | null;
}

export function earlierView(earlier: EarlierAnswers, question: Question): EarlierView | null {
  const found = earlierAnswerTo(earlier, question);
  if (found === null) {
    return null;
  }
  const isSame = found.kind === 'same';
  return {
    intro: introOf(found.kind, earlier.round.label, found.given.length),
    given: found.given.map(({ question: asked, answer: { value, comment } }) => ({
      id: asked.id,
      question: isSame ? null : `${asked.id}. ${asked.text}`,
      answer: answerInWords(earlier.instrument, asked, value),
      comment,
    })),
    again: isSame ? postedChoice(found.given[0]?.answer.value ?? null) : null,
  };
}

function introOf(kind: LineageKind, round: string, count: number): string {
  switch (kind) {
    case 'same':
      return `Your answer in ${round}`;
    case 'narrower':
      return `In ${round} you answered a wider question`;
    case 'wider':
      return `In ${round} you answered ${count === 1 ? 'a narrower question' : 'narrower questions'}`;
  }
}
