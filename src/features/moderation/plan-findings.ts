import { decideSave } from '../../platform/decide-save.ts';
import { type Finding, isSameFinding, nothingFound, type SavedFinding } from './finding.ts';

/** What was posted of one answer. */
export interface PostedFinding {
  readonly questionId: string;
  readonly finding: Finding;
  /** That the page was made from; 0 where nothing was saved yet. */
  readonly revision: number;
}

export type FindingsPlan =
  /** What to store, each with its new revision; empty when nothing differs from what is stored. */
  | { readonly kind: 'ok'; readonly changes: readonly PostedFinding[] }
  /** Questions of which somebody else has found something else meanwhile. */
  | { readonly kind: 'conflict'; readonly questionIds: readonly string[] };

/** Decides what a posted section changes, so that nobody's finding is replaced unseen. `earlier`: every save that there ever was. */
export function planFindings(
  posted: readonly PostedFinding[],
  stored: readonly Pick<SavedFinding, 'questionId' | 'finding' | 'revision'>[],
  earlier: readonly Pick<SavedFinding, 'questionId' | 'finding' | 'revision'>[],
): FindingsPlan {
  const changes: PostedFinding[] = [];
  const questionIds: string[] = [];
  for (const each of posted) {
    const { questionId, finding, revision } = each;
    const isOfQuestion = (other: Pick<SavedFinding, 'questionId'>) => other.questionId === questionId;
    const now = stored.find(isOfQuestion);
    const shown = earlier.find((save) => isOfQuestion(save) && save.revision === revision)?.finding;
    const decision = decideSave(
      {
        typed: { revision, content: finding },
        stored: { revision: now?.revision ?? 0, content: now?.finding ?? nothingFound },
        shown: revision === 0 ? nothingFound : shown,
      },
      isSameFinding,
    );
    if (decision.kind === 'saved') {
      changes.push({ ...each, revision: decision.revision });
    } else if (decision.kind === 'conflict') {
      questionIds.push(questionId);
    }
  }
  return questionIds.length > 0 ? { kind: 'conflict', questionIds } : { kind: 'ok', changes };
}
