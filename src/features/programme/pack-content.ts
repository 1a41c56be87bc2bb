import { isMap, isScalar, isSeq, LineCounter, type Node, type YAMLMap } from 'yaml';
import { yamlLimits } from '../../file-limits.ts';
import { by } from '../../platform/compare.ts';
import { parseLimitedYaml } from '../../platform/files/yaml-scan.ts';
import type { PackFault, PackFile, PackPath } from './pack-fault.ts';

/** A run of items, or one value, that a single file gives under a top-level key. */
interface Part {
  readonly source: SourceFile;
  readonly value: unknown;
  /** Position of this part's first item in the merged list. */
  readonly offset: number;
}

interface SourceFile {
  readonly path: string;
  readonly lines: LineCounter;
  readonly contents: Node | null;
  /** The same content as plain values. */
  readonly plain: unknown;
}

/** The content of all files of a pack, merged, with the way back from each value to its file and line. */
export interface PackContent {
  readonly keys: readonly string[];
  value(key: string): unknown;
  place(path: PackPath): { readonly file: string; readonly line: number };
}

export type ReadContent =
  | { readonly kind: 'ok'; readonly content: PackContent }
  | { readonly kind: 'faults'; readonly faults: readonly PackFault[] };

/**
 * Merges the YAML files of a pack. A top-level list may be spread over several files and is joined in the order of
 * the file names; anything else may be given only once. Faults of syntax stop here, because what a broken file was
 * meant to say is unknown and every later complaint would be a guess.
 */
export function readPackContent(files: readonly PackFile[]): ReadContent {
  const faults: PackFault[] = [];
  const sources = files.toSorted(by(({ path }) => path)).map((file) => parseFile(file, faults));
  const parts = mergeFiles(sources, faults);
  if (faults.length > 0) {
    return { kind: 'faults', faults };
  }
  return { kind: 'ok', content: contentOf(sources, parts) };
}

function parseFile(file: PackFile, faults: PackFault[]): SourceFile {
  const lines = new LineCounter();
  const parsed = parseLimitedYaml(file.text, yamlLimits.depth, lines);
  if (parsed.kind === 'excess') {
    faults.push({ file: file.path, line: 1, message: `the file ${parsed.excess}` });
    return { path: file.path, lines, contents: null, plain: null };
  }
  const { document } = parsed;
  for (const problem of [...document.errors, ...document.warnings]) {
    faults.push({ file: file.path, line: lines.linePos(problem.pos[0]).line, message: problem.message });
  }
  const readable = document.errors.length === 0;
  if (readable && !isMap(document.contents)) {
    faults.push({ file: file.path, line: 1, message: 'the file must hold keys and values, such as "title: …"' });
  }
  return { path: file.path, lines, contents: document.contents, plain: readable ? document.toJS() : null };
}

function mergeFiles(sources: readonly SourceFile[], faults: PackFault[]): Map<string, Part[]> {
  const merged = new Map<string, Part[]>();
  for (const source of sources) {
    for (const [key, value] of Object.entries(source.plain ?? {})) {
      const parts = merged.get(key) ?? [];
      const last = parts.at(-1);
      if (last !== undefined && !(Array.isArray(last.value) && Array.isArray(value))) {
        faults.push({
          file: source.path,
          line: lineAt(source, [key]),
          message: `"${key}" is already given in ${last.source.path}`,
        });
        continue;
      }
      const offset = last !== undefined && Array.isArray(last.value) ? last.offset + last.value.length : 0;
      merged.set(key, [...parts, { source, value, offset }]);
    }
  }
  return merged;
}

function contentOf(sources: readonly SourceFile[], merged: ReadonlyMap<string, readonly Part[]>): PackContent {
  // A fault about something no file mentions is laid at the file that names the pack.
  const home = merged.get('id')?.[0]?.source.path ?? sources[0]?.path ?? '';
  return {
    keys: [...merged.keys()],
    value(key) {
      const parts = merged.get(key) ?? [];
      return parts.length > 1 ? parts.flatMap((part) => part.value) : parts[0]?.value;
    },
    place(path) {
      const [key, index, ...rest] = path;
      const parts = merged.get(String(key)) ?? [];
      if (typeof index !== 'number') {
        return placeIn(parts[0], path, home);
      }
      const part = parts.findLast((candidate) => candidate.offset <= index);
      return placeIn(part, [String(key), index - (part?.offset ?? 0), ...rest], home);
    },
  };
}

function placeIn(part: Part | undefined, path: PackPath, home: string): { file: string; line: number } {
  return part === undefined ? { file: home, line: 1 } : { file: part.source.path, line: lineAt(part.source, path) };
}

/** The line of the deepest node on the path that is there: a missing key is reported where its parent starts. */
function lineAt(source: SourceFile, path: PackPath): number {
  let node: unknown = source.contents;
  let start: number = 0;
  for (const step of path) {
    const next = isMap(node) ? entryOf(node, step) : isSeq(node) ? itemOf(node.items[Number(step)]) : undefined;
    if (next === undefined) {
      break;
    }
    node = next.node;
    start = next.start;
  }
  return source.lines.linePos(start).line;
}

function entryOf(map: YAMLMap<unknown, unknown>, key: string | number): { node: unknown; start: number } | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return pair !== undefined && isScalar(pair.key) ? { node: pair.value, start: pair.key.range?.[0] ?? 0 } : undefined;
}

function itemOf(item: unknown): { node: unknown; start: number } | undefined {
  return isScalar(item) || isMap(item) || isSeq(item) ? { node: item, start: item.range?.[0] ?? 0 } : undefined;
}
