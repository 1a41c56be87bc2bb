import { refuseWeakSalts, sectionDigest } from '../agreement/index.ts';
import { type Instrument, sectionsOf as instrumentSections } from '../programme/index.ts';
import {
  type AnswerRevision,
  desiredThatCount,
  givenAnswers,
  levelGaps,
  questionsAsked,
  type SavedAnswer,
  scoreAssessment,
  storedScores,
  withheldSections,
} from '../scoring/index.ts';
import { type ReturnDocument, type ReturnSection, returnSchema, type SignedAnswer } from './frozen-return.ts';

interface Labelled {
  readonly id: string;
  readonly label: string;
}

export interface FreezeReturn {
  readonly programme: { readonly id: string; readonly title: string };
  readonly round: Labelled;
  readonly instrument: Instrument;
  /** Of its text as it is kept; null where nothing is. */
  readonly instrumentDigest: string | null;
  /** As it is called on the day. */
  readonly organisation: { readonly code: string; readonly name: string; readonly type: Labelled };
  readonly careSetting: Labelled;
  readonly illustrative: boolean;
  /** `by` is a name; null where nobody stands behind it. */
  readonly asked: { readonly at: Date; readonly by: string | null };
  /** As they stand; what does not count is left out. */
  readonly answers: readonly (AnswerRevision & Pick<SavedAnswer, 'isEvidenced'>)[];
  readonly giver: { readonly code: string; readonly name: string; readonly sectionIds: readonly string[] } | null;
  /** A fresh random salt of 32 hexadecimal digits each time it is called. */
  readonly newSalt: () => string;
}

/** The canonical document of an assessment: everything that whoever signs it says is true. */
export function freezeReturn(input: FreezeReturn): ReturnDocument {
  const { programme, round, instrument, organisation, careSetting, giver } = input;
  const { id, version, title, declaration, scoring } = instrument;
  const sections = sectionsOf(input);
  refuseWeakSalts(sections);
  return {
    schema: returnSchema,
    programme: { id: programme.id, title: programme.title },
    round: labelled(round),
    instrument: { id, version, title, digest: input.instrumentDigest },
    organisation: { code: organisation.code, name: organisation.name, type: labelled(organisation.type) },
    careSetting: labelled(careSetting),
    illustrative: input.illustrative,
    frozenAt: input.asked.at.toISOString(),
    declaration,
    method: { id: scoring.id, label: scoring.label },
    giver: giver === null ? null : { code: giver.code, name: giver.name },
    sections,
  };
}

function labelled({ id, label }: Labelled): Labelled {
  return { id, label };
}

function sectionsOf(input: FreezeReturn): ReturnSection[] {
  const { instrument, careSetting, asked, newSalt } = input;
  const { answers, given } = answersOf(input);
  const score = scoreAssessment(instrument, careSetting.id, given);
  const few = withheldSections(instrument, storedScores(score));
  const withheld = score.sections.filter(({ sectionId }) => few.has(sectionId));
  const { themes, overall } = score;
  const open = { sections: score.sections.filter(({ sectionId }) => !few.has(sectionId)), themes, overall };
  return [
    sealed('request', 'Who asked', { by: asked.by }, newSalt()),
    sealed('answers', 'Answers', { answers }, newSalt()),
    sealed('scores', 'Scores', open, null),
    ...(withheld.length === 0
      ? []
      : [sealed('withheld-scores', 'Scores of few answers', { sections: withheld }, newSalt())]),
  ];
}

function sealed<const Id extends string, Content>(id: Id, title: string, content: Content, salt: string | null) {
  const visibility = salt === null ? ('public' as const) : ('assured' as const);
  return { id, title, visibility, digest: sectionDigest(content, salt), salt, content };
}

/** What counts, in the instrument's order, as it is signed and as it is scored. */
function answersOf({ instrument, careSetting, answers: said, giver }: FreezeReturn) {
  const all = givenAnswers(said);
  const byQuestion = new Map(all.map((answer) => [answer.questionId, answer]));
  const given = [...questionsAsked(instrument, careSetting.id, all).keys()].flatMap((id) => byQuestion.get(id) ?? []);
  const desired = desiredThatCount(levelGaps(instrument, careSetting.id, said));
  const fromGiver = new Set(
    instrumentSections(instrument)
      .filter(({ id }) => giver?.sectionIds.includes(id) === true)
      .flatMap(({ questions }) => questions.map(({ id }) => id)),
  );
  const answers = given.map(
    ({ questionId, value, comment, isEvidenced = false }): SignedAnswer => ({
      question: questionId,
      value: value.kind === 'elements' ? { kind: 'elements', met: [...value.met] } : value,
      note: comment,
      evidenced: isEvidenced,
      desired: desired[questionId] ?? null,
      from: giver !== null && fromGiver.has(questionId) ? giver.code : null,
    }),
  );
  return { answers, given };
}
