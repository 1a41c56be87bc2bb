/** A place as people call it, and what it is named by here. */
export interface NamedPlace {
  readonly code: string;
  readonly name: string;
}

export type PlaceChoice =
  | { readonly kind: 'found'; readonly code: string }
  /** What to enter instead. */
  | { readonly kind: 'unclear'; readonly message: string };

/** More than these help nobody to choose. */
const SHOWN = 8;

/**
 * The place meant by a name: the only one that is called so, or the only one whose name has every word that was typed. A role is given
 * for none that is merely like it, and for none of several: those are named, each with what to enter. `found`: places found by what
 * was typed, the closest first.
 */
export function choosePlace(typed: string, found: readonly NamedPlace[]): PlaceChoice | null {
  const called = found.filter(({ name }) => plain(name) === plain(typed));
  const [place] = called.length === 0 ? found.filter(({ name }) => hasEveryWord(name, typed)) : called;
  if (place !== undefined && (called.length === 1 || found.length === 1)) {
    return { kind: 'found', code: place.code };
  }
  if (found.length === 0) {
    return null;
  }
  const list = found.slice(0, SHOWN).map(({ code, name }) => `${code} for ${name}`);
  const more = found.length > SHOWN ? '. If it is none of these, enter more of its name' : '';
  return { kind: 'unclear', message: `Which place is “${typed}”? Enter ${list.join(', ')}${more}` };
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words may be cut short at their end: `wolver` is enough of Wolverhampton. */
function hasEveryWord(name: string, typed: string): boolean {
  const words = plain(name).split(' ');
  return plain(typed)
    .split(' ')
    .every((wanted) => wanted !== '' && words.some((word) => word.startsWith(wanted)));
}
