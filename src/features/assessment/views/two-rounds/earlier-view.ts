import type { LineageKind, Question } from '../../../programme/index.ts';
import { type AnswerValue, type EarlierAnswers, earlierAnswerTo } from '../../../scoring/index.ts';
import { type AnswerRead, answerRead, postedChoices } from '../answer-words.ts';
import { desiredInWords } from '../gaps/desired-view.ts';

/** What was answered in an earlier round to what a question came from. */
export interface EarlierView {
  /** Which round, and how the question has changed since. */
  readonly intro: string;
  readonly given: readonly (AnswerRead & {
    readonly id: string;
    /** Null where it is the same as the one it stands beside. */
    readonly question: string | null;
    readonly comment: string;
    /** What was to be reached by the round after; null where nobody said, or another question is asked now. */
    readonly desired: string | null;
  })[];
  /** What was chosen or ticked then, where that can be done again; an answer to another question cannot be given again. */
  readonly again: readonly string[];
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
      ...answerRead(earlier.instrument, asked, value),
      comment,
      desired: isSame ? desiredInWords(earlier.instrument, asked, earlier.desired.get(asked.id) ?? null) : null,
    })),
    again: isSame ? found.given.flatMap(({ question: asked, answer }) => againIn(question, asked, answer.value)) : [],
  };
}

/** An element may have another id by now, and is told by its text. */
function againIn(question: Question, asked: Question, value: AnswerValue): readonly string[] {
  const elementsOf = ({ levels }: Question) => levels.flatMap(({ elements }) => elements);
  if (value.kind !== 'elements' || value.met.length === 0) {
    return postedChoices(value);
  }
  const met = elementsOf(asked).flatMap(({ id, text }) => (value.met.includes(id) ? [text] : []));
  return elementsOf(question).flatMap(({ id, text }) => (met.includes(text) ? [id] : []));
}

function introOf(kind: LineageKind, round: string, count: number): string {
  switch (kind) {
    case 'same':
      return `Your answer for “${round}”`;
    case 'narrower':
      return `For “${round}” you answered a wider question`;
    case 'wider':
      return `For “${round}” you answered ${count === 1 ? 'a narrower question' : 'narrower questions'}`;
  }
}
