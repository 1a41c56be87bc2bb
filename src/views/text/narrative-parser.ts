import MarkdownIt, { type StateBlock, type StateInline, type Token } from 'markdown-it';

/** A list takes two levels, a quotation one. Ten lists within one another are more than anyone reads. */
const deepestBlock = 20;

/**
 * The few marks people may use in a long text: headings, lists, emphasis, quotations, links. HTML is text like any other, and
 * nothing is linked that was not written as a link. Whatever is not one of these marks stays text: what people agree to is
 * what they see, so no letter may get lost.
 */
const parser = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'blockquote',
  'emphasis',
  'escape',
  'heading',
  'list',
  'newline',
]);
// The parser drops what is nested deeper than this, so the rule below takes over before that.
parser.options.maxNesting = deepestBlock + 3;
parser.block.ruler.before('blockquote', 'deep_text', deepText);
parser.inline.ruler.after('escape', 'written_link', writtenLink);

/** A text as a flat list of opening and closing tokens. */
export function parseNarrative(text: string): Token[] {
  return parser.parse(text, {});
}

/** Only addresses on the web and of mail, written in full: no scripts, no data, nothing relative to the page. */
export function isSafeLink(address: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s]+@)/i.test(address);
}

/** Of a link: its address and title as they were typed. */
export type WrittenLink = {
  readonly address: string;
  readonly title: string;
};

/** Lists within lists within quotations beyond the deepest are left as text, marks and all. */
function deepText(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.level < deepestBlock) {
    return false;
  }
  if (silent) {
    return true;
  }
  let end = startLine + 1;
  while (end < endLine && (state.isEmpty(end) || (state.sCount[end] ?? 0) >= state.blkIndent)) {
    end += 1;
  }
  state.push('paragraph_open', 'p', 1).map = [startLine, end];
  const text = state.push('inline', '', 0);
  text.content = state.getLines(startLine, end, state.blkIndent, false).trim();
  text.map = [startLine, end];
  text.children = [];
  state.push('paragraph_close', 'p', -1);
  state.line = end;
  return true;
}

/**
 * `[words](address "title")` with an address that may be followed. The parser's own rule decodes and re-encodes the address and
 * takes references whose definitions nobody sees; here the address stays as typed, and anything else stays text.
 */
function writtenLink(state: StateInline, silent: boolean): boolean {
  const { src, pos: start, posMax } = state;
  if (src[start] !== '[') {
    return false;
  }
  const { parseLinkLabel, parseLinkDestination, parseLinkTitle } = state.md.helpers;
  const labelEnd = parseLinkLabel(state, start, true);
  if (labelEnd < 0 || src[labelEnd + 1] !== '(') {
    return false;
  }
  const addressStart = skipSpace(src, labelEnd + 2);
  const { ok, pos: addressEnd } = parseLinkDestination(src, addressStart, posMax);
  const address = src.slice(addressStart, addressEnd).replace(/^<(.*)>$/s, '$1');
  if (!ok || !isSafeLink(address)) {
    return false;
  }
  const titleStart = skipSpace(src, addressEnd);
  const title = parseLinkTitle(src, titleStart, posMax);
  const hasTitle = titleStart > addressEnd && title.ok;
  const end = skipSpace(src, hasTitle ? title.pos : addressEnd);
  if (end >= posMax || src[end] !== ')') {
    return false;
  }
  if (!silent) {
    const link: WrittenLink = { address, title: hasTitle ? src.slice(titleStart + 1, title.pos - 1) : '' };
    pushLink(state, start + 1, labelEnd, link);
  }
  state.pos = end + 1;
  state.posMax = posMax;
  return true;
}

function pushLink(state: StateInline, labelStart: number, labelEnd: number, link: WrittenLink): void {
  state.pos = labelStart;
  state.posMax = labelEnd;
  state.push('link_open', 'a', 1).meta = link;
  state.linkLevel += 1;
  state.md.inline.tokenize(state);
  state.linkLevel -= 1;
  state.push('link_close', 'a', -1);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t' || text[at] === '\n') {
    at += 1;
  }
  return at;
}
