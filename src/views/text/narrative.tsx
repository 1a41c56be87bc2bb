import type { Token } from 'markdown-it';
import { createElement, Fragment, type ReactNode } from 'react';
import { namedDirections } from '../page/named-directions.ts';
import { parseNarrative, type WrittenLink } from './narrative-parser.ts';

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
  const tokens = parseNarrative(text);
  return <div className="ldr-narrative">{renderTokens(tokens, headingShift(tokens, headingLevel))}</div>;
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
    return <Link key={key} link={token.meta as WrittenLink} content={children} />;
  }
  if (!plainTags.includes(token.tag)) {
    return createElement(Fragment, { key }, ...children);
  }
  if (token.type === 'list_item_open' && token.info !== '') {
    return <NumberedItem key={key} number={token.info} content={children} />;
  }
  return createElement(token.tag, { key }, ...children);
}

/** An item keeps the number that was typed: a text may speak of "point 7", and who signs it must see which that is. */
function NumberedItem({ number, content }: { number: string; content: ReactNode[] }) {
  const isPlain = number === `${Number(number)}`;
  return isPlain
    ? createElement('li', { value: Number(number) }, ...content)
    : createElement('li', { className: 'ldr-narrative__typed-number' }, `${number}. `, ...content);
}

/** The words, then where they lead and the title: on paper, and for whoever signs, these are part of the text. */
function Link({ link: { address, title }, content }: { link: WrittenLink; content: ReactNode[] }) {
  return (
    <>
      <a href={address} rel="nofollow noopener">
        {content.length === 0 ? namedDirections(address) : createElement(Fragment, null, ...content)}
      </a>
      {content.length === 0 ? '' : <span className="ldr-narrative__address"> ({namedDirections(address)})</span>}
      {title === '' ? '' : ` (${namedDirections(title)})`}
    </>
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
      return namedDirections(token.content);
  }
}
