import { ReadingNotes } from '../../directory-import/index.ts';
import type { ReleaseRows } from '../official-results.ts';

/** A figure that is so many times the middle one of its measure has lost its point, or belongs to another scale. */
const FAR = 3;

/** What is sound in a file of results and yet odd, in sentences for whoever decides on it; nothing is left out for it. */
export function releaseOddities(
  { measures, rows, lines }: ReleaseRows & { readonly lines: readonly number[] },
  publishedOn: string,
): string[] {
  const notes = new ReadingNotes();
  const lastYear = Number(publishedOn.slice(0, 4));
  const middles = measures.map((_label, place) => middleOf(rows.flatMap(({ scores }) => figure(scores[place]))));
  for (const [index, row] of rows.entries()) {
    const line = `line ${lines[index]}`;
    if (row.year > lastYear) {
      notes.add('A year after that of the publication', `${line}, ${row.year}`);
    }
    for (const [place, label] of measures.entries()) {
      const [score] = figure(row.scores[place]);
      if (score === 0) {
        notes.add(
          'A figure of 0, which is kept: if it means that there is none, the cell has to be empty',
          `${line}, ${label}`,
        );
      } else if (score !== undefined && score > FAR * (middles[place] ?? 0)) {
        notes.add(
          `A figure more than ${FAR} times the middle one of its measure`,
          `${line}, ${label}, ${row.scores[place]}`,
        );
      }
    }
  }
  return [...notes.inWords(), ...settingsSpeltAlike(rows.map(({ careSetting }) => careSetting))];
}

function figure(score: string | null | undefined): number[] {
  return score == null ? [] : [Number(score)];
}

function middleOf(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length / 2)] ?? 0;
}

/** Scores are compared within a care setting, so that one in two spellings is two. */
function settingsSpeltAlike(settings: readonly string[]): string[] {
  const spellings = Map.groupBy(new Set(settings), (setting) =>
    setting.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''),
  );
  return [...spellings.values()]
    .filter((spelt) => spelt.length > 1)
    .map((spelt) => `Care settings that differ in spelling only are kept apart: ${spelt.join(', ')}.`);
}
