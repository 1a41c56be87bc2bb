import { decideSave } from '../../../platform/decide-save.ts';
import { cleanText } from '../../../platform/forms/posted-form.ts';
import { postedChoices } from '../../assessment/index.ts';
import type { AnswerRevision, SavedAnswer } from '../../scoring/index.ts';
import type { ReturnLine, ReturnToWrite } from '../own-return.ts';
import type { OddCell } from './cell-answers.ts';
import type { FileAnswer } from './file-answers.ts';
import { whyNotTaken } from './link-differences.ts';

/** What is said to a question. */
export type WhatIsSaid = Pick<AnswerRevision, 'value' | 'comment' | 'desired'>;

/** Something that a file empties. */
export type Emptied = 'answer' | 'note' | 'desired';

export interface AnswerDifference {
  readonly line: ReturnLine;
  readonly now: SavedAnswer | undefined;
  readonly file: WhatIsSaid;
  /**
   * `changed`: nobody else has touched it since the file was made. `conflict`: the answer was changed here since then, or it cannot be told.
   */
  readonly kind: 'changed' | 'conflict';
  readonly emptied: readonly Emptied[];
  /** Rows of its elements that are empty beside others, and read as not met. */
  readonly emptyRows: number;
}

export interface AnswerDifferences {
  readonly differences: readonly AnswerDifference[];
  /** How many questions stand in the file as they stand here, or as they stood when it was made. */
  readonly unchanged: number;
  /** Questions that are answered elsewhere, and differ in the file. */
  readonly odd: readonly OddCell[];
}

/** What the answers of a file were made from, where they were changed since: earlier revisions, each by its question. */
export function revisionsBehind(
  answers: readonly FileAnswer[],
  lines: readonly ReturnLine[],
): { readonly questionId: string; readonly revision: number }[] {
  const now = new Map(lines.map(({ question, saved }) => [question.id, saved?.revision ?? 0]));
  return answers.flatMap(({ questionId, revision }) =>
    revision === null || revision === 0 || revision === now.get(questionId) ? [] : [{ questionId, revision }],
  );
}

/** What differs between a file and the answers as they stand, question by question. `bases`: the answers to `revisionsBehind`. */
export function differencesOf(
  answers: readonly FileAnswer[],
  { facts, lines }: ReturnToWrite,
  bases: readonly AnswerRevision[],
): AnswerDifferences {
  const byQuestion = new Map(answers.map((answer) => [answer.questionId, answer]));
  const base = new Map(bases.map((each) => [keyOf(each.questionId, each.revision), each]));
  const differences: AnswerDifference[] = [];
  const odd: OddCell[] = [];
  let unchanged = 0;
  for (const line of lines) {
    const answer = byQuestion.get(line.question.id);
    if (answer === undefined) {
      continue;
    }
    const kind = kindOf(answer, line, base);
    const problem = whyNotTaken(facts, line);
    if (kind === 'unchanged') {
      unchanged += 1;
    } else if (problem !== null) {
      odd.push({ ...answer.place, questionId: line.question.id, problem });
    } else {
      differences.push(differenceOf(answer, line, kind));
    }
  }
  return { differences, unchanged, odd };
}

const nothing: WhatIsSaid = { value: null, comment: '', desired: null };

function keyOf(questionId: string, revision: number): string {
  return `${questionId} ${revision}`;
}

function kindOf(
  answer: FileAnswer,
  { saved }: ReturnLine,
  bases: ReadonlyMap<string, AnswerRevision>,
): 'unchanged' | 'changed' | 'conflict' {
  const { questionId, revision } = answer;
  const shown = revision === 0 ? nothing : bases.get(keyOf(questionId, revision ?? 0));
  const decision = decideSave<WhatIsSaid>(
    {
      // A revision that cannot be told is none that was ever stored.
      typed: { revision: revision ?? -1, content: answer },
      stored: { revision: saved?.revision ?? 0, content: saved ?? nothing },
      shown: revision === null ? undefined : shown,
    },
    isSame,
  );
  return decision.kind === 'saved' ? 'changed' : decision.kind;
}

function differenceOf(answer: FileAnswer, line: ReturnLine, kind: AnswerDifference['kind']): AnswerDifference {
  const now: WhatIsSaid = line.saved ?? nothing;
  const { value, desired, emptyRows } = answer;
  // A note that says the same stays letter by letter what it is.
  const comment = asInFile(answer.comment) === asInFile(now.comment) ? now.comment : answer.comment;
  return {
    line,
    now: line.saved,
    file: { value, comment, desired },
    kind,
    emptied: emptiedIn(now, { value, comment, desired }),
    emptyRows,
  };
}

function emptiedIn(now: WhatIsSaid, file: WhatIsSaid): Emptied[] {
  return [
    ...(now.value !== null && file.value === null ? (['answer'] as const) : []),
    ...(now.comment !== '' && file.comment === '' ? (['note'] as const) : []),
    ...(now.desired !== null && file.desired === null ? (['desired'] as const) : []),
  ];
}

/** Whether two sayings are the same once they have been in a file. */
function isSame(one: WhatIsSaid, other: WhatIsSaid): boolean {
  return (
    valueKey(one) === valueKey(other) &&
    one.desired === other.desired &&
    asInFile(one.comment) === asInFile(other.comment)
  );
}

function valueKey({ value }: WhatIsSaid): string {
  return JSON.stringify([value?.kind ?? null, postedChoices(value).toSorted()]);
}

/** As a note comes back from a file, in which not every letter can stand. */
function asInFile(comment: string): string {
  return cleanText(comment.replaceAll(/[\uFFFE\uFFFF]/g, ''));
}
