// What the build is made from. Imports nothing but Node itself, since it is also used before anything is installed.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Written last by every build: the digest of the sources it was made from. */
export const buildStamp = path.join(root, 'dist', '.built-from');

const buildInputs = ['scripts/build.ts', 'package-lock.json', 'tsconfig.json'];

/** Digest of everything that ends up in `dist/`; tests do not. */
export function digestOfSources() {
  const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(tsx?|scss|svg)$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
    .map((file) => path.join('src', file));
  const hash = createHash('sha256');
  for (const file of [...sources, ...buildInputs].sort()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}
