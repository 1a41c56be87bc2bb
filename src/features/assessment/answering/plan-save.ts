import { decideSave, type Revision } from '../../../platform/decide-save.ts';
import type { AnswerRevision, AnswerValue } from '../../scoring/index.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';

export type SavePlan =
  /** What to store, each with its new revision; empty when nothing differs from what is stored. */
  | { readonly kind: 'ok'; readonly changes: readonly AnswerRevision[] }
  /** Questions that two people changed to different things from the same start. */
  | { readonly kind: 'conflict'; readonly questionIds: readonly string[] };

/** The posted answers whose page was made from another revision than the one stored now. */
export function madeFromOtherRevision(
  posted: readonly SectionFormAnswer[],
  stored: readonly AnswerRevision[],
): readonly SectionFormAnswer[] {
  const revisions = new Map(stored.map(({ questionId, revision }) => [questionId, revision]));
  return posted.filter(({ questionId, revision }) => revision !== (revisions.get(questionId) ?? 0));
}

/**
 * Decides what a posted section changes, question by question, so that nobody's answer is replaced unseen. One conflict stops
 * the whole save. `bases` are the earlier revisions of `madeFromOtherRevision`; one that was never stored counts as unknown, so
 * that a made-up revision cannot pass.
 */
export function planSave(
  posted: readonly SectionFormAnswer[],
  stored: readonly AnswerRevision[],
  bases: readonly AnswerRevision[],
): SavePlan {
  const now = new Map(stored.map((answer) => [answer.questionId, answer]));
  const base = new Map(bases.map((answer) => [`${answer.questionId} ${answer.revision}`, answer]));
  const changes: AnswerRevision[] = [];
  const questionIds: string[] = [];
  for (const answer of posted) {
    const decision = decideSave(
      {
        typed: asRevision(answer),
        stored: asRevision(now.get(answer.questionId) ?? empty(answer.questionId)),
        shown: baseOf(answer, base),
      },
      isSame,
    );
    if (decision.kind === 'saved') {
      changes.push({ ...answer, revision: decision.revision });
    } else if (decision.kind === 'conflict') {
      questionIds.push(answer.questionId);
    }
  }
  return questionIds.length > 0 ? { kind: 'conflict', questionIds } : { kind: 'ok', changes };
}

function asRevision(answer: AnswerRevision): Revision<Said> {
  return { revision: answer.revision, content: answer };
}

function baseOf(answer: SectionFormAnswer, bases: ReadonlyMap<string, AnswerRevision>): AnswerRevision | undefined {
  return answer.revision === 0 ? empty(answer.questionId) : bases.get(`${answer.questionId} ${answer.revision}`);
}

function empty(questionId: string): AnswerRevision {
  return { questionId, value: null, comment: '', desired: null, revision: 0 };
}

type Said = Pick<AnswerRevision, 'value' | 'comment' | 'desired'>;

function isSame(one: Said, other: Said): boolean {
  return (
    choiceKey(one.value) === choiceKey(other.value) && one.comment === other.comment && one.desired === other.desired
  );
}

function choiceKey(value: AnswerValue | null): string {
  switch (value?.kind) {
    case 'option':
      return `option ${value.optionId}`;
    case 'elements':
      return ['elements', ...value.met].join(' ');
    default:
      return value === null ? '' : value.kind;
  }
}
