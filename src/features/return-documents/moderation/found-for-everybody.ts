import type { Instrument } from '../../programme/index.ts';
import { FEWEST_ANSWERS_SHOWN, withheldTogether } from '../../scoring/index.ts';
import type { FinishedModeration, FoundScore, ModerationOutcome } from './moderation-outcome.ts';

/**
 * Of the scores that a moderation found those that everybody may read beside the signed ones: none that tells of fewer than three answers how they were
 * found, nor another by which that could be worked out. A section of which nothing was checked has no score that was found.
 */
function foundForEverybody(
  { themes }: Pick<Instrument, 'themes'>,
  { checked, scores }: Pick<ModerationOutcome, 'checked' | 'scores'>,
): FoundScore[] {
  if (checked < FEWEST_ANSWERS_SHOWN) {
    return [];
  }
  const countOf = (level: FoundScore['level'], id: string) => ({
    id,
    count: scores.find((score) => score.level === level && score.key === id)?.checked ?? 0,
  });
  const withheldThemes = new Set(withheldTogether(themes.map(({ id }) => countOf('theme', id))));
  const sections = new Set(
    themes.flatMap((theme) => {
      const counts = theme.sections.map(({ id }) => countOf('section', id)).filter(({ count }) => count > 0);
      const withheld = withheldThemes.has(theme.id) ? counts.map(({ id }) => id) : withheldTogether(counts);
      return counts.map(({ id }) => id).filter((id) => !withheld.includes(id));
    }),
  );
  const shownThemes = new Set(themes.map(({ id }) => id).filter((id) => !withheldThemes.has(id)));
  const isShown: Readonly<Record<FoundScore['level'], (key: string) => boolean>> = {
    overall: () => true,
    theme: (key) => shownThemes.has(key),
    section: (key) => sections.has(key),
  };
  return scores.filter(({ level, key }) => isShown[level](key));
}

/** A moderation with the scores alone that everybody may read of it. */
export function forEverybody(
  instrument: Pick<Instrument, 'themes'>,
  moderation: FinishedModeration,
): FinishedModeration {
  const { outcome } = moderation;
  return { ...moderation, outcome: { ...outcome, scores: foundForEverybody(instrument, outcome) } };
}
