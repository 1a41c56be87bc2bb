import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { projectFolder } from '../../../src/project-folder.ts';

/** What a file imports to run, by path from the root of the project; types alone are left out. */
type Imports = ReadonlyMap<string, readonly string[]>;

/** Tests that run several parts together, on a real database; each drives the routes of its own feature or calls its use cases. */
const isIntegrationTest = (file: string) => /\.(db|http)\.test\.tsx?$/.test(file);
const isMadeForTests = (file: string) => /\.(test|fixture)\.tsx?$|\/testing\/|^test\//.test(file);
/** Where the service is put together: through it every test would reach every file. */
const isWiring = (file: string) => /^src\/[^/]+$|^test\/(database|builders)\//.test(file);

let imports: Imports;
beforeAll(async () => {
  imports = await readImports();
});

/** Whoever uses another feature, as `feature -> other`, with the files that do. */
function seamsOf(found: Imports): Map<string, string[]> {
  const seams = new Map<string, string[]>();
  for (const [file, targets] of found) {
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
 * The seams that no integration test of the feature that uses the other one reaches: not by what it imports, nor, where it asks over
 * HTTP, by the routes of its feature. A feature that stores nothing is run with whatever uses it: there the tests of any will do.
 */
function uncrossedSeams(found: Imports): string[] {
  const storing = new Set([...found.keys()].filter((file) => /-repository\.ts$/.test(file)).map(featureOf));
  const reached = new Map<string, Set<string>>();
  for (const test of [...found.keys()].filter(isIntegrationTest)) {
    const feature = featureOf(test) ?? '';
    const routes = [...found.keys()].filter((file) => featureOf(file) === feature && /[-/]routes?\.tsx?$/.test(file));
    const known = reached.get(feature) ?? new Set();
    reach(found, [...(found.get(test) ?? []), ...(test.includes('.http.') ? routes : [])], known);
    reached.set(feature, known);
  }
  const isReached = (feature: string, file: string) =>
    storing.has(feature) ? reached.get(feature)?.has(file) : [...reached.values()].some((files) => files.has(file));
  return [...seamsOf(found)]
    .filter(([seam, files]) => !files.some((file) => isReached(seam.split(' ')[0] ?? '', file)))
    .map(([seam]) => seam)
    .toSorted();
}

it('finds a seam that only a unit test stands beside, and one that the tests of its feature go past', () => {
  const file = (name: string) => `src/features/${name}`;
  const found = new Map([
    [file('a/use-b.ts'), [file('b/index.ts')]],
    [file('a/use-b.test.ts'), [file('a/use-b.ts')]],
    [file('b/index.ts'), [file('b/b-routes.tsx')]],
    [file('b/b-routes.tsx'), [file('c/index.ts')]],
    [file('b/b.http.test.ts'), ['test/database/test-service.ts']],
    [file('a/a-repository.ts'), []],
    [file('c/c-repository.ts'), []],
    [file('c/index.ts'), [file('c/list.ts')]],
    [file('c/list.ts'), [file('a/index.ts')]],
    [file('c/c.db.test.ts'), [file('b/index.test.ts')]],
  ]);
  expect([...seamsOf(found).keys()].toSorted()).toEqual(['a -> b', 'b -> c', 'c -> a']);
  expect(uncrossedSeams(found)).toEqual(['a -> b', 'c -> a']);
});

it('has an integration test of every feature across each seam to another', () => {
  expect(seamsOf(imports).size).toBeGreaterThan(50);
  expect(uncrossedSeams(imports)).toEqual([]);
});

function featureOf(file: string): string | null {
  return /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
}

function reach(found: Imports, roots: readonly string[], known: Set<string>): void {
  const open = [...roots];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (!known.has(file) && !isWiring(file)) {
      known.add(file);
      open.push(...(found.get(file) ?? []));
    }
  }
}

async function readImports(): Promise<Imports> {
  const found = new Map<string, readonly string[]>();
  for await (const name of glob(['src/**/*.{ts,tsx}', 'test/**/*.ts'], { cwd: projectFolder() })) {
    const file = name.replaceAll('\\', '/');
    const text = await readFile(projectFolder(file), 'utf8');
    const named = /^(?:import|export)\s(?!type\b)[^;']*?from '(\.[^']+)';/gms;
    const targets = [...text.matchAll(named)].map(([, target = '']) =>
      path.posix.join(path.posix.dirname(file), target),
    );
    found.set(
      file,
      targets.filter((target) => existsSync(projectFolder(target))),
    );
  }
  return found;
}
