import { glob, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectFolder } from '../../../src/project-folder.ts';

/**
 * What is looked for in the whole of an answer is found wherever it stands, in a hidden field or a script too. Pages are read by where
 * things stand (`page-reader.ts`); what may stand nowhere is looked for by `expectNowhere`.
 */
function countWholeBodies(text: string): number {
  return text.match(/\bbody\)\s*\.(?:not\.)?toContain\(/g)?.length ?? 0;
}

it('counts what is looked for in a whole body, present or absent', () => {
  const lines = ['expect(page.body).toContain("x")', 'expect((await get("/")).body).not.toContain("x")'];
  expect(countWholeBodies(lines.join('\n'))).toBe(2);
  expect(countWholeBodies('expect(body)\n  .toContain("x"); expect(read.section("Body").text).toContain("x")')).toBe(1);
});

it('no test looks for a string in a whole body', async () => {
  const found: string[] = [];
  for await (const name of glob('{src,test}/**/*.test.{ts,tsx}', { cwd: projectFolder() })) {
    const file = name.replaceAll('\\', '/');
    const isAboutIt = file === 'test/project/code/whole-bodies.test.ts';
    if (!isAboutIt && countWholeBodies(await readFile(projectFolder(file), 'utf8')) > 0) {
      found.push(file);
    }
  }
  expect(found).toEqual([]);
});
