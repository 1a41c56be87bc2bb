import { decideSave, type Revision } from '../../../platform/decide-save.ts';
import type { AnswerRevision, AnswerValue } from '../../scoring/index.ts';
import type { SectionFormAnswer } from './parse-section-form.ts';

export type SavePlan =
  /**
   * What to store, each with its new revision; empty when nothing differs from what is stored. With the revision that each answer
   * has in the history, those that were there already among them; without an answer that its writer left as the page showed it.
   */
  | {
      readonly kind: 'ok';
      readonly changes: readonly AnswerRevision[];
      readonly revisions: Readonly<Record<string, number>>;
    }
  /** Questions that two people changed to different things from the same start. */
  | { readonly kind: 'conflict'; readonly questionIds: readonly string[] };

/** An answer as it once was, with who gave it. */
export interface EarlierRevision extends AnswerRevision {
  /** Null where nobody is known. */
  readonly answeredBy: string | null;
}

/** The posted answers whose page was made from another revision than the one stored now. */
export function madeFromOtherRevision(
  posted: readonly SectionFormAnswer[],
  stored: readonly AnswerRevision[],
): readonly SectionFormAnswer[] {
  const revisions = new Map(stored.map(({ questionId, revision }) => [questionId, revision]));
  return posted.filter(({ questionId, revision }) => revision !== (revisions.get(questionId) ?? 0));
}

/** The revisions that tell what became of such an answer: the one its page was made from, and the one that it made if it has arrived before. */
export function revisionsToKnow(
  stale: readonly SectionFormAnswer[],
): readonly Pick<AnswerRevision, 'questionId' | 'revision'>[] {
  return stale.flatMap(({ questionId, revision }) => [
    { questionId, revision },
    { questionId, revision: revision + 1 },
  ]);
}

/**
 * Decides what a posted section changes, question by question, so that nobody's answer is replaced unseen. One conflict stops
 * the whole save. `earlier` are the `revisionsToKnow`; one that was never stored counts as unknown, so that a made-up revision cannot
 * pass. Where `sender` is given, the answers may have arrived before, since a connection may be lost between a save and its answer: what
 * that person has saved over the same revision is known again, also where somebody has changed it since.
 */
export function planSave(
  posted: readonly SectionFormAnswer[],
  stored: readonly AnswerRevision[],
  earlier: readonly EarlierRevision[],
  sender: string | null = null,
): SavePlan {
  const now = new Map(stored.map((answer) => [answer.questionId, answer]));
  const base = new Map(earlier.map((answer) => [`${answer.questionId} ${answer.revision}`, answer]));
  const changes: AnswerRevision[] = [];
  const revisions: Record<string, number> = {};
  const questionIds: string[] = [];
  for (const answer of posted) {
    const arrived = base.get(`${answer.questionId} ${answer.revision + 1}`);
    if (sender !== null && arrived?.answeredBy === sender && isSame(arrived, answer)) {
      revisions[answer.questionId] = arrived.revision;
      continue;
    }
    const standing = asRevision(now.get(answer.questionId) ?? empty(answer.questionId));
    const decision = decideSave({ typed: asRevision(answer), stored: standing, shown: baseOf(answer, base) }, isSame);
    if (decision.kind === 'saved') {
      changes.push({ ...answer, revision: decision.revision });
      revisions[answer.questionId] = decision.revision;
    } else if (decision.kind === 'unchanged' && decision.revision > 0 && isSame(answer, standing.content)) {
      revisions[answer.questionId] = decision.revision;
    } else if (decision.kind === 'conflict') {
      questionIds.push(answer.questionId);
    }
  }
  return questionIds.length > 0 ? { kind: 'conflict', questionIds } : { kind: 'ok', changes, revisions };
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
