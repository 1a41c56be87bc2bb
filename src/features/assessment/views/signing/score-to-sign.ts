import type { ComparedScore } from '../../../scoring/index.ts';
import { type ResultView, scoreInWords } from '../result-view.ts';
import type { ComparisonView } from '../two-rounds/comparison-view.ts';

/** A score that would be signed, with what a signer asks of it first. */
export interface ScoreToSign {
  readonly id: string;
  readonly label: string;
  readonly score: string;
  /** On the questions that the round before asked too. */
  readonly change: string;
  /** The median of the same care setting, and its middle half. */
  readonly similar: string;
}

/** Overall and by theme first; the sections of the themes that have several after them, as they are folded away. */
export interface ScoresToSign {
  readonly overall: readonly ScoreToSign[];
  readonly sections: readonly ScoreToSign[];
  /** The round before; null where there is nothing to compare with. */
  readonly since: string | null;
}

export function scoresToSign(
  { overview: { overall, themes }, rows, scale }: ResultView,
  change: ComparisonView | null,
): ScoresToSign {
  const toSign = (level: 'overall' | 'theme' | 'section', { id, label, score }: ComparedScore): ScoreToSign => ({
    id: `${level} ${id}`,
    label,
    score: scoreInWords(score, scale),
    change: change?.rows.find((row) => row.level === level && row.id === id)?.change ?? 'Not comparable',
    similar: rows.find((row) => row.id === id && row.label === label)?.careSetting ?? '',
  });
  return {
    overall: [toSign('overall', overall), ...themes.map((theme) => toSign('theme', theme))],
    sections: themes.flatMap(({ sections }) =>
      sections.length === 1 ? [] : sections.map((section) => toSign('section', section)),
    ),
    since: change?.earlier ?? null,
  };
}
