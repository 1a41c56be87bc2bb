import {
  type Instrument,
  type Level,
  type Scale,
  type Section,
  scaleOf,
  sectionQuestions,
} from '../programme/index.ts';
import type { Answer } from '../scoring/index.ts';
import type { Movement, NationalProfile } from './illustration.ts';
import { seededRandom } from './seeded-random.ts';

export interface IllustratedProvider {
  readonly organisationId: string;
  readonly careSetting: string;
}

/** A provider's leaning on a question, from which an answer follows once its section's calibration is known. */
export interface DraftAnswer {
  readonly questionId: string;
  readonly sectionId: string;
  readonly scale: Scale;
  /** Of a question that is answered by the elements that are met; empty for any other. */
  readonly levels: readonly Level[];
  /** Above or below the section's level, on the scale of the instrument; not bounded. */
  readonly leaning: number;
  readonly isNotApplicable: boolean;
  /** In [0, 1): decides whether there is a comment, and which. */
  readonly commentDraw: number;
}

/**
 * Standard deviations, in hundredths of what scores run over. A provider that is ahead is ahead everywhere, less so in one theme or section than another;
 * questions differ for everybody; the rest is particular to one provider and question.
 */
const spread = { provider: 12, theme: 5, section: 7, question: 10, answer: 18 };

const commentShare = { option: 0.06, notApplicable: 0.85 };

/** Said of any kind of question, so that no comment describes a real organisation. */
const comments = {
  notApplicable: ['We do not provide this kind of service.', 'No service of ours works in this way.'],
  low: [
    'Not started; planned for next year.',
    'Depends on funding that is not yet agreed.',
    'A pilot only, so we have answered low.',
  ],
  middle: [
    'In place in some services; the others follow next year.',
    'Varies between sites. This is the answer for most of them.',
    'Agreed in our workshop after some debate.',
  ],
  high: [
    'Usual practice, and checked by audit.',
    'In place everywhere for more than a year.',
    'Confirmed by the heads of service.',
  ],
} as const;

/** What answers are drawn from. */
export interface Drawing {
  readonly seed: number;
  readonly profile: NationalProfile;
  /** Left out where nothing was drawn for an earlier instrument. */
  readonly movement?: Movement | undefined;
}

/**
 * Draws one provider's leanings. Every draw is keyed by seed, organisation and question, so a provider keeps its answers'
 * pattern when others come or go, or when a later version of the instrument adds questions. What has moved since an earlier instrument is drawn apart, and
 * so are the comments then.
 */
export function draftAnswers(
  instrument: Instrument,
  { organisationId, careSetting }: IllustratedProvider,
  { seed, profile, movement }: Drawing,
): readonly DraftAnswer[] {
  const effect = (size: number, ...key: readonly string[]) => size * seededRandom(seed, ...key).normal();
  const moved = (...key: readonly string[]) => seededRandom(seed, 'moved', instrument.id, organisationId, ...key);
  const ofProvider = effect(spread.provider, 'provider', organisationId) + (movement?.provider ?? 0) * moved().normal();
  const hundredth = (instrument.scoring.scale.most - instrument.scoring.scale.least) / 100;
  return instrument.themes.flatMap((theme) => {
    const ofTheme = ofProvider + effect(spread.theme, 'theme', organisationId, theme.id);
    return theme.sections.flatMap((section) => {
      const ofSetting = profile.careSettings[careSetting]?.[section.id] ?? 0;
      const ofSection = ofTheme + ofSetting + effect(spread.section, 'section', organisationId, section.id);
      return scoredQuestions(instrument, section, careSetting).map(({ question, scale }) => {
        const draw = seededRandom(seed, 'answer', organisationId, question.id);
        const ofQuestion = profile.questions[question.id] ?? effect(spread.question, 'question', question.id);
        const isExempt = draw.uniform() < (profile.notApplicable[careSetting] ?? 0);
        const ofAnswer = spread.answer * draw.normal();
        const since = movement === undefined ? null : moved(question.id);
        const movedBy = since === null ? 0 : (movement?.answer ?? 0) * since.normal();
        return {
          questionId: question.id,
          sectionId: section.id,
          scale,
          levels: question.levels,
          leaning: (ofSection + ofQuestion + ofAnswer + movedBy) * hundredth,
          isNotApplicable: question.notApplicable && isExempt,
          commentDraw: (since ?? draw).uniform(),
        };
      });
    });
  });
}

/**
 * The answer a draft becomes when its section stands at `level`: the option nearest to level and leaning together, or all elements up to
 * the level that it stands for.
 */
export function settleAnswer(draft: DraftAnswer, level: number): Answer {
  const { questionId } = draft;
  if (draft.isNotApplicable) {
    const comment = pickComment(comments.notApplicable, draft.commentDraw, commentShare.notApplicable);
    return { questionId, value: { kind: 'not-applicable' }, comment };
  }
  const option = nearestOption(draft.scale, level + draft.leaning);
  const comment = pickComment(bandOf(draft.scale, option.score), draft.commentDraw, commentShare.option);
  return { questionId, value: answerAt(draft, option.id), comment };
}

function bandOf({ options }: Scale, score: number): readonly string[] {
  const [least, most] = [options[0]?.score ?? 0, options.at(-1)?.score ?? 100];
  const percent = ((score - least) / (most - least)) * 100;
  return percent < 34 ? comments.low : percent < 67 ? comments.middle : comments.high;
}

function answerAt({ levels }: DraftAnswer, optionId: string): Answer['value'] {
  if (levels.length === 0) {
    return { kind: 'option', optionId };
  }
  const reached = levels.slice(0, levels.findIndex(({ option }) => option === optionId) + 1);
  return { kind: 'elements', met: reached.flatMap(({ elements }) => elements.map(({ id }) => id)) };
}

/** The option whose score is nearest; the lower of two at the same distance. Never falls as `target` rises. */
export function nearestOption(scale: Scale, target: number): Scale['options'][number] {
  return scale.options.reduce((best, option) =>
    Math.abs(option.score - target) < Math.abs(best.score - target) ? option : best,
  );
}

function pickComment(texts: readonly string[], draw: number, share: number): string {
  return draw < share ? (texts[Math.floor((draw / share) * texts.length)] ?? '') : '';
}

function scoredQuestions(instrument: Instrument, section: Section, careSetting: string) {
  return sectionQuestions(section, careSetting)
    .map((question) => ({ question, scale: scaleOf(instrument, question) }))
    .filter(({ scale }) => scale.scored);
}
