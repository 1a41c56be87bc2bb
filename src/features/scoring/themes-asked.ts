import type { Theme } from '../programme/index.ts';
import type { StoredScore } from './stored-score.ts';

/**
 * The themes and sections of which scores are kept: where nothing that is scored was asked of the care setting, there is no score to
 * show, not even one that is missing.
 */
export function themesAsked(themes: readonly Theme[], scores: readonly StoredScore[]): Theme[] {
  const kept = new Set(scores.filter(({ level }) => level === 'section').map(({ key }) => key));
  return themes
    .map((theme) => ({ ...theme, sections: theme.sections.filter(({ id }) => kept.has(id)) }))
    .filter(({ sections }) => sections.length > 0);
}
