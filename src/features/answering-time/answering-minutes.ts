/** One answer that somebody saved, once. Answers saved together have the same moment. */
export interface AnswerSave {
  readonly organisationId: string;
  /** The assessment, of which an organisation may have one for each care setting. */
  readonly assessmentId: string;
  readonly personId: string;
  readonly sectionId: string;
  readonly questionId: string;
  readonly at: Date;
}

/** Minutes that the answers of one assessment are known to have taken. */
export interface ReturnMinutes {
  readonly organisationId: string;
  /** By question; one of which nothing is known is not in it. */
  readonly byQuestion: ReadonlyMap<string, number>;
}

/**
 * Whoever saves nothing for longer did something else meanwhile, or thought: which of them cannot be told, so the time counts for
 * nothing. Long enough for a question that is hard, short enough that a telephone call does not count as answering.
 */
export const PAUSE_MINUTES = 10;

/**
 * How long answering took, told by nothing but when answers were saved: from one save of a person to their next, for the questions
 * that the next one saved, shared evenly among them. A gap longer than the pause counts for nothing, and so does what came before the
 * first save. Answers of several sections that were saved at one moment came from a file or were taken over: nobody typed them then.
 *
 * @param saves in any order
 * @returns by assessment; minutes with fractions. Of whom they are of is not in it any more
 */
export function answeringMinutes(saves: readonly AnswerSave[]): ReadonlyMap<string, ReturnMinutes> {
  const minutes = new Map<string, { organisationId: string; byQuestion: Map<string, number> }>();
  for (const ofPerson of Map.groupBy(saves, ({ personId }) => personId).values()) {
    for (const { save, took } of timesOf(momentsOf(ofPerson))) {
      const { organisationId, assessmentId, questionId } = save;
      const { byQuestion } = minutes.get(assessmentId) ?? { byQuestion: new Map<string, number>() };
      byQuestion.set(questionId, (byQuestion.get(questionId) ?? 0) + took);
      minutes.set(assessmentId, { organisationId, byQuestion });
    }
  }
  return minutes;
}

/** The minutes that each save of one person took, as far as they are known. */
function timesOf(moments: readonly Moment[]): { readonly save: AnswerSave; readonly took: number }[] {
  return moments.flatMap(({ at, saves }, index) => {
    const before = moments[index - 1]?.at ?? Number.NEGATIVE_INFINITY;
    const gap = (at - before) / 60_000;
    return gap <= PAUSE_MINUTES && isTyped(saves) ? saves.map((save) => ({ save, took: gap / saves.length })) : [];
  });
}

interface Moment {
  readonly at: number;
  readonly saves: readonly AnswerSave[];
}

/** What one person saved, together what was saved together, in the order of time. */
function momentsOf(saves: readonly AnswerSave[]): Moment[] {
  const moments = Map.groupBy(saves, ({ at }) => at.getTime());
  return [...moments].map(([at, together]) => ({ at, saves: together })).toSorted((one, other) => one.at - other.at);
}

function isTyped(moment: readonly AnswerSave[]): boolean {
  return new Set(moment.map(({ assessmentId, sectionId }) => `${assessmentId} ${sectionId}`)).size === 1;
}
