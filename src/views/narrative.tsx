import MarkdownIt, { type Token } from 'markdown-it';
import { createElement, Fragment, type ReactNode } from 'react';

/**
 * The few marks people may use in a long text: headings, lists, emphasis, quotations, links. HTML is text like any other, and
 * nothing is linked that was not written as a link.
 */
const parser = new MarkdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'blockquote',
  'emphasis',
  'escape',
  'heading',
  'link',
  'list',
  'newline',
]);
parser.validateLink = isSafeLink;

/** Lists within lists within quotations, deeper than anyone reads, are left as text. */
parser.options.maxNesting = 20;

interface NarrativeProps {
  readonly text: string;
  /** The level of the highest heading in the text, one below the heading it stands under. */
  readonly headingLevel: 2 | 3 | 4 | 5 | 6;
}

/**
 * A text as people typed it, with light Markdown. Built from a list of allowed elements rather than cleaned of forbidden ones:
 * whatever is not in it is shown as plain text.
 */
export function Narrative({ text, headingLevel }: NarrativeProps) {
  const tokens = parser.parse(text, {});
  return <div className="ldr-narrative">{renderTokens(tokens, headingShift(tokens, headingLevel))}</div>;
}

/** Only addresses on the web and of mail, written in full: no scripts, no data, nothing relative to the page. */
export function isSafeLink(address: string): boolean {
  return /^(https?:\/\/[^\s/]|mailto:[^\s]+@)/i.test(address);
}

type LevelOf = (tag: string) => string;

/**
 * Gives headings levels that fit the page: the first is at the level asked for, and none is more than one deeper than the one
 * before it, whatever marks the author used.
 */
function headingShift(tokens: readonly Token[], headingLevel: number): LevelOf {
  const headings = tokens.filter(({ type }) => type === 'heading_open');
  const highest = Math.min(...headings.map(({ tag }) => Number(tag.slice(1))));
  let previous = headingLevel - 1;
  return (tag) => {
    const wanted = headingLevel + Number(tag.slice(1)) - highest;
    previous = Math.min(6, wanted, previous + 1);
    return `h${previous}`;
  };
}

const plainTags: readonly string[] = ['p', 'ul', 'ol', 'li', 'em', 'strong', 'blockquote'];

interface Open {
  readonly token: Token;
  readonly children: ReactNode[];
}

/** Turns the flat list of opening and closing tokens into elements. */
function renderTokens(tokens: readonly Token[], levelOf: LevelOf): ReactNode[] {
  const root: ReactNode[] = [];
  const stack: Open[] = [];
  const append = (node: ReactNode) => (stack.at(-1)?.children ?? root).push(node);
  tokens.forEach((token, index) => {
    if (token.nesting === 1) {
      stack.push({ token, children: [] });
    } else if (token.nesting === -1) {
      const open = stack.pop();
      if (open !== undefined) {
        append(element(open, index, levelOf));
      }
    } else {
      append(leaf(token, index, levelOf));
    }
  });
  return root;
}

function element({ token, children }: Open, key: number, levelOf: LevelOf): ReactNode {
  // The paragraphs of a list whose items stand close together have no element of their own.
  if (token.hidden) {
    return createElement(Fragment, { key }, ...children);
  }
  if (token.type === 'heading_open') {
    return createElement(levelOf(token.tag), { key }, ...children);
  }
  if (token.type === 'link_open') {
    return <Link key={key} address={String(token.attrGet('href') ?? '')} content={children} />;
  }
  if (!plainTags.includes(token.tag)) {
    return createElement(Fragment, { key }, ...children);
  }
  const start = token.tag === 'ol' ? token.attrGet('start') : null;
  return createElement(token.tag, start === null ? { key } : { key, start: Number(start) }, ...children);
}

function Link({ address, content }: { address: string; content: ReactNode }) {
  if (!isSafeLink(address)) {
    return content;
  }
  return (
    <a href={address} rel="nofollow noopener">
      {content}
    </a>
  );
}

function leaf(token: Token, key: number, levelOf: LevelOf): ReactNode {
  switch (token.type) {
    case 'inline':
      return createElement(Fragment, { key }, ...renderTokens(token.children ?? [], levelOf));
    case 'softbreak':
    case 'hardbreak':
      return <br key={key} />;
    default:
      return token.content;
  }
}
