import type { Connection } from '../../platform/database/database.ts';
import { searchWords } from '../directory/index.ts';
import { type SearchWord, textQuery } from './search-query.ts';
import { type FoundEntry, findEntries, listSpellings, type Spelling } from './search-repository.ts';
import { likelyWords } from './spelling.ts';
import { spokenFor } from './spoken-words.ts';

export interface Found {
  readonly areas: readonly FoundEntry[];
  readonly organisations: readonly FoundEntry[];
  /** What was looked for where nothing matches what was typed: the words as they are likely meant. Null when it was not needed. */
  readonly meant: string | null;
  /** True when what was found has not even the words as meant together, only some that look like each that was typed. */
  readonly isAlike: boolean;
}

export interface Wanted {
  readonly asAt: string;
  readonly areaLimit: number;
  readonly organisationLimit: number;
}

/** Words that look like one that was typed, tried where the likeliest of each lead nowhere together. */
const ALTERNATIVES = 4;

/** Whom a search finds: those with every word, or else those with the words that were likely meant. */
export async function findSubjects(connection: Connection, term: string, wanted: Wanted): Promise<Found> {
  const words = searchWords(term);
  if (words.length === 0) {
    return { areas: [], organisations: [], meant: null, isAlike: false };
  }
  const typed = await findBoth(connection, words, words.map(asTyped), wanted);
  if (!isEmpty(typed)) {
    return { ...typed, meant: null, isAlike: false };
  }
  const { likely, areAllKnown } = likelyMeant(await listSpellings(connection, words));
  const meant = likely.map(({ word, alternatives }) => alternatives[0] ?? word);
  if (likely.every(({ alternatives }) => alternatives.length === 0)) {
    return { ...typed, meant: null, isAlike: false };
  }
  const corrected = areAllKnown ? typed : await findBoth(connection, meant, meant.map(asTyped), wanted);
  return isEmpty(corrected)
    ? { ...(await findBoth(connection, areAllKnown ? words : meant, likely, wanted)), meant: null, isAlike: true }
    : { ...corrected, meant: meant.join(' '), isAlike: false };
}

/**
 * A word that the directory knows is left as it is, unless it knows all of them and still nobody has them together. What may
 * be part of a code or postcode is never guessed at.
 */
function likelyMeant(spellings: readonly Spelling[]): { likely: SearchWord[]; areAllKnown: boolean } {
  const areAllKnown = spellings.every(({ word, isKnown }) => isKnown || !isWritten(word));
  const likely = spellings.map(({ word, isKnown, near }) => ({
    word,
    alternatives: isWritten(word) && (areAllKnown || !isKnown) ? likelyWords(word, near, ALTERNATIVES) : [],
  }));
  return { likely, areAllKnown };
}

function isWritten(word: string): boolean {
  return /^[a-z]{3,}$/.test(word);
}

/** As it was typed, or as what people say so is named. */
function asTyped(word: string): SearchWord {
  return { word, alternatives: spokenFor(word) };
}

async function findBoth(
  connection: Connection,
  words: readonly string[],
  query: readonly SearchWord[],
  { asAt, areaLimit, organisationLimit }: Wanted,
): Promise<Pick<Found, 'areas' | 'organisations'>> {
  const isLoose = query.some(({ word, alternatives }) => alternatives.length > spokenFor(word).length);
  const common = { asAt, words, query: textQuery(query), isLoose };
  const [areas, organisations] = await Promise.all([
    findEntries(connection, { ...common, only: 'area', limit: areaLimit }),
    findEntries(connection, { ...common, only: 'organisation', limit: organisationLimit }),
  ]);
  return { areas, organisations };
}

function isEmpty({ areas, organisations }: Pick<Found, 'areas' | 'organisations'>): boolean {
  return areas.length === 0 && organisations.length === 0;
}
