import { countOf, listInWords } from '../../../views/format.ts';
import { type Instrument, type ProgrammePack, type Question, scaleOf } from '../../programme/index.ts';
import type {
  ChangedAspect,
  InstrumentDifferences,
  QuestionDifference,
} from '../differences/instrument-differences.ts';
import { conditionInWords, settingsInWords } from '../question-words.ts';

/** One wording of a question, whole. */
export interface Wording {
  readonly id: string;
  readonly text: string;
  /** Help, answers and the rest, one thing each. */
  readonly lines: readonly string[];
}

export interface DifferenceRow {
  readonly key: string;
  readonly kind: QuestionDifference['kind'];
  /** What changed and how far answers can be compared, in a sentence or two. */
  readonly note: string;
  readonly before: readonly Wording[];
  readonly after: Wording | null;
}

export interface DifferencesView {
  /** What the later version is compared with. */
  readonly before: string;
  readonly counts: string;
  readonly rows: readonly DifferenceRow[];
  /** Ids of the questions that are the same and can be compared everywhere. */
  readonly same: string;
  readonly others: string;
}

const aspectWords: Readonly<Record<ChangedAspect, string>> = {
  text: 'its text',
  title: 'what it is called',
  help: 'the help beside it',
  scale: 'the answers it offers, or their scores',
  levels: 'its levels',
  evidence: 'what can be shown for it',
  'care-settings': 'whom it is put to',
  when: 'after which answers it is asked',
  'not-applicable': 'whether it may be not applicable',
  weight: 'its weight',
  section: 'its section',
};

/** What a page of differences prints. */
export function differencesView(
  pack: Pick<ProgrammePack, 'careSettings'>,
  later: Instrument,
  earlier: Instrument,
  { questions, others }: InstrumentDifferences,
): DifferencesView {
  const of = (kind: QuestionDifference['kind']) => questions.filter((each) => each.kind === kind);
  return {
    before: `${earlier.title}, version ${earlier.version}`,
    counts: `${countOf(of('new').length, 'question is', 'questions are')} new, ${of('changed').length} changed, ${of('gone').length} gone, ${of('same').length} the same.`,
    rows: questions
      .filter((each) => !isSameThroughout(each))
      .map((each) => ({
        key: `${each.later?.id ?? ''} ${each.earlier.map(({ id }) => id).join(' ')}`,
        kind: each.kind,
        note: noteOf(each, pack),
        before: each.earlier.map((question) => wordingOf(earlier, question, pack)),
        after: each.later === null ? null : wordingOf(later, each.later, pack),
      })),
    same: listInWords(questions.filter(isSameThroughout).map(({ later: question }) => question?.id ?? '')),
    others: listInWords(others),
  };
}

function isSameThroughout({ kind, isComparable, comparableIn }: QuestionDifference): boolean {
  return kind === 'same' && isComparable && comparableIn.length === 0;
}

function noteOf(difference: QuestionDifference, pack: Pick<ProgrammePack, 'careSettings'>): string {
  const { kind, lineage, aspects } = difference;
  if (kind === 'new' || kind === 'gone') {
    return '';
  }
  const what = aspects.length === 0 ? '' : `Changed: ${listInWords(aspects.map((aspect) => aspectWords[aspect]))}. `;
  const how =
    lineage === null
      ? 'Nothing says that it asks the same.'
      : { same: 'It asks the same.', narrower: 'It asks for less.', wider: 'It asks for more.' }[lineage];
  return `${what}${how} ${comparableInWords(difference, pack)}`;
}

function comparableInWords(
  { isComparable, comparableIn }: QuestionDifference,
  pack: Pick<ProgrammePack, 'careSettings'>,
): string {
  if (!isComparable) {
    return 'Answers are not compared.';
  }
  return comparableIn.length === 0
    ? 'Answers can be compared.'
    : `Answers can be compared in ${settingsInWords(pack, comparableIn)} alone.`;
}

function wordingOf(instrument: Instrument, question: Question, pack: Pick<ProgrammePack, 'careSettings'>): Wording {
  const { id, title, text, help, levels, careSettings, notApplicable, weight, when } = question;
  const scale = scaleOf(instrument, question);
  const label = (option: string) => scale.options.find((each) => each.id === option)?.label ?? option;
  return {
    id,
    text: title === null ? text : `${title}: ${text}`,
    lines: [
      help,
      ...(levels.length === 0
        ? [
            `Answers: ${scale.options.map((option) => (scale.scored ? `${option.label} (${option.score})` : option.label)).join(', ')}`,
          ]
        : levels.map(
            ({ option, looksLike, elements }) =>
              `${label(option)}: ${looksLike}${elements.map((element) => ` • ${element.text}`).join('')}`,
          )),
      ...(notApplicable ? ['May be not applicable'] : []),
      ...(careSettings.length === 0 ? [] : [`Put to ${settingsInWords(pack, careSettings)} alone`]),
      ...(when === null ? [] : [conditionInWords(instrument, when)]),
      ...(weight === 1 ? [] : [`Weighs ${weight}`]),
    ],
  };
}
