import { searchWords } from '../../directory/index.ts';

interface Placed {
  readonly name: string;
  readonly town: string;
  readonly postcode: string;
}

/** Gives where an organisation is, in words, where another of these has the same name; empty where its name tells it apart. */
export function placeWhereRepeated(all: readonly Pick<Placed, 'name'>[]): (one: Placed) => string {
  const counts = new Map<string, number>();
  for (const { name } of all) {
    counts.set(plain(name), (counts.get(plain(name)) ?? 0) + 1);
  }
  return ({ name, town, postcode }) => ((counts.get(plain(name)) ?? 0) > 1 ? placeInWords({ town, postcode }) : '');
}

export function placeInWords({ town, postcode }: Pick<Placed, 'town' | 'postcode'>): string {
  return [town, postcode].filter((part) => part !== '').join(' ');
}

function plain(name: string): string {
  return searchWords(name).join(' ');
}
