import { decideSave } from '../../platform/decide-save.ts';
import type { PolledQuestion } from './poll.ts';

/** What somebody typed about a question, over the revision that their page showed; 0 where nothing was written yet. */
export interface TypedDissent {
  readonly questionId: string;
  readonly body: string;
  readonly revision: number;
}

export type DissentPlan =
  /** What to store, each with its new revision. */
  | { readonly kind: 'ok'; readonly changes: readonly TypedDissent[] }
  /** Questions on which somebody else has written meanwhile: nothing is stored. */
  | { readonly kind: 'conflict'; readonly questionIds: readonly string[] };

/** Decides what typed dissents change, so that nobody's words are replaced unseen. */
export function planDissents(typed: readonly TypedDissent[], questions: readonly PolledQuestion[]): DissentPlan {
  const stored = new Map(questions.map(({ questionId, dissent }) => [questionId, dissent]));
  const decided = typed
    .filter(({ questionId }) => stored.has(questionId))
    .map((each) => {
      const now = stored.get(each.questionId) ?? null;
      const decision = decideSave(
        {
          typed: { revision: each.revision, content: each.body },
          stored: { revision: now?.revision ?? 0, content: now?.body ?? '' },
          shown: each.revision === 0 ? '' : undefined,
        },
        (one, other) => one === other,
      );
      return { each, decision };
    });
  const questionIds = decided.flatMap(({ each, decision }) => (decision.kind === 'conflict' ? [each.questionId] : []));
  return questionIds.length > 0
    ? { kind: 'conflict', questionIds }
    : {
        kind: 'ok',
        changes: decided.flatMap(({ each, decision }) =>
          decision.kind === 'saved' ? [{ ...each, revision: decision.revision }] : [],
        ),
      };
}
