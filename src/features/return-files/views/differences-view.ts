import { paths } from '../../../paths.ts';
import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { countOf, listInWords, sentenceStart } from '../../../views/format.ts';
import {
  type AssessedOrganisation,
  answerRead,
  fromWorkbook,
  optionLabel,
  postedChoices,
  questionInWords,
} from '../../assessment/index.ts';
import type { Instrument, Question } from '../../programme/index.ts';
import type { SavedAnswer } from '../../scoring/index.ts';
import { linesOf, type NamedLink } from '../link-lines.ts';
import type { OddCell } from '../read-back/cell-answers.ts';
import { linkFields, madeFromField, standsField, type WhatStands } from '../read-back/chosen-sides.ts';
import type { AnswerDifference, Emptied, WhatIsSaid } from '../read-back/differences.ts';
import type { LinkDifference } from '../read-back/link-differences.ts';

/** Where an error leads that is about no single difference. */
export const summaryId = 'what-differs';

type SaidView = ReturnType<typeof answerRead> & {
  readonly desired: string | null;
  readonly note: string;
};

export interface DifferenceView {
  readonly id: string;
  readonly label: string;
  readonly field: string;
  /** What is chosen before somebody chooses; null where they must. */
  readonly stands: WhatStands | null;
  readonly here: SaidView;
  /** Who saved what stands here, and when; null where nothing was ever saved. */
  readonly savedBy: string | null;
  readonly file: SaidView;
  /** What to look at before choosing, a sentence each. */
  readonly remarks: readonly string[];
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
}

/** What the file changes of the links under an answer. */
export interface LinksView extends Pick<DifferenceView, 'id' | 'label' | 'field' | 'stands' | 'remarks' | 'hidden'> {
  readonly here: readonly NamedLink[];
  readonly added: readonly NamedLink[];
  readonly takenOff: readonly NamedLink[];
}

export interface DifferenceGroup {
  readonly title: string;
  /** Said under the title; null where nothing needs to be. */
  readonly intro: string | null;
  readonly differences: readonly DifferenceView[];
}

export interface DifferencesView {
  readonly organisation: string;
  readonly accept: string;
  readonly files: string;
  /** How much differs and how much does not, a sentence each. */
  readonly summary: readonly string[];
  readonly groups: readonly DifferenceGroup[];
  readonly links: readonly LinksView[];
  readonly odd: readonly (OddCell & { readonly where: string })[];
  readonly errors: readonly FieldError[];
}

/** What of a file differs in one return. */
export interface Compared {
  /** What the names of its fields begin with, and the care setting before its questions; empty where a file is of one return. */
  readonly prefix: string;
  readonly label: string;
  readonly instrument: Instrument;
  readonly differences: readonly AnswerDifference[];
  readonly links: readonly LinkDifference[];
  readonly unchanged: number;
  readonly odd: readonly OddCell[];
  /** How many questions have no row in the file. */
  readonly missing: number;
  /** From which revision the answers of the file were made, by question; null or left out where it does not tell. */
  readonly madeFrom: ReadonlyMap<string, number | null>;
  /** Who else answers for a question, by name. */
  readonly whose: ReadonlyMap<string, string>;
}

interface Unaccepted {
  readonly errors: readonly FieldError[];
  /** What was chosen, by the field in which it was. */
  readonly chosen: ReadonlyMap<string, WhatStands | null>;
}

/** What a file would change, for somebody to choose; `unaccepted`: what came back from a choice that could not be saved. */
export function differencesView(
  assessed: AssessedOrganisation,
  compared: readonly Compared[],
  unaccepted: Unaccepted = { errors: [], chosen: new Map() },
): DifferencesView {
  const { heading, addressKey, round, setting } = assessed;
  const conflicts = compared.flatMap((part) =>
    part.differences
      .filter(({ kind }) => kind === 'conflict')
      .map((difference) => differenceView(difference, part, unaccepted.chosen)),
  );
  return {
    organisation: heading,
    accept: paths.acceptReturnFile(addressKey, round.id, setting),
    files: paths.returnFiles(addressKey, round.id, setting),
    summary: summaryOf(sumOf(compared), conflicts.length),
    groups: [
      ...(conflicts.length === 0
        ? []
        : [{ title: 'Changed here since the file was made', intro: CONFLICTS, differences: conflicts }]),
      ...compared.flatMap((part) => changedIn(part, unaccepted.chosen)),
    ],
    links: compared.flatMap((part) => part.links.map((each) => linksView(each, part, unaccepted.chosen))),
    odd: compared.flatMap(({ label, odd }) =>
      odd.map((each) => ({
        ...each,
        questionId: `${label}${each.questionId}`,
        where: `${each.cell} of “${each.sheet}”`,
      })),
    ),
    errors: unaccepted.errors,
  };
}

/** What of one return somebody changed in the file alone, by section. */
function changedIn(part: Compared, chosen: Unaccepted['chosen']): DifferenceGroup[] {
  const changed = part.differences.filter(({ kind }) => kind === 'changed');
  return [...Map.groupBy(changed, ({ line }) => line.section)].map(([{ number, title }, those]) => ({
    title: `${part.label}${number}. ${title}`,
    intro: null,
    differences: those.map((difference) => differenceView(difference, part, chosen)),
  }));
}

interface Sum {
  readonly differing: number;
  readonly linked: number;
  readonly unchanged: number;
  readonly unread: number;
  readonly missing: number;
}

function sumOf(compared: readonly Compared[]): Sum {
  const sum = (count: (part: Compared) => number) => compared.reduce((all, part) => all + count(part), 0);
  return {
    differing: sum(({ differences }) => differences.length),
    linked: sum(({ links }) => links.length),
    unchanged: sum(({ unchanged }) => unchanged),
    unread: sum(({ odd }) => new Set(odd.map(({ questionId }) => questionId)).size),
    missing: sum(({ missing }) => missing),
  };
}

const CONFLICTS =
  'The file was made from another answer than the one that stands here. Choose for each question; both stay in the history.';

function summaryOf({ differing, linked, unchanged, unread, missing }: Sum, conflicts: number): string[] {
  const meanwhile = conflicts === 0 ? '' : `, ${conflicts} of them changed here since the file was made`;
  const counts: readonly (readonly [number, string])[] = [
    [
      differing,
      `${countOf(differing, 'answer')} in the file ${verb(differing, 'differs', 'differ')} from what stands here${meanwhile}.`,
    ],
    [
      linked,
      `${countOf(linked, 'question')} ${verb(linked, 'has', 'have')} other links as evidence in the file than when it was made.`,
    ],
    [
      unchanged,
      `${countOf(unchanged, 'answer')} ${verb(unchanged, 'is', 'are')} the same, or not touched in the file.`,
    ],
    [unread, `${countOf(unread, 'question')} ${verb(unread, 'is', 'are')} not taken from the file: see below why.`],
    [
      missing,
      `${countOf(missing, 'question')} ${verb(missing, 'has no row in the file, and stays as it is', 'have no row in the file, and stay as they are')}.`,
    ],
  ];
  const none = differing + linked === 0 ? ['Nothing in the file differs from what stands here.'] : [];
  return [...none, ...counts.filter(([count]) => count > 0).map(([, words]) => sentenceStart(words))];
}

function verb(count: number, one: string, several: string): string {
  return count === 1 ? one : several;
}

function differenceView(
  difference: AnswerDifference,
  { prefix, label, instrument, madeFrom, whose }: Compared,
  chosen: Unaccepted['chosen'],
): DifferenceView {
  const { line, now, file } = difference;
  const { question } = line;
  const { id } = question;
  const field = `${prefix}${standsField(id)}`;
  const answer = chosen.get(field);
  return {
    id: `${prefix}${id}`,
    label: `${label}${questionInWords(question)}`,
    field,
    stands: answer === undefined ? standsAtFirst(difference) : answer,
    here: saidView(instrument, question, now ?? nothing),
    savedBy: now === undefined ? null : fromWorkbook.byWhomAndWhen(now.savedBy),
    file: saidView(instrument, question, file),
    remarks: [...remarksOn(instrument, difference), ...ofOther(whose.get(id))],
    hidden: [
      ...postedChoices(file.value).map((value) => ({ name: `answer-${id}`, value })),
      { name: `comment-${id}`, value: file.comment },
      { name: `desired-${id}`, value: file.desired ?? '' },
      { name: `revision-${id}`, value: String(now?.revision ?? 0) },
      { name: madeFromField(id), value: String(madeFrom.get(id) ?? '') },
    ].map(({ name, value }) => ({ name: `${prefix}${name}`, value })),
  };
}

function linksView(
  { line: { question }, now, added, takenOff }: LinkDifference,
  { prefix, label }: Compared,
  chosen: Unaccepted['chosen'],
): LinksView {
  const fields = linkFields(question.id);
  const field = `${prefix}${fields.stands}`;
  const stands = chosen.get(field);
  return {
    id: `${prefix}${question.id}`,
    label: `${label}${questionInWords(question)}`,
    field,
    stands: stands === undefined ? (takenOff.length > 0 ? 'here' : 'file') : stands,
    remarks: takenOff.length === 0 ? [] : ['What is taken off an answer stays with the evidence of the organisation.'],
    here: now,
    added,
    takenOff,
    hidden: [
      ...added.map((link) => ({ name: `${prefix}${fields.added}`, value: linesOf([link]) })),
      ...takenOff.map(({ url }) => ({ name: `${prefix}${fields.takenOff}`, value: url })),
    ],
  };
}

function ofOther(name: string | undefined): string[] {
  return name === undefined ? [] : [`${name} answers for this question.`];
}

const nothing: WhatIsSaid = { value: null, comment: '', desired: null };

/** What was emptied, or may have been left empty by a slip, is taken only by somebody who says so; a conflict is left to them. */
function standsAtFirst({ kind, emptied, emptyRows }: AnswerDifference): WhatStands | null {
  if (kind === 'conflict') {
    return null;
  }
  return emptied.length > 0 || emptyRows > 0 ? 'here' : 'file';
}

function saidView(instrument: Instrument, question: Question, said: Pick<SavedAnswer, keyof WhatIsSaid>): SaidView {
  return {
    ...answerRead(instrument, question, said.value),
    desired: said.desired === null ? null : optionLabel(instrument, question, said.desired),
    note: said.comment,
  };
}

const emptiedWords: Readonly<Record<Emptied, string>> = {
  answer: 'the answer',
  note: 'the note',
  desired: 'the desired level',
};

function remarksOn(instrument: Instrument, { line, file, emptied, emptyRows }: AnswerDifference): string[] {
  const lacksReason =
    instrument.notApplicableNeedsReason && file.value?.kind === 'not-applicable' && file.comment === '';
  return [
    ...(emptied.length === 0 ? [] : [`The file empties ${listInWords(emptied.map((each) => emptiedWords[each]))}.`]),
    ...(emptyRows === 0
      ? []
      : [
          `${sentenceStart(countOf(emptyRows, 'row'))} of it ${emptyRows === 1 ? 'is' : 'are'} empty in the file and read as not met.`,
        ]),
    ...(lacksReason ? ['Without a note that says why it does not apply, the question stays open.'] : []),
    ...(line.hangsOn === null ? [] : [line.hangsOn]),
  ];
}
