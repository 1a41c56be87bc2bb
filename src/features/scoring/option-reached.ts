import type { Question } from '../programme/index.ts';
import type { AnswerValue } from './answers/answer.ts';
import { levelReached } from './level-reached.ts';

/** Id of the option that an answer comes to: the one that was chosen, or whose level is reached; null where it comes to none. */
export function optionReached({ levels }: Pick<Question, 'levels'>, value: AnswerValue | undefined): string | null {
  switch (value?.kind) {
    case 'option':
      return value.optionId;
    case 'elements':
      return levelReached(levels, value.met).option;
    default:
      return null;
  }
}
