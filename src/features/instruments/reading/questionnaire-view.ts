import { countOf } from '../../../views/format.ts';
import {
  type Instrument,
  type ProgrammePack,
  type Question,
  questionsFor,
  type Section,
  type Standing,
  scaleOf,
  sectionQuestions,
  sectionsOf,
  type Theme,
} from '../../programme/index.ts';
import { conditionInWords, settingsInWords } from '../question-words.ts';

/** What a page of one section prints of a question. */
export interface QuestionRead {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly help: string;
  /** Whom it is put to, after which answers, whether it counts: a sentence each. */
  readonly facts: readonly string[];
  /** The answers it offers, lowest first; empty where its levels stand in their place. */
  readonly answers: readonly string[];
  readonly levels: readonly LevelRead[];
  readonly evidence: readonly string[];
  readonly standing: Standing;
}

export interface LevelRead {
  readonly option: string;
  readonly label: string;
  readonly looksLike: string;
  /** What must be so for it, one thing each. */
  readonly elements: readonly string[];
}

type Settings = Pick<ProgrammePack, 'careSettings'>;
type Read = Pick<ProgrammePack, 'careSettings' | 'instruments'>;

/** The questions of a section that are put to a care setting, or all of them where that is null. */
export function questionsRead(
  pack: Read,
  instrument: Instrument,
  section: Section,
  careSetting: string | null,
): QuestionRead[] {
  const questions = careSetting === null ? section.questions : sectionQuestions(section, careSetting);
  return questions.map((question) => questionRead(pack, instrument, question));
}

function questionRead(pack: Read, instrument: Instrument, question: Question): QuestionRead {
  const { id, title, text, help, evidence, standing } = question;
  const { options, scored } = scaleOf(instrument, question);
  return {
    id,
    title,
    text,
    help,
    facts: factsOf(pack, instrument, question),
    answers:
      question.levels.length > 0
        ? []
        : options.map(({ label, score }) => (scored ? `${label} (scores ${score})` : label)),
    levels: question.levels.map(({ option, looksLike, elements }) => ({
      option,
      label: options.find((each) => each.id === option)?.label ?? option,
      looksLike,
      elements: elements.map((element) => element.text),
    })),
    evidence,
    standing,
  };
}

function factsOf(pack: Read, instrument: Instrument, question: Question): string[] {
  const { careSettings, when, notApplicable, weight } = question;
  const { scored } = scaleOf(instrument, question);
  const reason = instrument.notApplicableNeedsReason ? ', with a reason' : '';
  return [
    ...(careSettings.length === 0 ? [] : [`Put to ${settingsInWords(pack, careSettings)}.`]),
    ...(when === null ? [] : [`${conditionInWords(instrument, when)}.`]),
    ...(scored ? [] : ['It gives context and scores nothing.']),
    ...(notApplicable ? [`It may be answered “not applicable”${reason}, and is then left out of the score.`] : []),
    ...(weight === 1 ? [] : [`Weighs ${weight} in its section.`]),
    ...lineageInWords(pack, instrument, question),
  ];
}

const kinds = { same: 'It asks the same as', narrower: 'It asks for less than', wider: 'It asks for more than' };

function lineageInWords(pack: Read, { follows }: Instrument, { lineage }: Question): string[] {
  if (follows === null) {
    return [];
  }
  const before = pack.instruments.find(({ id }) => id === follows.instrument)?.title ?? follows.instrument;
  const known = follows.standing === 'inferred' ? ' (inferred)' : '';
  if (lineage === null) {
    return [`It is new: nothing in “${before}” asks it${known}.`];
  }
  const { kind, from, isComparable, comparableIn } = lineage;
  const where = comparableIn.length === 0 ? '' : ` in ${settingsInWords(pack, comparableIn)} alone`;
  const compared = isComparable ? `answers are compared${where}` : 'answers are not compared';
  return [`${kinds[kind]} ${from.join(' and ')} of “${before}”${known}; ${compared}.`];
}

/** How much is put to one care setting. */
export interface SettingRead {
  readonly id: string;
  readonly label: string;
  readonly scored: number;
  /** Asked for context alone. */
  readonly unscored: number;
}

/** The care settings that are asked anything, in the order of the pack. */
export function settingsRead({ careSettings }: Settings, instrument: Instrument): SettingRead[] {
  return careSettings
    .map(({ id, label }) => {
      const questions = questionsFor(instrument, id);
      const scored = questions.filter((question) => scaleOf(instrument, question).scored).length;
      return { id, label, scored, unscored: questions.length - scored };
    })
    .filter(({ scored, unscored }) => scored + unscored > 0);
}

/** What is to be known of the scoring beside the sentences of its method: weights, gates and the scale, a sentence each. */
export function scoringInWords(instrument: Instrument): string[] {
  const { scale, gates } = instrument.scoring;
  const titles = new Map([
    ['overall', 'the overall score'],
    ...instrument.themes.map(({ id, title }) => [id, `the score of “${title}”`] as const),
    ...sectionsOf(instrument).map(({ id, title }) => [id, `the score of “${title}”`] as const),
  ]);
  return [
    `Scores are from ${scale.least} to ${scale.most}, shown ${scale.decimals === 0 ? 'as whole numbers' : `to ${countOf(scale.decimals, 'decimal place')}`}.`,
    ...weightsInWords(instrument.themes),
    ...gates.map(
      ({ question, below, holds, most, because }) =>
        `While the answer to ${question} scores less than ${below}, ${titles.get(holds) ?? holds} is ${most} at most. ${because}`,
    ),
  ];
}

function weightsInWords(themes: readonly Theme[]): string[] {
  const parts = [...themes, ...themes.flatMap(({ sections }) => sections)];
  const weighed = parts.filter(({ weight }) => weight !== 1);
  return weighed.length === 0
    ? []
    : [`These weigh otherwise than 1: ${weighed.map(({ title, weight }) => `“${title}” ${weight}`).join(', ')}.`];
}

/** How the words of the questions are known, from the surest on, with how many are so. */
export function standingsOf(instrument: Instrument): { readonly standing: Standing; readonly count: number }[] {
  const questions = sectionsOf(instrument).flatMap((section) => section.questions);
  return (['official', 'stated', 'inferred'] as const)
    .map((standing) => ({ standing, count: questions.filter((question) => question.standing === standing).length }))
    .filter(({ count }) => count > 0);
}

/** What roadmaps plan of the subject of a section: the group of capabilities that it, or its theme, is the baseline of. */
export function groupsOf(
  { capabilityGroups, universalCapabilities }: Pick<ProgrammePack, 'capabilityGroups' | 'universalCapabilities'>,
  { themes }: Instrument,
  section: Section,
): readonly GroupRead[] {
  const theme = themes.find(({ sections }) => sections.some(({ id }) => id === section.id));
  return capabilityGroups
    .filter((group) => group.section === section.id || group.section === theme?.id)
    .map(({ id, label }) => ({
      id,
      label,
      universal: universalCapabilities.filter(({ group }) => group === id).map((each) => `${each.id}, ${each.title}`),
    }));
}

export interface GroupRead {
  readonly id: string;
  readonly label: string;
  /** The universal capabilities of the group, by letter and title. */
  readonly universal: readonly string[];
}
