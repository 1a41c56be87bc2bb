import { Composer, CST, type Document, Lexer, type LineCounter, type ParsedNode, Parser, YAMLParseError } from 'yaml';

const nesting: Readonly<Record<string, 1 | -1>> = {
  'flow-seq-start': 1,
  'flow-map-start': 1,
  'flow-seq-end': -1,
  'flow-map-end': -1,
};

/** Lists and keys may begin one behind the other on a line, "- - -"; all others are a step further to the right each. */
const startsOnLine = new Set(['seq-item-ind', 'explicit-key-ind']);

type Scanned =
  | { readonly kind: 'tokens'; readonly tokens: readonly string[] }
  | { readonly kind: 'excess'; readonly excess: string };

export type LimitedYaml =
  | { readonly kind: 'document'; readonly document: Document.Parsed<ParsedNode> }
  | { readonly kind: 'excess'; readonly excess: string };

/** What a YAML text has too much of, as the end of a sentence; null where there is nothing. */
export function yamlExcess(text: string, depth: number): string | null {
  const scanned = scan(text, depth);
  return scanned.kind === 'excess' ? scanned.excess : null;
}

/**
 * Parses a YAML text that has nothing too much, and notes its lines. As `parseDocument` does it, with errors in their plain words, but
 * from the tokens that were looked at already: finding them takes as long as making a document of them.
 */
export function parseLimitedYaml(text: string, depth: number, lines: LineCounter): LimitedYaml {
  const scanned = scan(text, depth);
  if (scanned.kind === 'excess') {
    return scanned;
  }
  const composer = new Composer<ParsedNode>({ lineCounter: lines, prettyErrors: false });
  const [document, second] = composer.compose(treeOf(scanned.tokens, lines), true, text.length);
  if (document === undefined) {
    throw new Error('A YAML text has a document, if an empty one');
  }
  if (second !== undefined) {
    const [start, end] = second.range;
    document.errors.push(
      new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'the file must hold one document, without ---'),
    );
  }
  return { kind: 'document', document };
}

function* treeOf(tokens: readonly string[], lines: LineCounter): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const token of tokens) {
    yield* parser.next(token);
  }
  yield* parser.end();
}

/**
 * The tokens of a YAML text, unless it has too much of something. The parser goes down as deep as the text does, and an alias makes a
 * little text into as much content as one likes; its tokens alone show both.
 */
function scan(text: string, depth: number): Scanned {
  const tokens: string[] = [];
  let [open, onLine, isLineStart] = [0, 0, true];
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token) ?? 'scalar';
    if (type === 'alias') {
      return { kind: 'excess', excess: `repeats a part by an alias (${token.slice(0, 40)}): write it out` };
    }
    open += nesting[type] ?? 0;
    onLine = isLineStart ? 0 : onLine;
    onLine += startsOnLine.has(type) ? 1 : 0;
    const indent = isLineStart && type === 'space' ? token.length : 0;
    if (Math.max(open, onLine, indent / 4) > depth) {
      return { kind: 'excess', excess: `nests more than ${depth} levels deep: write it flatter` };
    }
    isLineStart = type === 'newline';
    tokens.push(token);
  }
  return { kind: 'tokens', tokens };
}
