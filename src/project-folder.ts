import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A path under the project's root, the same whether the code runs from `src/` or as built in `dist/`. */
export function projectFolder(...parts: readonly string[]): string {
  return path.join(root, ...parts);
}

function findRoot(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) {
    folder = path.dirname(folder);
  }
  return folder;
}

const root = findRoot();

/** The folder of the programme that runs where none is named. */
export const programmeFolder = projectFolder('programmes', 'england-ldr');

/** The names of the programmes that come with the service, each that of its folder. */
export function shippedProgrammes(): string[] {
  const entries = readdirSync(projectFolder('programmes'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
