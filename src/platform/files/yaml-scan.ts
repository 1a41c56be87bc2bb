import { CST, Lexer } from 'yaml';

const nesting: Readonly<Record<string, 1 | -1>> = {
  'flow-seq-start': 1,
  'flow-map-start': 1,
  'flow-seq-end': -1,
  'flow-map-end': -1,
};

/** Lists and keys may begin one behind the other on a line, "- - -"; all others are a step further to the right each. */
const startsOnLine = new Set(['seq-item-ind', 'explicit-key-ind']);

/**
 * What a YAML text has too much of, as the end of a sentence; null where there is nothing. The parser goes down as deep as the
 * text does, and an alias makes a little text into as much content as one likes; its tokens alone show both.
 */
export function yamlExcess(text: string, depth: number): string | null {
  const tooDeep = `nests more than ${depth} levels deep: write it flatter`;
  let [open, onLine, isLineStart] = [0, 0, true];
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token) ?? 'scalar';
    if (type === 'alias') {
      return `repeats a part by an alias (${token.slice(0, 40)}): write it out`;
    }
    open += nesting[type] ?? 0;
    onLine = isLineStart ? 0 : onLine;
    onLine += startsOnLine.has(type) ? 1 : 0;
    const indent = isLineStart && type === 'space' ? token.length : 0;
    if (Math.max(open, onLine, indent / 4) > depth) {
      return tooDeep;
    }
    isLineStart = type === 'newline';
  }
  return null;
}
