import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, type PostedForm, textOf, textsOf } from '../../../platform/forms/posted-form.ts';
import { type fromWorkbook, parseSectionForm } from '../../assessment/index.ts';
import { type Instrument, sectionQuestions, sectionsFor } from '../../programme/index.ts';
import { linksOf } from '../link-lines.ts';
import type { FileAnswer } from './file-answers.ts';
import type { LinkChanges, LinkDifference } from './link-differences.ts';

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

/** The same of the links under an answer. */
export interface PostedLinks {
  readonly sectionId: string;
  readonly changes: LinkChanges;
  readonly stands: WhatStands | null;
}

export interface PostedSides {
  readonly answers: readonly PostedDifference[];
  readonly links: readonly PostedLinks[];
}

export type AcceptForm =
  /** By part, with an error for each difference of which neither side was chosen. */
  | { readonly kind: 'ok'; readonly posted: readonly PostedSides[]; readonly errors: readonly FieldError[] }
  /** It is not as the page made it. */
  | { readonly kind: 'unreadable' };

/** The field of a difference in which a side is chosen; the others are those of a section page, and `made-` with what the file was made from. */
export function standsField(questionId: string): string {
  return `stands-${questionId}`;
}

/** The fields of what changed of the links under an answer: the side that is chosen, what came to it, and what went. */
export function linkFields(questionId: string) {
  return {
    stands: `links-stands-${questionId}`,
    added: `links-added-${questionId}`,
    takenOff: `links-off-${questionId}`,
  };
}

export function madeFromField(questionId: string): string {
  return `made-${questionId}`;
}

/** The part of a return that some fields are about. */
export interface AcceptedPart {
  /** What the names of its fields begin with. */
  readonly prefix: string;
  readonly instrument: Instrument;
  readonly careSetting: string;
}

/** Reads the form by which differences are accepted: every one that the page showed, with what was chosen. */
export function parseAcceptForm(parts: readonly AcceptedPart[], form: PostedForm): AcceptForm {
  const read = parts.map((part) => ({ ...part, read: parsePart(part, fieldsOfPart(form, part.prefix)) }));
  const posted: PostedSides[] = [];
  const errors: FieldError[] = [];
  for (const part of read) {
    if (part.read.kind === 'unreadable') {
      return part.read;
    }
    posted.push(part.read.posted);
    errors.push(...part.read.errors.map((error) => ({ ...error, field: `${part.prefix}${error.field}` })));
  }
  return posted.every(({ answers, links }) => answers.length + links.length === 0)
    ? { kind: 'unreadable' }
    : { kind: 'ok', posted, errors };
}

/** The fields whose names begin so, without that. */
function fieldsOfPart(form: PostedForm, prefix: string): PostedForm {
  const own = Object.entries(form).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}

type PartForm =
  | { readonly kind: 'ok'; readonly posted: PostedSides; readonly errors: readonly FieldError[] }
  | { readonly kind: 'unreadable' };

function parsePart({ instrument, careSetting }: AcceptedPart, form: PostedForm): PartForm {
  const reader = readForm(form);
  const posted: PostedDifference[] = [];
  const links: PostedLinks[] = [];
  for (const section of sectionsFor(instrument, careSetting)) {
    const parsed = parseSectionForm(instrument, section, careSetting, form);
    if (parsed.kind === 'errors') {
      return { kind: 'unreadable' };
    }
    const linksPosted = sectionQuestions(section, careSetting).map(({ id }) => linkChangesIn(form, id));
    if (linksPosted.some((each) => each === 'unreadable')) {
      return { kind: 'unreadable' };
    }
    links.push(
      ...linksPosted
        .filter((changes) => changes !== null && changes !== 'unreadable')
        .map((changes) => ({
          sectionId: section.id,
          changes,
          stands: reader.choice(linkFields(changes.questionId).stands, whatStands, chooseLinks(changes.questionId)),
        })),
    );
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
  const unchosen = [
    ...posted
      .filter(({ stands }) => stands === null)
      .map(({ answer }) => ({ field: standsField(answer.questionId), message: chooseOne(answer.questionId) })),
    ...links
      .filter(({ stands }) => stands === null)
      .map(({ changes: { questionId } }) => ({
        field: linkFields(questionId).stands,
        message: chooseLinks(questionId),
      })),
  ];
  const missing = unchosen.filter(({ field }) => !wrong.some((each) => each.field === field));
  return { kind: 'ok', posted: { answers: posted, links }, errors: [...wrong, ...missing] };
}

/** Null where the form has none of this question. */
function linkChangesIn(form: PostedForm, questionId: string): LinkChanges | 'unreadable' | null {
  const fields = linkFields(questionId);
  const added = linksOf(textsOf(form, fields.added).join('\n'));
  const takenOff = textsOf(form, fields.takenOff);
  if (added.kind === 'odd') {
    return 'unreadable';
  }
  return added.links.length + takenOff.length === 0
    ? null
    : { questionId, added: added.links, takenOff, place: { sheet: '', cell: '' } };
}

function chooseLinks(questionId: string): string {
  return `Choose on which links the answer to question ${questionId} should rest`;
}

function chooseOne(questionId: string): string {
  return `Choose which answer to question ${questionId} should stand`;
}

function madeFromIn(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The same as answers of a file, to be compared anew. Which rows were empty is not sent again: what they came to is. */
export function answersPosted({ answers }: PostedSides): FileAnswer[] {
  return answers.map(({ answer: { questionId, value, comment, desired }, madeFrom }) => ({
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
export function answersAccepted({ answers }: PostedSides) {
  const accepted = answers.filter(({ stands }) => stands === 'file');
  return [...Map.groupBy(accepted, ({ sectionId }) => sectionId)].map(([sectionId, those]) => ({
    sectionId,
    answers: those.map(({ answer }) => answer),
  }));
}

/** What is to be changed of the links, as they stand here. */
export function linksAccepted({ links }: PostedSides, differences: readonly LinkDifference[]) {
  return links.flatMap(({ sectionId, changes: { questionId }, stands }) => {
    const difference = differences.find(({ line }) => line.question.id === questionId);
    return stands !== 'file' || difference === undefined
      ? []
      : [
          {
            sectionId,
            questionId,
            added: difference.added,
            takenOff: difference.takenOff.map(({ evidenceId }) => evidenceId),
          },
        ];
  });
}
