import { countOf } from '../../../../views/format.ts';
import { desirableLevels, type Instrument } from '../../../programme/index.ts';
import { givenAnswers, type LevelGap, levelGaps, questionsAsked, type SavedAnswer } from '../../../scoring/index.ts';
import { optionLabel } from '../answer-words.ts';

export interface GapRow {
  readonly id: string;
  readonly question: string;
  readonly current: string;
  readonly desired: string;
  readonly gap: string;
}

/** Where an organisation stands and where it means to be. */
export interface GapsView {
  readonly summary: string;
  /** Of the questions alone of which it says where it means to be. */
  readonly rows: readonly GapRow[];
}

/** Null where the instrument does not ask where an organisation means to be. */
export function gapsView(instrument: Instrument, careSetting: string, saved: readonly SavedAnswer[]): GapsView | null {
  if (!instrument.asksDesiredLevels) {
    return null;
  }
  const gaps = levelGaps(instrument, careSetting, saved);
  const asked = [...questionsAsked(instrument, careSetting, givenAnswers(saved)).values()];
  const desirable = asked.filter((question) => desirableLevels(instrument, question).length > 0);
  return {
    summary: summaryOf(gaps, desirable.length),
    rows: gaps.map((gap) => rowOf(instrument, gap)),
  };
}

function summaryOf(gaps: readonly LevelGap[], questionCount: number): string {
  if (gaps.length === 0) {
    return 'No desired level was given.';
  }
  const open = gaps.filter(({ levels }) => levels === null || levels > 0).length;
  const given = `A desired level was given for ${gaps.length} of ${countOf(questionCount, 'question')}`;
  return open === 0 ? `${given}; all are reached.` : `${given}; ${open} ${open === 1 ? 'is' : 'are'} not reached yet.`;
}

function rowOf(instrument: Instrument, { question, current, desired, levels }: LevelGap): GapRow {
  return {
    id: question.id,
    question: `${question.id}. ${question.title ?? question.text}`,
    current: current === null ? 'No answer' : optionLabel(instrument, question, current),
    desired: optionLabel(instrument, question, desired),
    gap: gapInWords(levels),
  };
}

/** `2 levels`; `None` where what is desired is reached. */
function gapInWords(levels: number | null): string {
  if (levels === null) {
    return 'Not known';
  }
  return levels > 0 ? countOf(levels, 'level') : levels === 0 ? 'None' : `None, ${countOf(-levels, 'level')} above it`;
}
