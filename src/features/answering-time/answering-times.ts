import { type Instrument, sectionsOf } from '../programme/index.ts';
import { type Distribution, smallestGroup, spreadShown } from '../scoring/index.ts';
import type { ReturnMinutes } from './answering-minutes.ts';

/** How long a section or one of its questions took those of whom it is known. */
export interface AnsweringTime {
  readonly sectionId: string;
  readonly section: string;
  /** Null for the whole section. */
  readonly question: { readonly id: string; readonly text: string } | null;
  /** Minutes, one figure an assessment; null where they are of fewer than five organisations. */
  readonly spread: Distribution | null;
}

/** Each section and, below it, its questions, in the order in which they are asked. Of a section its questions are added up. */
export function answeringTimes(instrument: Instrument, returns: readonly ReturnMinutes[]): AnsweringTime[] {
  return sectionsOf(instrument).flatMap(({ id, number, title, questions }) => {
    const section = `${number}. ${title}`;
    const timeOf = (question: AnsweringTime['question'], ids: readonly string[]): AnsweringTime => ({
      sectionId: id,
      section,
      question,
      spread: spreadOf(returns, ids),
    });
    return [
      timeOf(
        null,
        questions.map((question) => question.id),
      ),
      ...questions.map(({ id: questionId, text }) => timeOf({ id: questionId, text }, [questionId])),
    ];
  });
}

function spreadOf(returns: readonly ReturnMinutes[], questionIds: readonly string[]): Distribution | null {
  const known = returns.flatMap(({ organisationId, byQuestion }) => {
    const minutes = questionIds.flatMap((id) => byQuestion.get(id) ?? []);
    return minutes.length === 0 ? [] : [{ organisationId, minutes: minutes.reduce((sum, each) => sum + each, 0) }];
  });
  // Several assessments of one organisation are one organisation still.
  const organisations = new Set(known.map(({ organisationId }) => organisationId));
  return organisations.size < smallestGroup ? null : spreadShown(known.map(({ minutes }) => minutes));
}
