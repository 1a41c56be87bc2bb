import { z } from 'zod';
import { count, digest, instant, list, text } from '../../platform/document-shapes.ts';
import { storedJson } from '../../platform/stored-json.ts';
import { type SealedSection, sealedDigest, sealedShape } from '../agreement/index.ts';
import type { AnswerRevision, AssessmentScore } from '../scoring/index.ts';

/** Names the layout below; a change of layout is a new name, and documents of the old one stay readable. */
export const returnSchema = 'local-digital-roadmaps/return/1';

const labelled = z.strictObject({ id: text, label: text });
const coded = z.strictObject({ code: text, name: text });

const scored = z.strictObject({
  score: z.number().nullable(),
  answered: count,
  evidenced: count.nullable(),
  applicable: count,
  notApplicable: count,
  missing: count,
});
const sectionScore = scored.extend({ sectionId: text });

export const answerValueShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('option'), optionId: text }),
  z.strictObject({ kind: z.literal('elements'), met: list(text) }),
  z.strictObject({ kind: z.literal('not-applicable') }),
]);

/** What an organisation said to one question. The fields are named one by one: what is private has no place here. */
const answer = z.strictObject({
  question: text,
  value: answerValueShape,
  note: text,
  /** Whether it rests on evidence that held on the day; left out of documents of before evidence was kept, when a note was enough. */
  evidenced: z.boolean().optional(),
  /** Option of the scale that is to be reached by the next round; null where that is not said. */
  desired: text.nullable(),
  /** Code of the organisation of the group that gave the answer; null where it is its own. */
  from: text.nullable(),
});

const request = z.strictObject({ by: text.nullable() });
const answers = z.strictObject({ answers: list(answer) });
const scores = z.strictObject({
  sections: list(sectionScore),
  themes: list(scored.extend({ themeId: text })),
  overall: scored,
});
/** Scores that would tell the answers behind them. */
const withheldScores = z.strictObject({ sections: list(sectionScore) });

function section<const Id extends string, Content extends z.ZodType>(id: Id, content: Content) {
  return z.strictObject({ ...sealedShape, id: z.literal(id), content: content.nullable() });
}

/** All that an organisation signs of an assessment. Laid out for readers in docs/return-document.md. */
export const returnShape = z.strictObject({
  schema: z.literal(returnSchema),
  programme: z.strictObject({ id: text, title: text }),
  round: labelled,
  instrument: z.strictObject({ id: text, version: text, title: text, digest: digest.nullable() }),
  organisation: coded.extend({ type: labelled }),
  careSetting: labelled,
  illustrative: z.boolean(),
  /** When it was asked to sign it. */
  frozenAt: instant,
  declaration: text,
  method: labelled,
  /** The organisation of the group that gave some of the answers. */
  giver: coded.nullable(),
  sections: list(
    z.discriminatedUnion('id', [
      section('request', request),
      section('answers', answers),
      section('scores', scores),
      section('withheld-scores', withheldScores),
    ]),
  ),
});

export type ReturnDocument = Readonly<z.infer<typeof returnShape>>;
export type ReturnSection = ReturnDocument['sections'][number];
export type SignedAnswer = z.infer<typeof answer>;

export const storedReturn = storedJson<ReturnDocument>('assessment_document.document', returnShape);

/** The digest that stands for the whole document, and that a signature names. */
export function returnDigest(document: ReturnDocument): string {
  return sealedDigest(document);
}

/** Who asked for the signature, by name; null where that is not in this copy, or nobody stands behind it. */
export function askedBy(document: ReturnDocument): string | null {
  return find(document, 'request')?.content?.by ?? null;
}

/** The answers as they are signed; none where they are not in this copy. */
export function signedAnswers(document: ReturnDocument): readonly SignedAnswer[] {
  return find(document, 'answers')?.content?.answers ?? [];
}

/** The same as scores take them. */
export function answersIn(document: ReturnDocument): (AnswerRevision & { readonly isEvidenced: boolean })[] {
  return signedAnswers(document).map(({ question, value, note, desired, evidenced }) => ({
    questionId: question,
    value,
    comment: note,
    isEvidenced: evidenced ?? note.trim() !== '',
    desired,
    revision: 0,
  }));
}

/** The scores as they were frozen, with those that are not for everybody where they are in this copy. */
export function scoreIn(document: ReturnDocument): AssessmentScore {
  const open = find(document, 'scores')?.content;
  if (open == null) {
    throw new TypeError('A frozen return always holds its public scores');
  }
  const few = find(document, 'withheld-scores')?.content?.sections ?? [];
  return {
    instrument: document.instrument.id,
    instrumentVersion: document.instrument.version,
    careSetting: document.careSetting.id,
    method: document.method.id,
    label: document.method.label,
    sections: [...open.sections, ...few],
    themes: open.themes,
    overall: open.overall,
  };
}

function find<Id extends ReturnSection['id']>({ sections }: ReturnDocument, id: Id) {
  return sections.find((each): each is Extract<ReturnSection, SealedSection & { id: Id }> => each.id === id);
}
