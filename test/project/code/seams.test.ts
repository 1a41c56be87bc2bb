import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { projectFolder } from '../../../src/project-folder.ts';

/*
 * A seam is where a feature uses another one. An integration test of the feature reaches it by what it imports, name by name through the
 * doors, and where it asks over HTTP by the routes files that answer an address it names. That says that the test runs what stands there
 * or could; which lines it runs is for measuring, not for this rule.
 */

/** By path from the root of the project. */
interface Code {
  /** What a file imports to run; types alone are left out. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
  /** The addresses that a routes file answers, and those that a test names. What is filled in is a star. */
  readonly addresses: ReadonlyMap<string, readonly string[]>;
}

/** Tests that run several parts together, on a real database; each drives the routes of its own feature or calls its use cases. */
const isIntegrationTest = (file: string) => /\.(db|http)\.test\.tsx?$/.test(file);
const isMadeForTests = (file: string) => /\.(test|fixture)\.tsx?$|\/testing\/|^test\//.test(file);
const isRoutes = (file: string) => /[-/]routes?\.tsx?$/.test(file);
/** `src/paths.ts`, and what it is put together from. */
const isPaths = (file: string) => /^src\/([a-z]+-)?paths\.ts$/.test(file);
const isDoor = (file: string) => /^src\/features\/[^/]+\/index\.ts$/.test(file);
/** Where the service is put together: through it every test would reach every file. */
const isWiring = (file: string) => /^src\/[^/]+$|^test\/(database|builders)\//.test(file);

let code: Code;
beforeAll(async () => {
  code = await readCode();
});

/** Whoever uses another feature, as `feature -> other`, with the files that do. */
function seamsOf({ imports }: Code): Map<string, string[]> {
  const seams = new Map<string, string[]>();
  for (const [file, targets] of imports) {
    const from = featureOf(file);
    const others = new Set(targets.map(featureOf).filter((other) => other !== null && other !== from));
    if (from !== null && !isMadeForTests(file)) {
      for (const other of others) {
        const seam = `${from} -> ${other}`;
        seams.set(seam, [...(seams.get(seam) ?? []), file]);
      }
    }
  }
  return seams;
}

/**
 * The seams that no integration test of the feature that uses the other one reaches. A feature that stores nothing is run with whatever
 * uses it: there the tests of any will do.
 */
function uncrossedSeams(found: Code): string[] {
  const files = [...found.imports.keys()];
  const storing = new Set(files.filter((file) => /-repository\.ts$/.test(file)).map(featureOf));
  const reached = new Map<string, Set<string>>();
  for (const test of files.filter(isIntegrationTest)) {
    const feature = featureOf(test) ?? '';
    const known = reached.get(feature) ?? new Set();
    reach(found, test, known);
    reached.set(feature, known);
  }
  const isReached = (feature: string, file: string) =>
    storing.has(feature) ? reached.get(feature)?.has(file) : [...reached.values()].some((each) => each.has(file));
  return [...seamsOf(found)]
    .filter(([seam, using]) => !using.some((file) => isReached(seam.split(' ')[0] ?? '', file)))
    .map(([seam]) => seam)
    .toSorted();
}

/** All that a test reaches. Routes files put others together too: through one, a test does not reach another that it never asks. */
function reach({ imports, addresses }: Code, test: string, known: Set<string>): void {
  const asked = addresses.get(test) ?? [];
  const isAsked = (file: string) => (addresses.get(file) ?? []).some((answered) => asked.some(isAt(answered)));
  const routes = test.includes('.http.') ? [...imports.keys()].filter((file) => isRoutes(file) && isAsked(file)) : [];
  const open = [...(imports.get(test) ?? []), ...routes.filter((file) => featureOf(file) === featureOf(test))];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (!known.has(file) && !isWiring(file) && !(isRoutes(file) && !routes.includes(file))) {
      known.add(file);
      open.push(...(imports.get(file) ?? []));
    }
  }
}

/**
 * Whether an address that is asked can be one that is answered; `/**` at the end of one stands for any number of steps, and `**` at the
 * beginning of what is answered for an address that is given elsewhere.
 */
function isAt(answered: string): (asked: string) => boolean {
  return (asked) => {
    const tail = answered.startsWith('**/') ? answered.split('/').slice(1) : null;
    const steps = tail ?? answered.split('/');
    const wanted = tail === null ? asked.split('/') : asked.split('/').slice(-tail.length);
    const isOpen = wanted.at(-1) === '**';
    const known = isOpen ? wanted.slice(0, -1) : wanted;
    return (
      (isOpen ? steps.length >= known.length : steps.length === known.length) &&
      known.every((step, index) => step === steps[index] || step.includes('*') || steps[index]?.includes('*') === true)
    );
  };
}

it('finds a seam that only a unit test stands beside, and one that the tests of its feature go past', () => {
  const file = (name: string) => `src/features/${name}`;
  const imports = new Map([
    [file('a/use-b.ts'), [file('b/list.ts')]],
    [file('a/use-b.test.ts'), [file('a/use-b.ts')]],
    [file('a/a-repository.ts'), []],
    [file('b/b-routes.tsx'), [file('c/list.ts'), file('b/other-routes.tsx')]],
    [file('b/other-routes.tsx'), [file('d/list.ts')]],
    [file('b/b.http.test.ts'), ['test/database/test-service.ts']],
    [file('b/b-repository.ts'), []],
    [file('b/list.ts'), []],
    [file('c/c-repository.ts'), []],
    [file('c/list.ts'), [file('a/list.ts')]],
    [file('c/c.db.test.ts'), [file('b/index.test.ts')]],
  ]);
  const addresses = new Map([
    [file('b/b-routes.tsx'), ['/b/*']],
    [file('b/other-routes.tsx'), ['/b/*/other']],
    [file('b/b.http.test.ts'), ['/b/one']],
  ]);
  const found = { imports, addresses };
  expect([...seamsOf(found).keys()].toSorted()).toEqual(['a -> b', 'b -> c', 'b -> d', 'c -> a']);
  expect(uncrossedSeams(found)).toEqual(['a -> b', 'b -> d', 'c -> a']);
});

it.each([
  ['/reviews/*', '/reviews/doncaster', true],
  ['/reviews/*', '/reviews/*', true],
  ['/reviews/*/start', '/reviews/*', false],
  ['/roadmaps/*/parts/*', '/roadmaps/**', true],
  ['/reviews/*', '/roadmaps/**', false],
  ['**/sign/*', '/reviews/*/sign/now', true],
  ['**/sign', '/reviews/*/start', false],
])('what answers %s is asked by %s: %s', (answered, asked, is) => {
  expect(isAt(answered)(asked)).toBe(is);
});

it('has an integration test of every feature across each seam to another', () => {
  expect(seamsOf(code).size).toBeGreaterThan(50);
  expect(uncrossedSeams(code)).toEqual([]);
});

function featureOf(file: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
}

interface Statement {
  readonly names: readonly string[];
  readonly target: string;
}

/** What a file imports, or passes on, with the names of what is no type; no names for the whole of a file. */
function statementsOf(file: string, text: string): Statement[] {
  const found = text.matchAll(/^(?:import|export)\s(?!type\b)([^;']*?)from '(\.[^']+)';/gms);
  return [...found].flatMap(([, what = '', target = '']) => {
    const list = /\{([^}]*)\}/s.exec(what)?.[1];
    const names = list?.split(',').flatMap((name) => (/^\s*(type |$)/.test(name) ? [] : name.trim())) ?? [];
    return list !== undefined && names.length === 0
      ? []
      : [{ names, target: path.posix.join(path.posix.dirname(file), target) }];
  });
}

async function readCode(): Promise<Code> {
  const texts = new Map<string, string>();
  for await (const name of glob(['src/**/*.{ts,tsx}', 'test/**/*.ts'], { cwd: projectFolder() })) {
    const file = name.replaceAll('\\', '/');
    texts.set(file, await readFile(projectFolder(file), 'utf8'));
  }
  const behind = namesBehindDoors(texts);
  const imports = [...texts].map(([file, text]) => {
    const targets = isDoor(file)
      ? []
      : statementsOf(file, text).flatMap(({ names, target }) =>
          isDoor(target) ? names.flatMap((name) => behind.get(`${target} ${name.split(' as ')[0]}`) ?? []) : target,
        );
    return [file, targets.filter((target) => existsSync(projectFolder(target)))] as const;
  });
  const named = namedAddresses([...texts].flatMap(([file, text]) => (isPaths(file) ? text : [])));
  const addresses = [...texts]
    .filter(([file]) => isRoutes(file) || isIntegrationTest(file))
    .map(([file, text]) => [file, addressesIn(text, named)] as const);
  return { imports: new Map(imports), addresses: new Map(addresses) };
}

/** Where each name of each door comes from. */
function namesBehindDoors(texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const doors = [...texts].filter(([file]) => isDoor(file));
  return new Map(
    doors.flatMap(([door, text]) =>
      statementsOf(door, text).flatMap(({ names, target }) =>
        names.map((name) => [`${door} ${name.split(' as ').at(-1)}`, target] as const),
      ),
    ),
  );
}

/** The addresses by their names in `src/paths.ts`, and in the files that it takes more of them from. */
function namedAddresses(texts: readonly string[]): ReadonlyMap<string, string> {
  const entries = texts.flatMap((text) => text.split(/^(?: {2}| {4})(?=\w+: )/m).slice(1));
  return new Map(
    entries.flatMap((entry) => {
      const [, name = ''] = /^(\w+):/.exec(entry) ?? [];
      const [address] = literalsIn(entry);
      return address === undefined ? [] : [[name, entry.includes(".join('/')") ? `${address}/**` : address]];
    }),
  );
}

function addressesIn(text: string, named: ReadonlyMap<string, string>): string[] {
  const byName = [...text.matchAll(/\bpaths\s*\.(\w+)/g)].flatMap(([, name = '']) => named.get(name) ?? []);
  return [...new Set([...byName, ...literalsIn(text)])];
}

/** Addresses as they are written out, with a star for what is filled in, and without what is asked of them. */
function literalsIn(text: string): string[] {
  const found = text.matchAll(/['`]((?:\$\{\w+(?:\([^)]*\))?\})?\/(?:[a-z][^'`\n]*)?)['`]/g);
  return [...found].map(([, address = '']) =>
    address
      .replace(/^\$\{\w+(?:\([^)]*\))?\}/, '**')
      .replaceAll(/\$\{[^}]*\}|:\w+/g, '*')
      .replace(/[?#].*$/, ''),
  );
}
