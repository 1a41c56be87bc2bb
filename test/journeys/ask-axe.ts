import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * All rules of axe, with the one for what WCAG 2.2 added, which axe leaves off unless it is asked for. No page plays a sound, for which
 * axe would load every file of it again.
 */
const everyRule = { preload: false, rules: { 'target-size': { enabled: true } } };
/** Those whose answer depends on how wide the page is. The others, of which contrast takes longest, are asked once a page. */
const rulesOfLayout = { runOnly: ['target-size', 'scrollable-region-focusable'] };

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/**
 * How many texts of a kind the contrast has been asked of. It takes longer than all other rules together, and is the same for all texts
 * of one kind, such as the cells of a column or the links of every page's header: it is asked of two of each kind.
 */
export type ContrastAsked = Map<string, number>;

/** Expects a page to break no rule. */
export async function askEveryRule(page: Page, asked: ContrastAsked): Promise<void> {
  for (const [kind, count] of await page.evaluate(markForContrast, [...asked])) {
    asked.set(kind, count);
  }
  await askAxe(page, everyRule);
}

/** Expects a page to break none of those whose answer depends on how wide it is. */
export async function askRulesOfLayout(page: Page): Promise<void> {
  await askAxe(page, rulesOfLayout);
}

async function askAxe(page: Page, rules: object): Promise<void> {
  const violations = await page.evaluate(runAxe, rules);
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  expect(found, `accessibility of ${page.url()}, ${page.viewportSize()?.width} pixels wide`).toEqual([]);
}

/**
 * In the browser: asks the rules, that of contrast of the marked texts alone. Of the rows of a list or table that are made alike two are
 * left for it, and those with a mark, as axe takes as long over each row: alike are their elements, with the classes and attributes that
 * they have, and whether there is a text in them.
 */
async function runAxe(rules: object): Promise<Violation[]> {
  interface Axe {
    readonly configure: (spec: object) => void;
    readonly run: (root: Document, options: object) => Promise<{ violations: Violation[] }>;
  }
  const ALIKE = 2;
  const marked = '[data-contrast-is-asked]';

  const shapeOf = (element: Element): string => {
    const attributes = element.getAttributeNames().filter((name) => !marked.includes(name));
    const hasText = [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim() !== '',
    );
    const inside = [...element.children].map(shapeOf).join();
    return `${element.tagName} ${element.getAttribute('class')} ${attributes} ${hasText} (${inside})`;
  };
  const isNeeded = (element: Element) =>
    [element, ...element.querySelectorAll('*')].some((each) => each.matches(marked) || each.tagName.includes('-'));
  const tooMany = (parent: Element): Element[] => {
    const counts = new Map<string, number>();
    return [...parent.children].flatMap((child) => {
      const shape = parent.childElementCount > ALIKE ? shapeOf(child) : '';
      const count = (counts.get(shape) ?? 0) + 1;
      counts.set(shape, count);
      return count > ALIKE && !isNeeded(child) ? [child] : tooMany(child);
    });
  };
  const away = tooMany(document.body).map((element) => [element, document.createComment('')] as const);
  for (const [element, place] of away) {
    element.replaceWith(place);
  }
  const { axe } = window as unknown as { axe: Axe };
  axe.configure({ rules: [{ id: 'color-contrast', selector: marked }] });
  const { violations } = await axe.run(document, { resultTypes: ['violations'], ...rules });
  for (const [element, place] of away) {
    place.replaceWith(element);
  }
  return violations;
}

/** In the browser: marks two texts of each kind, with those of pages before. Returns the kinds of the marked, with how many it makes. */
function markForContrast(asked: [kind: string, count: number][]): [kind: string, count: number][] {
  const ASKED = 2;
  const before = new Map(asked);
  const counts = new Map<string, number>();

  const hasText = (element: Element) =>
    element.matches('input, select, textarea') ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '');
  /** Two texts are of one kind when they look alike and all that is painted behind them does. */
  const walk = (element: Element, around: string): void => {
    const style = getComputedStyle(element);
    const { backgroundColor, backgroundImage, opacity } = style;
    const own = backgroundColor === 'rgba(0, 0, 0, 0)' ? '' : backgroundColor;
    const paint = [own, backgroundImage.replace('none', ''), opacity.replace(/^1$/, '')].join('');
    const behind = paint === '' ? around : `${around} ${paint}`;
    if (hasText(element)) {
      const { color, fontSize, fontWeight } = style;
      const kind = [element.tagName, element.getAttribute('class'), color, fontSize, fontWeight, behind].join();
      const count = counts.get(kind) ?? before.get(kind) ?? 0;
      if (count < ASKED) {
        counts.set(kind, count + 1);
        element.setAttribute('data-contrast-is-asked', '');
      }
    }
    for (const child of element.children) {
      walk(child, behind);
    }
  };
  walk(document.body, '');
  return [...counts];
}
