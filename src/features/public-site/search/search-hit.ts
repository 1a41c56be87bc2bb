import type { SnippetPart } from './snippet.ts';

export interface SearchHit {
  readonly href: string;
  readonly title: string;
  readonly text: string;
  /** Where the words stand in what was found; left out where nothing but names was looked through. */
  readonly snippet?: readonly SnippetPart[];
}

export interface SearchGroup {
  readonly heading: string;
  readonly hits: readonly SearchHit[];
  /** The list of everything that matches, where these hits are the closest of more. */
  readonly whole?: { readonly href: string /** Null for a thousand or more. */; readonly count: number | null };
}
