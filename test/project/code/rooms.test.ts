import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSourceFiles, listTestFiles, type SourceFile } from './source-files.ts';

/** The largest part of the lines of the service that one room may hold. */
const LARGEST_SHARE = 0.13;

/** How many names the widest door offers, that of the directory. It is lowered when that door has become narrower, and never raised. */
const WIDEST_DOOR = 94;

/** As many files as a person takes in at a glance; folders by subject come before that. */
const MOST_IN_A_FOLDER = 25;

const files = await listSourceFiles();

/** `src/features/map/views/stp-map.ts` -> `map`; what lies elsewhere belongs to the folder under `src`. */
function roomOf(file: string): string {
  const [, first = '', second = ''] = file.split('/');
  return first === 'features' ? second : first;
}

function isDoor(file: string): boolean {
  return /^src\/features\/[^/]+\/index\.ts$/.test(file);
}

interface Mention {
  readonly target: string;
  readonly names: readonly string[];
}

/** Names that a file imports, or passes on, from files named by a relative path. */
function mentionsOf({ path: file, text }: SourceFile): Mention[] {
  const statements = text.matchAll(/^(?:import|export)(?: type)? \{([^}]*)\} from '(\.[^']+)';/gm);
  return [...statements].map(([, names = '', target = '']) => ({
    target: path.posix.join(path.posix.dirname(file), target),
    names: names.split(',').flatMap(
      (name) =>
        name
          .trim()
          .replace(/^type /, '')
          .split(' as ')[0] || [],
    ),
  }));
}

/** Names that a door offers. */
function offeredBy({ text }: SourceFile): string[] {
  const lists = [...text.matchAll(/^export(?: type)? \{([^}]*)\}/gm)].flatMap(([, names = '']) => names.split(','));
  const whole = [...text.matchAll(/^export \* as (\w+) from/gm)].map(([, name = '']) => name);
  return [
    ...lists.flatMap(
      (name) =>
        name
          .trim()
          .replace(/^type /, '')
          .split(' as ')
          .at(-1) || [],
    ),
    ...whole,
  ];
}

/**
 * Names that a door offers and nobody comes for: `<feature>: <name>`. Only the service itself counts: a test names the file it is
 * about, and what is offered for its sake alone would keep the door wide.
 */
function unused(sources: readonly SourceFile[]): string[] {
  const mentions = sources.flatMap((file) => mentionsOf(file));
  const wanted = new Set(mentions.flatMap(({ target, names }) => names.map((name) => `${target} ${name}`)));
  return sources
    .filter((file) => isDoor(file.path))
    .flatMap((door) => offeredBy(door).map((name) => ({ door: door.path, name })))
    .filter(({ door, name }) => !wanted.has(`${door} ${name}`))
    .map(({ door, name }) => `${roomOf(door)}: ${name}`);
}

describe('rooms', () => {
  it('are none of them a house of their own', () => {
    const linesOf = (some: readonly SourceFile[]) =>
      some.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0);
    const total = linesOf(files);
    const shares = [...Map.groupBy(files, (file) => roomOf(file.path))].map(([room, own]) => ({
      room,
      share: linesOf(own) / total,
    }));
    expect(shares.filter(({ share }) => share > LARGEST_SHARE)).toEqual([]);
  });

  it('have folders in which one finds one’s way, those of the tests of the whole too', async () => {
    const paths = [...files.map((file) => file.path), ...(await listTestFiles())];
    const folders = [...Map.groupBy(paths, (file) => path.posix.dirname(file))];
    const full = folders.filter(([, own]) => own.length > MOST_IN_A_FOLDER).map(([folder]) => folder);
    expect(full).toEqual([]);
  });

  it('have doors that offer what somebody comes for, and nothing else', () => {
    expect(unused(files)).toEqual([]);
  });

  it('have doors that grow no wider', () => {
    const widths = files
      .filter((file) => isDoor(file.path))
      .map((door) => ({ door: door.path, width: offeredBy(door).length }));
    expect(widths.filter(({ width }) => width > WIDEST_DOOR)).toEqual([]);
  });
});

it('finds what a door offers to nobody', () => {
  const door = {
    path: 'src/features/map/index.ts',
    text: "export { type A, b as c } from './a.ts';\nexport * as d from './d.ts';\n",
  };
  const user = { path: 'src/features/search/x.ts', text: "import { type A, c as e } from '../map/index.ts';\n" };
  expect(unused([door])).toEqual(['map: A', 'map: c', 'map: d']);
  expect(unused([door, user])).toEqual(['map: d']);
});
