import { withoutHidden } from '../../../../platform/forms/hidden-characters.ts';

/** A piece of an XML or JSON document in one shape, so that each answer is understood by one piece of code. */
export interface DocumentNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly DocumentNode[];
  readonly text: string;
  /** Line in the file, from 1; null for JSON. */
  readonly line: number | null;
}

/** A record of a file: a whole organisation or relationship, numbered from 1. */
export interface DocumentRecord {
  readonly node: DocumentNode;
  readonly row: number;
}

export function childrenOf(node: DocumentNode | null, name: string): readonly DocumentNode[] {
  return node === null ? [] : node.children.filter((child) => child.name === name);
}

/** The first node on a way down through the names; null where there is none. */
export function childAt(node: DocumentNode | null, ...names: readonly string[]): DocumentNode | null {
  let found = node;
  for (const name of names) {
    found = childrenOf(found, name)[0] ?? null;
  }
  return found;
}

/**
 * The trimmed value, without what cannot be seen, at the end of a way down, as `<Start value="2001-04-01"/>`, `<Name>…</Name>`, an attribute, or a
 * member of a JSON object; null where it is missing or blank.
 */
export function valueAt(node: DocumentNode | null, ...names: readonly string[]): string | null {
  const parent = childAt(node, ...names.slice(0, -1));
  const last = names.at(-1);
  if (parent === null || last === undefined) {
    return null;
  }
  const child = childAt(parent, last);
  const value = child === null ? parent.attributes[last] : (child.attributes.value ?? child.text);
  return value === undefined ? null : withoutHidden(value).trim() || null;
}

/** A JSON value as nodes: members become children, a list becomes children of the same name, a plain value an attribute `value`. */
export function nodesOfJson(name: string, value: unknown): DocumentNode[] {
  if (Array.isArray(value)) {
    return value.flatMap((item) => nodesOfJson(name, item));
  }
  if (value === null || value === undefined) {
    return [];
  }
  if (typeof value === 'object') {
    const children = Object.entries(value).flatMap(([key, member]) => nodesOfJson(key, member));
    return [{ name, attributes: {}, children, text: '', line: null }];
  }
  return [{ name, attributes: { value: String(value) }, children: [], text: '', line: null }];
}
