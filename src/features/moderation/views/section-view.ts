import { formatTime } from '../../../views/format.ts';
import type { Choice } from '../../../views/forms/fields.tsx';
import {
  type AnswerToRead,
  answerRead,
  answersToSign,
  type LevelsView,
  levelsView,
  postedChoices,
  questionInWords,
} from '../../assessment/index.ts';
import { type Instrument, type Question, type Section, scaleOf } from '../../programme/index.ts';
import type { Answer } from '../../scoring/index.ts';
import { type Finding, isSameValue, type SavedFinding } from '../finding.ts';
import { asSignedChoice, notCheckedChoice, type TypedFinding, type TypedFindings } from '../parse-findings.ts';
import type { ModeratedReturn } from '../require-moderated.ts';

/** One signed answer, what is found of it, and the fields in which that is said. */
export interface CheckedAnswer {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly signed: AnswerToRead;
  /** What stands, in words; null where nothing was found. */
  readonly standing: FindingRead | null;
  /** Of a question that is answered by one choice; empty where it has levels. */
  readonly choices: readonly Choice[];
  readonly levels: LevelsView | null;
  readonly chosen: readonly string[];
  readonly reason: string;
  readonly revision: number;
  /** Whether what stands was saved by somebody else since the page was made, so that both are shown. */
  readonly isConflict: boolean;
}

export interface FindingRead {
  /** `The same`, or what would be answered. */
  readonly said: string;
  /** What of its elements is met, where it is answered so. */
  readonly met: readonly string[];
  readonly reason: string;
  readonly by: string;
}

/** What came back from a form that was not saved. */
export interface UnsavedFindings {
  readonly typed: TypedFindings;
  readonly conflicts: readonly string[];
}

/** The answers of a section that can be checked, with what was found of each. */
export function checkedAnswers(
  { assessed: { instrument }, document, signed, toCheck, moderation }: ModeratedReturn,
  section: Section,
  { typed, conflicts }: UnsavedFindings,
): CheckedAnswer[] {
  const toRead = answersToSign(instrument, section, document.document);
  return section.questions.flatMap((question) => {
    const answer = signed.find(({ questionId }) => questionId === question.id);
    const read = toRead.find(({ id }) => id === question.id);
    if (answer === undefined || read === undefined || !toCheck.includes(question.id)) {
      return [];
    }
    const saved = moderation.findings.find(({ questionId }) => questionId === question.id);
    const mine = typed.get(question.id);
    return [
      {
        id: question.id,
        label: `What would you answer to ${question.id}?`,
        help: question.help,
        signed: { ...read, question: questionInWords(question) },
        standing: saved === undefined ? null : findingRead(instrument, question, saved),
        ...fieldsOf(instrument, question, answer),
        chosen: mine?.choices ?? chosenOf(question, saved?.finding),
        reason: mine?.reason ?? saved?.finding.reason ?? '',
        revision: saved?.revision ?? 0,
        isConflict: conflicts.includes(question.id),
      },
    ];
  });
}

/** A finding in words; null where it says nothing. */
export function findingRead(instrument: Instrument, question: Question, saved: SavedFinding): FindingRead | null {
  const { finding, by, at } = saved;
  if (finding.verdict === 'none') {
    return null;
  }
  const other = finding.verdict === 'other' ? answerRead(instrument, question, finding.value) : null;
  return {
    said: other === null ? 'The same' : other.answer,
    met: other?.met ?? [],
    reason: finding.reason,
    by: `${by.personName} (${by.onBehalfOf}), ${formatTime(at)}`,
  };
}

function fieldsOf(
  instrument: Instrument,
  question: Question,
  { value }: Answer,
): Pick<CheckedAnswer, 'choices' | 'levels'> {
  const asSigned = { value: asSignedChoice, label: `The same: ${answerRead(instrument, question, value).answer}` };
  if (question.levels.length > 0) {
    const levels = levelsView(instrument, question, null, (choice) => choice);
    const alone = { ...asSigned, label: `${asSigned.label}, as it was ticked`, divider: 'or', isAlone: true };
    return { choices: [], levels: { ...levels, alone: [alone, ...levels.alone] } };
  }
  const notApplicable = { value: 'not-applicable', label: 'Not applicable to the organisation' };
  const others = [
    ...scaleOf(instrument, question).options.map(({ id, label }) => ({ value: id, label })),
    ...(question.notApplicable ? [notApplicable] : []),
  ].filter((choice) => !isSameValue(chosenValue(choice.value), value));
  const [first, ...rest] = others;
  return {
    choices: [
      { value: notCheckedChoice, label: 'Not checked' },
      asSigned,
      ...(first === undefined ? [] : [{ ...first, divider: 'or' }, ...rest]),
    ],
    levels: null,
  };
}

function chosenValue(choice: string): Answer['value'] {
  return choice === 'not-applicable' ? { kind: 'not-applicable' } : { kind: 'option', optionId: choice };
}

function chosenOf({ levels }: Question, finding: Finding | undefined): readonly string[] {
  switch (finding?.verdict) {
    case 'same':
      return [asSignedChoice];
    case 'other':
      return postedChoices(finding.value);
    default:
      return levels.length > 0 ? [] : [notCheckedChoice];
  }
}

/** What was typed about an answer, in words. */
export interface UnsentFinding {
  readonly id: string;
  readonly chosen: readonly string[];
  readonly reason: string;
}

/** The same where it says anything; null where it does not. */
export function unsentOf(
  { id, choices, levels }: CheckedAnswer,
  typed: TypedFinding | undefined,
): UnsentFinding | null {
  const offered = [...choices, ...(levels?.levels.flatMap(({ elements }) => elements) ?? []), ...(levels?.alone ?? [])];
  const chosen = offered
    .filter(({ value }) => value !== notCheckedChoice && typed?.choices.includes(value) === true)
    .map(({ label }) => label);
  const reason = typed?.reason ?? '';
  return chosen.length === 0 && reason === '' ? null : { id, chosen, reason };
}
