import { rounded } from '../../../../platform/rounding.ts';
import { countOf } from '../../../../views/format.ts';
import type { ProgrammePack, Question, Round, ScoreScale, Section, Standing, Theme } from '../../../programme/index.ts';
import {
  type LikeForLike,
  type RoundAnswers,
  type ScoreLevel,
  type StoredScore,
  storedScores,
} from '../../../scoring/index.ts';
import { careSettingName, scoreInWords } from '../result-view.ts';

/** One round of an organisation as it is compared with another. */
export interface ComparedRound extends RoundAnswers {
  readonly round: Pick<Round, 'label'>;
  /** As signed, whether or not everybody may read them yet. */
  readonly scores: readonly StoredScore[];
}

export interface ComparisonRow {
  readonly id: string;
  readonly level: ScoreLevel;
  readonly label: string;
  /** As signed. */
  readonly earlier: string;
  readonly later: string;
  /** How many of the questions put now are common. */
  readonly common: string;
  /** On the common questions. */
  readonly earlierOnCommon: string;
  readonly laterOnCommon: string;
  readonly change: string;
}

/** What breaks the comparison, and which questions those are. */
export interface ComparisonBreak {
  readonly id: string;
  readonly words: string;
  readonly questions: readonly string[];
}

/** What two rounds of an organisation print side by side. */
export interface ComparisonView {
  readonly earlier: string;
  readonly later: string;
  /** The overall change in a sentence; null where none can be told. */
  readonly headline: string | null;
  /** What the change rests on. */
  readonly basis: readonly string[];
  /** Overall, then each theme with its sections. */
  readonly rows: readonly ComparisonRow[];
  readonly breaks: readonly ComparisonBreak[];
}

interface BothRounds {
  readonly earlier: ComparedRound;
  readonly later: ComparedRound;
}

/** `scored`: null where the questions of the one do not go back to those of the other. */
export function comparisonView(
  pack: Pick<ProgrammePack, 'careSettings'>,
  rounds: BothRounds,
  scored: LikeForLike | null,
  standing: Standing | null,
): ComparisonView {
  const rows = partsOf(rounds.later).map((part) => rowOf(part, rounds, scored));
  return {
    earlier: rounds.earlier.round.label,
    later: rounds.later.round.label,
    headline: headlineOf(rows),
    basis: [...basisOf(rounds, scored, standing), ...settingsInWords(pack, rounds)],
    rows,
    breaks: scored === null ? [] : breaksOf(scored),
  };
}

function headlineOf(rows: readonly ComparisonRow[]): string | null {
  const overall = rows.find(({ level }) => level === 'overall');
  if (overall === undefined || overall.change === notComparable) {
    return null;
  }
  const { earlierOnCommon, laterOnCommon, change } = overall;
  const moved = change === noChange ? 'no change' : `a change of ${change}`;
  return `On the questions that both rounds asked: ${earlierOnCommon} then, ${laterOnCommon} now, ${moved}.`;
}

const notComparable = 'Not comparable';
const noChange = 'No change';

interface Part {
  readonly level: ScoreLevel;
  readonly id: string;
  readonly label: string;
}

/** Parts that asked the organisation anything; a theme of one section stands for it. */
function partsOf({ instrument, scores }: ComparedRound): Part[] {
  const isAsked = ({ level, id }: Part) => questionCount(scoreOf(scores, level, id)) > 0;
  const parts = instrument.themes.flatMap((theme): Part[] => [
    { level: 'theme', id: theme.id, label: theme.title },
    ...sectionsOfTheme(theme).map(
      ({ id, number, title }): Part => ({ level: 'section', id, label: `${number}. ${title}` }),
    ),
  ]);
  return [{ level: 'overall' as const, id: 'overall', label: 'Overall' }, ...parts].filter(isAsked);
}

function sectionsOfTheme({ sections }: Theme): readonly Section[] {
  return sections.length > 1 ? sections : [];
}

function rowOf({ level, id, label }: Part, { earlier, later }: BothRounds, scored: LikeForLike | null): ComparisonRow {
  const [before, after] = [scoreOf(earlier.scores, level, id), scoreOf(later.scores, level, id)];
  const common = scored === null ? undefined : scoreOf(storedScores(scored.earlier), level, id);
  const now = scored === null ? undefined : scoreOf(storedScores(scored.later), level, id);
  const { scale } = later.instrument.scoring;
  const wordsOf = (score: StoredScore | undefined) =>
    score?.score == null ? 'None' : scoreInWords(score.score, scale);
  return {
    id,
    level,
    label,
    earlier:
      questionCount(before) === 0 ? 'Not asked' : scoreInWords(before?.score ?? null, earlier.instrument.scoring.scale),
    later: scoreInWords(after?.score ?? null, scale),
    common: `${common?.answered ?? 0} of ${questionCount(after)}`,
    earlierOnCommon: wordsOf(common),
    laterOnCommon: wordsOf(now),
    change: common?.score == null || now?.score == null ? notComparable : changeInWords(common.score, now.score, scale),
  };
}

/** Of scores as they are printed, so that a reader's own sum agrees. */
function changeInWords(earlier: number, later: number, { decimals }: ScoreScale): string {
  const [before, after] = [rounded(earlier, decimals), rounded(later, decimals)];
  const change = rounded(Math.abs(after - before), decimals).toFixed(decimals);
  return after === before ? noChange : `${after > before ? '+' : '−'}${change}`;
}

function scoreOf(scores: readonly StoredScore[], level: ScoreLevel, id: string): StoredScore | undefined {
  return scores.find((score) => score.level === level && score.key === id);
}

function questionCount(score: StoredScore | undefined): number {
  return score === undefined ? 0 : score.applicable + score.notApplicable;
}

function basisOf({ earlier, later }: BothRounds, scored: LikeForLike | null, standing: Standing | null): string[] {
  if (scored === null) {
    return [
      `The questions of “${later.round.label}” do not go back to those of “${earlier.round.label}”, so no change can be told. Scores are shown as signed.`,
    ];
  }
  const all = [...scored.common, ...scored.unanswered, ...scored.changed, ...scored.added].length;
  return [
    `${scored.common.length} of ${countOf(all, 'question')} were asked in both rounds and answered with a score in both. The change is worked out on these alone, by one method. What was signed then, for “${earlier.round.label}”, and now, for “${later.round.label}”, rests on all questions of each round.`,
    ...(standing === null ? [] : [howKnown[standing]]),
  ];
}

const howKnown: Readonly<Record<Standing, string>> = {
  official: 'Which questions stayed the same is stated by those who published them.',
  stated: 'Which questions stayed the same is stated in a source.',
  inferred: 'Which questions stayed the same is inferred: no source says it.',
};

/** A change of the kind of care changes what is asked. */
function settingsInWords(pack: Pick<ProgrammePack, 'careSettings'>, { earlier, later }: BothRounds): string[] {
  const [then, now] = [earlier, later].map(({ careSetting }) => careSettingName(pack, careSetting));
  return then === now ? [] : [`It was asked the questions for ${then} then, and those for ${now} now.`];
}

function breaksOf({ added, changed, dropped, unanswered }: LikeForLike): ComparisonBreak[] {
  const breaks: readonly (readonly [string, readonly Question[], string, string])[] = [
    ['added', added, 'new question', ''],
    ['changed', changed, 'question', ' asked in another form, which cannot be compared'],
    ['dropped', dropped, 'question', ' asked no more'],
    ['unanswered', unanswered, 'question', ' without a score in both rounds'],
  ];
  return breaks
    .filter(([, questions]) => questions.length > 0)
    .map(([id, questions, noun, words]) => ({
      id,
      words: `${countOf(questions.length, noun)}${words}`,
      questions: questions.map((question) => `${question.id}. ${question.text}`),
    }));
}
