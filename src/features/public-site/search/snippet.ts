import { searchWords } from '../../directory/index.ts';

/** A run of a text, and whether it is a word that was looked for. */
export interface SnippetPart {
  readonly text: string;
  readonly isFound: boolean;
}

/** Characters shown before the first word that was found, and from it on. */
const BEFORE = 60;
const FROM = 160;

/**
 * The piece of a text around the first word that begins with one of `words`, in parts; empty where no word does. `words` are plain
 * (`searchWords`), the text is as it was written, marks of its layout left out. A piece that does not begin or end with the text has
 * an ellipsis there.
 */
export function snippetOf(written: string, words: readonly string[]): SnippetPart[] {
  const text = written
    .replaceAll(/[#*_`>|[\]]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const tokens = [...text.matchAll(/[\p{L}\p{N}\p{Mn}'’]+/gu)].map((match) => {
    const isFound = searchWords(match[0]).some((word) => words.some((asked) => word.startsWith(asked)));
    return { start: match.index, end: match.index + match[0].length, isFound };
  });
  const first = tokens.find(({ isFound }) => isFound);
  if (first === undefined) {
    return [];
  }
  const from = tokens.find(({ start }) => start >= first.start - BEFORE)?.start ?? first.start;
  const to = tokens.findLast(({ end }) => end <= first.start + FROM)?.end ?? first.end;
  const start = from === tokens[0]?.start ? 0 : from;
  const end = Math.max(to, first.end) === tokens.at(-1)?.end ? text.length : Math.max(to, first.end);
  const parts: SnippetPart[] = [];
  let done = start;
  for (const token of tokens.filter((each) => each.isFound && each.start >= start && each.end <= end)) {
    parts.push({ text: text.slice(done, token.start), isFound: false });
    parts.push({ text: text.slice(token.start, token.end), isFound: true });
    done = token.end;
  }
  parts.push({ text: text.slice(done, end), isFound: false });
  const cut = (isCut: boolean): SnippetPart[] => (isCut ? [{ text: '…', isFound: false }] : []);
  return [...cut(start > 0), ...parts.filter((part) => part.text !== ''), ...cut(end < text.length)];
}
