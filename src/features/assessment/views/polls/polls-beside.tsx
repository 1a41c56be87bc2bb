import type { ComponentProps } from 'react';
import { QuestionPolled } from '../../../polls/index.ts';

/** What colleagues said, by question, for whoever may read it; a question that nobody was asked about is left out. */
export type PollsBeside = ReadonlyMap<string, ComponentProps<typeof QuestionPolled>>;

/** Beside one question; nothing where nobody was asked about it. */
export function QuestionColleagues({ questionId, beside }: { questionId: string; beside: PollsBeside | null }) {
  const polled = beside?.get(questionId);
  return polled === undefined ? null : <QuestionPolled {...polled} />;
}
