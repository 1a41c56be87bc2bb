import type { Instrument, Theme } from '../programme/index.ts';
import { type Answer, assessmentScorer, meanOfScores } from '../scoring/index.ts';
import { type DraftAnswer, type IllustratedProvider, nearestOption, settleAnswer } from './draft-answers.ts';
import type { NationalProfile } from './illustration.ts';

export interface Draft {
  readonly provider: IllustratedProvider;
  readonly answers: readonly DraftAnswer[];
}

/** Section id -> the level at which its drafts are settled. */
export type Levels = ReadonlyMap<string, number>;

/**
 * Finds the level of each section at which the providers' mean scores come to the profile's. First each section is brought
 * to its own mean; then all sections of a theme move together until the theme, scored as the instrument scores it, has
 * its published mean. Sections that the profile does not name start from their theme's mean, or the middle of what scores run over.
 */
export function calibrateLevels(instrument: Instrument, drafts: readonly Draft[], profile: NationalProfile): Levels {
  const { least, most } = instrument.scoring.scale;
  const levels = instrument.themes.flatMap((theme) => {
    const themeTarget = profile.themes[theme.id];
    const ofSections = theme.sections.map(({ id }): readonly [string, number] => {
      const target = profile.sections[id] ?? themeTarget ?? (least + most) / 2;
      return [id, levelReaching(target, sectionMeanAt(id, drafts))];
    });
    if (themeTarget === undefined) {
      return ofSections;
    }
    const raise = levelReaching(themeTarget, (level) =>
      themeMean(instrument, theme, drafts, raised(ofSections, level)),
    );
    return [...raised(ofSections, raise)];
  });
  return new Map(levels);
}

/** A provider's answers at these levels, in the instrument's order; all of them, or those of one theme. */
export function settleAnswers(draft: Draft, levels: Levels): readonly Answer[] {
  return draft.answers.flatMap((answer) => {
    const level = levels.get(answer.sectionId);
    return level === undefined ? [] : settleAnswer(answer, level);
  });
}

function raised(levels: readonly (readonly [string, number])[], by: number): Levels {
  return new Map(levels.map(([sectionId, level]) => [sectionId, level + by]));
}

/** Halves the interval around the wanted mean. The mean never falls as the level rises, so this always closes in. */
function levelReaching(target: number, meanAt: (level: number) => number | null): number {
  let low = -200;
  let high = 200;
  while (high - low > 0.02) {
    const middle = (low + high) / 2;
    if ((meanAt(middle) ?? target) < target) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

function sectionMeanAt(sectionId: string, drafts: readonly Draft[]): (level: number) => number | null {
  const applicable = drafts.map(({ provider, answers }) => ({
    organisationId: provider.organisationId,
    answers: answers.filter((answer) => answer.sectionId === sectionId && !answer.isNotApplicable),
  }));
  return (level) =>
    meanOfScores(
      applicable.map(({ organisationId, answers }) => {
        const sum = answers.reduce(
          (total, { scale, leaning }) => total + nearestOption(scale, level + leaning).score,
          0,
        );
        return { organisationId, score: answers.length === 0 ? null : sum / answers.length };
      }),
    ).mean;
}

function themeMean(instrument: Instrument, theme: Theme, drafts: readonly Draft[], levels: Levels): number | null {
  const only = { ...instrument, themes: [theme] };
  const ofSettings = Map.groupBy(drafts, ({ provider }) => provider.careSetting);
  const scores = [...ofSettings].flatMap(([careSetting, own]) => {
    const scoresOf = assessmentScorer(only, careSetting);
    return own.map((draft) => ({
      organisationId: draft.provider.organisationId,
      score: scoresOf(settleAnswers(draft, levels)).themes[0]?.score ?? null,
    }));
  });
  return meanOfScores(scores).mean;
}
