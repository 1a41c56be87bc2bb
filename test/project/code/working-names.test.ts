import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pureDespiteVerb, readers, useCases } from '../../../.dependency-cruiser.mjs';
import { listSourceFiles } from './source-files.ts';

/*
 * A file whose name begins with what is done, or with how it looks, may ask and write, so the rules of pure files pass it over. One that
 * has nothing to ask or to write with is pure, and says so in a list that holds it to that.
 */

/** What answers requests, which the rules know by another name. */
const requests = /[-/](routes?|operations?)\.tsx?$/;

/** What work is done with: connections, queues, mail, files, requests. */
const means = [
  /^src\/context\.ts$/,
  /-context\.ts$/,
  /(-repository|\/sql-fragments)\.ts$/,
  /^src\/platform\/(backup|database|jobs|mail|outgoing|worker)\//,
  /^src\/platform\/audit\/(audit-trail|trail-repository)\.ts$/,
  requests,
  /\/(attach|create|require|send)-[a-z-]+\.tsx?$/,
  /^fastify$/,
  /^node:(fs|child_process|net|http|https)/,
];

const hasName = (file: string, patterns: readonly string[]) =>
  patterns.some((pattern) => new RegExp(pattern).test(file));
const isListed = (file: string) => hasName(file, pureDespiteVerb);
const isWorking = (file: string) =>
  file.startsWith('src/features/') && hasName(file, [useCases, readers]) && !requests.test(file);

interface Importing {
  readonly path: string;
  readonly text: string;
}

/** Everything a file imports, the types too. */
function importsOf({ path: file, text }: Importing): string[] {
  const named = [...text.matchAll(/ from '([^']+)';/g)].map(([, target = '']) => target);
  return named.map((target) => (target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target));
}

/** True for a file that works by itself, or calls one of its feature that does. */
function hasMeans(file: Importing): boolean {
  return importsOf(file).some(
    (target) => means.some((pattern) => pattern.test(target)) || (isWorking(target) && !isListed(target)),
  );
}

const files = await listSourceFiles('features/**/*.ts');

describe('the names of what works', () => {
  it('are told from others, and what is imported is seen', () => {
    expect(isWorking('src/features/review/save-review.ts')).toBe(true);
    expect(isWorking('src/features/review/views/save-words.ts')).toBe(false);
    expect(
      hasMeans({ path: 'src/features/a/save-b.ts', text: "import type { AppContext } from '../../context.ts';" }),
    ).toBe(true);
    expect(hasMeans({ path: 'src/features/a/save-b.ts', text: "import { c } from './c.ts';" })).toBe(false);
  });

  it('are borne only by files that have something to work with, but for those on the list', () => {
    const idle = files.filter((file) => isWorking(file.path) && !isListed(file.path) && !hasMeans(file));
    expect(idle.map((file) => file.path)).toEqual([]);
  });

  it('are exactly those of the list where they are not', () => {
    const listed = files.filter(({ path: file }) => isWorking(file) && isListed(file));
    expect(listed).toHaveLength(pureDespiteVerb.length);
  });
});
