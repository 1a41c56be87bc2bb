import { slugOf } from '../../platform/slug.ts';

/** Words that say nothing of a place. */
const small = new Set(['and', 'the', 'of', 'in', 'on', 'with']);

/**
 * A short code for a footprint that is none of those taken: the first letters of its words, or of its one word, longer or
 * numbered where others have the short ones.
 */
export function footprintCode(name: string, taken: ReadonlySet<string>): string {
  const words = slugOf(name).split('-');
  const significant = words.filter((word) => !small.has(word));
  const letters = (significant.length === 0 ? words : significant).join('');
  const initials = significant.map((word) => word[0] ?? '').join('');
  const candidates = [
    ...(initials.length > 1 ? [initials] : []),
    ...[3, 4, 5, 6].map((length) => letters.slice(0, length)),
  ];
  const free = candidates.find((code) => code.length > 1 && !taken.has(code));
  return free ?? numbered(initials.length > 1 ? initials : letters.slice(0, 3) || 'f', taken);
}

function numbered(stem: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${stem}${number}`)) {
    number += 1;
  }
  return `${stem}${number}`;
}
