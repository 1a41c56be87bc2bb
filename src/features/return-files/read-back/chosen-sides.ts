import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { type fromWorkbook, parseSectionForm } from '../../assessment/index.ts';
import { type Instrument, sectionsFor } from '../../programme/index.ts';
import type { FileAnswer } from './file-answers.ts';

/** What stands in the end: what the file says, or what stands on the site. */
export const whatStands = ['file', 'here'] as const;

export type WhatStands = (typeof whatStands)[number];

/** One difference as the page showed it, and which side of it somebody chose. */
export interface PostedDifference {
  readonly sectionId: string;
  /** What the file says, with the revision that the page showed beside it. */
  readonly answer: fromWorkbook.SectionFormAnswer;
  /** The revision from which the file was made; null where it does not tell. */
  readonly madeFrom: number | null;
  /** Null where nothing was chosen. */
  readonly stands: WhatStands | null;
}

export type AcceptForm =
  /** With an error for each difference of which neither side was chosen. */
  | { readonly kind: 'ok'; readonly posted: readonly PostedDifference[]; readonly errors: readonly FieldError[] }
  /** It is not as the page made it. */
  | { readonly kind: 'unreadable' };

/** The field of a difference in which a side is chosen; the others are those of a section page, and `made-` with what the file was made from. */
export function standsField(questionId: string): string {
  return `stands-${questionId}`;
}

export function madeFromField(questionId: string): string {
  return `made-${questionId}`;
}

/** Reads the form by which differences are accepted: every one that the page showed, with what was chosen. */
export function parseAcceptForm(instrument: Instrument, careSetting: string, form: PostedForm): AcceptForm {
  const reader = readForm(form);
  const posted: PostedDifference[] = [];
  for (const section of sectionsFor(instrument, careSetting)) {
    const parsed = parseSectionForm(instrument, section, careSetting, form);
    if (parsed.kind === 'errors') {
      return { kind: 'unreadable' };
    }
    posted.push(
      ...parsed.answers.map((answer) => ({
        sectionId: section.id,
        answer,
        madeFrom: madeFromIn(textOf(form, madeFromField(answer.questionId))),
        stands: reader.choice(standsField(answer.questionId), whatStands, chooseOne(answer.questionId)),
      })),
    );
  }
  const outcome = reader.outcome(null);
  const wrong = outcome.kind === 'errors' ? outcome.errors : [];
  const missing = posted
    .filter(
      ({ answer, stands }) => stands === null && !wrong.some(({ field }) => field === standsField(answer.questionId)),
    )
    .map(({ answer }) => ({ field: standsField(answer.questionId), message: chooseOne(answer.questionId) }));
  return posted.length === 0 ? { kind: 'unreadable' } : { kind: 'ok', posted, errors: [...wrong, ...missing] };
}

function chooseOne(questionId: string): string {
  return `Choose which answer to question ${questionId} should stand`;
}

function madeFromIn(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The same as answers of a file, to be compared anew. Which rows were empty is not sent again: what they came to is. */
export function answersPosted(posted: readonly PostedDifference[]): FileAnswer[] {
  return posted.map(({ answer: { questionId, value, comment, desired }, madeFrom }) => ({
    questionId,
    value,
    comment,
    desired,
    revision: madeFrom,
    emptyRows: 0,
    place: { sheet: '', cell: '' },
  }));
}

/** What is to be saved, section by section. */
export function answersAccepted(posted: readonly PostedDifference[]) {
  const accepted = posted.filter(({ stands }) => stands === 'file');
  return [...Map.groupBy(accepted, ({ sectionId }) => sectionId)].map(([sectionId, those]) => ({
    sectionId,
    answers: those.map(({ answer }) => answer),
  }));
}
