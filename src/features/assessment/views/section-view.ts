import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { countOf, sentenceStart } from '../../../views/format.ts';
import type { Choice } from '../../../views/forms/fields.tsx';
import type { Shown } from '../../../views/page/answer-saved.ts';
import {
  type Instrument,
  type Question,
  type Section,
  scaleOf,
  sectionQuestions,
  sectionsFor,
} from '../../programme/index.ts';
import {
  claimClassWords,
  classOfAnswer,
  desiredOf,
  type EarlierAnswers,
  givenAnswers,
  questionsAsked,
  type SavedAnswer,
} from '../../scoring/index.ts';
import {
  notApplicableChoice,
  partNames,
  type SectionFormAnswer,
  type TypedAnswer,
} from '../answering/parse-section-form.ts';
import { type AnswerRead, answerRead, notApplicableOffer, postedChoices } from './answer-words.ts';
import { type ConditionalView, conditionalView } from './conditional/conditional-view.ts';
import { type DesiredView, desiredInWords, desiredView } from './gaps/desired-view.ts';
import { type LevelsView, levelsView } from './levels/levels-view.ts';
import { noteReadersInWords } from './reading/unread.ts';
import { doneOf, type SectionFrame, type SectionLink, sectionLinks } from './section-links.ts';
import { byWhomAndWhen } from './stamp-words.ts';
import { type EarlierView, earlierView } from './two-rounds/earlier-view.ts';

export interface QuestionView {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly evidence: readonly string[];
  /** What it hangs on; null where it is always asked. */
  readonly conditional: ConditionalView | null;
  /** Of a question that is answered by one choice; empty where it has levels. */
  readonly choices: readonly Choice[];
  /** Null where the question is answered by one choice. */
  readonly levels: LevelsView | null;
  /** What is chosen or ticked. */
  readonly chosen: readonly string[];
  readonly comment: string;
  /** Who reads the note beside the people of the organisation, and from when on; a sentence. */
  readonly noteReaders: string;
  /** What may be said to be reached by the next round; null where that is not asked. */
  readonly desired: DesiredView | null;
  /** True where it is marked not applicable and the instrument wants to know why. */
  readonly lacksReason: boolean;
  readonly revision: string;
  /** What was answered in an earlier round to what the question came from. */
  readonly earlier: EarlierView | null;
  /** Another person's answer that stands in the way of the one typed here. */
  readonly theirs:
    | (AnswerRead & { readonly by: string; readonly comment: string; readonly desired: string | null })
    | null;
}

export interface AnswerRow extends AnswerRead {
  readonly id: string;
  readonly question: string;
  readonly comment: string;
  /** What is to be reached by the next round, in words; null where nobody says. */
  readonly desired: string | null;
  /** The class of the answer, in a word; empty where there is none, or it says that the question does not apply. */
  readonly claim: string;
  readonly saved: string;
}

export interface SectionView {
  readonly organisation: string;
  readonly title: string;
  readonly description: string;
  readonly answeredBy: string;
  /** How many questions are answered, and who saved last. */
  readonly progress: string;
  readonly questions: readonly QuestionView[];
  /** The name of the round whose answers stand beside the questions; null where there is none. */
  readonly earlierRound: string | null;
  /** The same answers to read, where they are locked or not this person's to change. */
  readonly rows: readonly AnswerRow[];
  readonly errors: readonly FieldError[];
  readonly next: { readonly title: string; readonly href: string } | null;
  readonly list: string;
  /** All sections, to go to another one from here. */
  readonly sections: readonly SectionLink[];
  readonly provenance: string;
}

/** What came back from a form that could not be saved. */
export interface UnsavedForm {
  readonly typed: Readonly<Record<string, TypedAnswer>>;
  readonly errors: readonly FieldError[];
  /** Questions somebody else has changed meanwhile. */
  readonly conflicts: readonly string[];
}

/** Answers that were read from a form but could not be saved, as they were typed. */
export function typedAgain(answers: readonly SectionFormAnswer[]): UnsavedForm['typed'] {
  return Object.fromEntries(
    answers.map(({ questionId, value, comment, desired, revision }) => [
      questionId,
      { choices: postedChoices(value), comment, desired: desired ?? '', revision: String(revision) },
    ]),
  );
}

const nothingTyped: UnsavedForm = { typed: {}, errors: [], conflicts: [] };

export interface BesideAnswers {
  readonly unsaved?: UnsavedForm | undefined;
  readonly earlier?: EarlierAnswers | null;
}

/** Everything a section page prints: the answers saved, or those typed into a form that could not be saved, beside those of an earlier round. */
export function sectionView(
  frame: SectionFrame,
  section: Section,
  saved: readonly SavedAnswer[],
  { unsaved = nothingTyped, earlier = null }: BesideAnswers = {},
): SectionView {
  const { organisation, instrument, careSetting, sectionHref, list } = frame;
  const questions = sectionQuestions(section, careSetting);
  const answers = new Map(saved.map((answer) => [answer.questionId, answer]));
  const all = sectionsFor(instrument, careSetting);
  const next = all[all.indexOf(section) + 1];
  const asked = questionsAsked(instrument, careSetting, givenAnswers(saved));
  const views = questions.map((question) =>
    questionView({ instrument, section, asked, unsaved, earlier }, question, answers.get(question.id)),
  );
  const questionsHere = questions.filter(({ id }) => asked.has(id));
  return {
    organisation,
    title: `${section.number}. ${section.title}`,
    description: section.description,
    answeredBy: section.answeredBy,
    progress: progressOf(questionsHere.map(({ id }) => answers.get(id))),
    questions: views,
    earlierRound: views.some((view) => view.earlier !== null) ? (earlier?.round.label ?? null) : null,
    rows: questionsHere.map((question) => answerRow(instrument, question, answers.get(question.id))),
    errors: unsaved.errors.map(onVisibleField),
    next: next === undefined ? null : { title: `${next.number}. ${next.title}`, href: sectionHref(next.id) },
    list,
    sections: sectionLinks(frame, section, saved),
    provenance: instrument.provenance,
  };
}

/** What the page says differently once answers are saved. Whether a question is asked is left to the script of the page where that can tell. */
export function shownProgress({ progress, sections, questions }: SectionView): Shown {
  const conditionals = questions.flatMap(({ conditional }) => (conditional?.field === null ? [conditional] : []));
  return {
    texts: Object.fromEntries([
      ['progress', progress],
      ...sections.map((section) => [section.shownAs, doneOf(section)]),
      ...questions.flatMap(({ levels }) => (levels === null ? [] : [[levels.shownAs, levels.saved]])),
      ...conditionals.map((each) => [each.shownAs, each.isAsked ? each.wordsIfAsked : each.wordsIfNot]),
    ]),
    hidden: Object.fromEntries(conditionals.map(({ shownAs, isAsked }) => [shownAs, !isAsked])),
  };
}

/** Of the questions of a section: their answers, or nothing where there is none. */
function progressOf(answers: readonly (SavedAnswer | undefined)[]): string {
  const saved = answers.filter((answer) => answer !== undefined);
  const answered = saved.filter(({ value }) => value !== null).length;
  const [last] = saved.toSorted((a, b) => b.savedBy.at.getTime() - a.savedBy.at.getTime());
  const progress = `${answered} of ${countOf(answers.length, 'question')} answered.`;
  return last === undefined ? progress : `${progress} Last saved ${byWhomAndWhen(last.savedBy)}.`;
}

interface Beside {
  readonly instrument: Instrument;
  readonly section: Section;
  readonly asked: ReadonlyMap<string, Question>;
  readonly unsaved: UnsavedForm;
  readonly earlier: EarlierAnswers | null;
}

function questionView(
  { instrument, section, asked, unsaved: { typed, conflicts, errors }, earlier }: Beside,
  question: Question,
  saved: SavedAnswer | undefined,
): QuestionView {
  const before = earlier === null ? null : earlierView(earlier, question);
  const asThen = (choice: Choice) =>
    before?.again.includes(choice.value) === true ? { ...choice, hint: 'Your answer then' } : choice;
  const mine = typed[question.id];
  const isConflict = conflicts.includes(question.id);
  const { choices: chosen, comment, desired } = mine ?? asTyped(saved);
  // What is wrong with an answer has to be seen to be put right.
  const isAtFault = errors.some(({ field }) => partNames.some((part) => field === `${part}-${question.id}`));
  return {
    id: question.id,
    label: questionInWords(question),
    help: question.help,
    evidence: question.evidence,
    conditional: isAtFault
      ? null
      : conditionalView(instrument, section, question, {
          isAsked: asked.has(question.id),
          isAnswered: (saved?.value ?? null) !== null,
        }),
    choices: question.levels.length > 0 ? [] : choicesOf(instrument, question).map(asThen),
    levels: question.levels.length > 0 ? levelsView(instrument, question, saved?.value ?? null, asThen) : null,
    earlier: before,
    chosen,
    comment,
    noteReaders: noteReadersInWords(instrument),
    desired: desiredView(instrument, question, desired),
    lacksReason: instrument.notApplicableNeedsReason && chosen.includes(notApplicableChoice) && comment === '',
    // Both answers are on the page after a conflict, so the next save may replace the one stored now. Otherwise the form
    // keeps the revision it was made from; 0 for one that cannot be read never replaces anything.
    revision: isConflict || mine === undefined ? String(saved?.revision ?? 0) : readableRevision(mine.revision),
    theirs: isConflict && saved !== undefined ? theirsOf(instrument, question, saved) : null,
  };
}

/** What is saved, as it would be typed. */
function asTyped(saved: SavedAnswer | undefined): Omit<TypedAnswer, 'revision'> {
  return {
    choices: postedChoices(saved?.value ?? null),
    comment: saved?.comment ?? '',
    desired: saved?.desired ?? '',
  };
}

function theirsOf(instrument: Instrument, question: Question, saved: SavedAnswer): NonNullable<QuestionView['theirs']> {
  return {
    by: byWhomAndWhen(saved.savedBy),
    ...answerRead(instrument, question, saved.value),
    comment: saved.comment,
    desired: desiredInWords(instrument, question, saved.desired),
  };
}

/** `WL1. Board leadership: How far does the board …?` */
export function questionInWords({ id, title, text }: Question): string {
  return `${id}. ${title === null ? '' : `${title}: `}${text}`;
}

function choicesOf(instrument: Instrument, question: Question): readonly Choice[] {
  const options = scaleOf(instrument, question).options.map(({ id, label }) => ({ value: id, label }));
  return question.notApplicable ? [...options, { ...notApplicableOffer(instrument), divider: 'or' }] : options;
}

function readableRevision(revision: string): string {
  return /^\d{1,9}$/.test(revision) ? revision : '0';
}

function answerRow(instrument: Instrument, question: Question, saved: SavedAnswer | undefined): AnswerRow {
  return {
    id: question.id,
    question: questionInWords(question),
    ...answerRead(instrument, question, saved?.value ?? null),
    comment: saved?.comment ?? '',
    desired: saved === undefined ? null : desiredInWords(instrument, question, desiredOf(saved)),
    claim: claimOf(saved),
    saved: saved === undefined ? 'Never' : sentenceStart(byWhomAndWhen(saved.savedBy)),
  };
}

function claimOf(saved: SavedAnswer | undefined): string {
  const value = saved?.value ?? null;
  return saved === undefined || value === null || value.kind === 'not-applicable'
    ? ''
    : claimClassWords[classOfAnswer(saved)].label;
}

/** The revision of an answer is a hidden field; what is wrong with it is said at the answer. */
function onVisibleField({ field, message }: FieldError): FieldError {
  return { field: field.replace(/^revision-/, 'answer-'), message };
}
