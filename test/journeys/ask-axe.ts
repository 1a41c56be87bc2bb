import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * All rules of axe, with the one for what WCAG 2.2 added, which axe leaves off unless it is asked for. No page plays a sound, for which
 * axe would load every file of it again.
 */
export const everyRule = { preload: false, rules: { 'target-size': { enabled: true } } };
/** Those whose answer depends on how wide the page is. The others, of which contrast takes longest, are asked once a page. */
export const rulesOfLayout = { runOnly: ['target-size', 'scrollable-region-focusable'] };

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Expects a page to break none of these rules, at the width that it has. */
export async function askAxe(page: Page, rules: object): Promise<void> {
  const violations = await page.evaluate(runAxe, { resultTypes: ['violations'], ...rules });
  const found = violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  expect(found, `accessibility of ${page.url()}, ${page.viewportSize()?.width} pixels wide`).toEqual([]);
}

/**
 * Asked in the browser. The contrast of a text takes longer than all other rules together, and is the same for all texts of one kind,
 * such as the cells of a column: it is asked of two of each kind.
 */
async function runAxe(rules: object): Promise<Violation[]> {
  interface Axe {
    readonly configure: (spec: object) => void;
    readonly run: (root: Document, options: object) => Promise<{ violations: Violation[] }>;
  }
  const ASKED = 2;
  const mark = 'data-contrast-is-asked';
  const { axe } = window as unknown as { axe: Axe };

  /** Kinds by number: two elements are of one kind when they look alike and what is around them is of one kind. */
  const kinds = new Map<string, number>();
  const kindOf = (element: Element, around: number): number => {
    const { color, backgroundColor, backgroundImage, fontSize, fontWeight, opacity } = getComputedStyle(element);
    const look = [color, backgroundColor, backgroundImage, fontSize, fontWeight, opacity].join();
    const kind = `${around} ${element.tagName} ${element.getAttribute('class')} ${look}`;
    const known = kinds.get(kind) ?? kinds.size;
    kinds.set(kind, known);
    return known;
  };
  const hasText = (element: Element) =>
    element.matches('input, select, textarea') ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '');
  const asked: Element[] = [];
  const counts = new Map<number, number>();
  const walk = (element: Element, around: number): void => {
    const kind = kindOf(element, around);
    const count = counts.get(kind) ?? 0;
    if (count < ASKED && hasText(element)) {
      counts.set(kind, count + 1);
      asked.push(element);
    }
    for (const child of element.children) {
      walk(child, kind);
    }
  };
  walk(document.body, -1);
  for (const element of asked) {
    element.setAttribute(mark, '');
  }
  axe.configure({ rules: [{ id: 'color-contrast', selector: `[${mark}]` }] });
  try {
    return (await axe.run(document, rules)).violations;
  } finally {
    for (const element of asked) {
      element.removeAttribute(mark);
    }
  }
}
