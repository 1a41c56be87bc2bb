import { glob, readFile } from 'node:fs/promises';
import { by } from '../../../src/platform/compare.ts';
import { projectFolder } from '../../../src/project-folder.ts';

export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The code of the service itself: what is under `src` and is neither a test nor made for tests. */
export async function listSourceFiles(pattern = '**/*.{ts,tsx}'): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for await (const found of glob(pattern, { cwd: projectFolder('src') })) {
    const path = `src/${found.replaceAll('\\', '/')}`;
    if (!/\.(test|fixture)\.tsx?$|\/testing\//.test(path)) {
      files.push({ path, text: await readFile(projectFolder(path), 'utf8') });
    }
  }
  return files.toSorted(by(({ path }) => path));
}

/** The code under `test`, by path. */
export async function listTestFiles(): Promise<string[]> {
  const files: string[] = [];
  for await (const found of glob('**/*.{ts,tsx}', { cwd: projectFolder('test') })) {
    files.push(`test/${found.replaceAll('\\', '/')}`);
  }
  return files;
}
