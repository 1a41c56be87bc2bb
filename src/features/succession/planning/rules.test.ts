import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { projectFolder } from '../../../project-folder.ts';
import { successionRules } from './rules.ts';

test('docs/succession.md prints the rules as they are', async () => {
  const text = await readFile(projectFolder('docs', 'succession.md'), 'utf8');
  for (const { title, rule } of successionRules) {
    expect(text).toContain(`| ${title} | ${rule} |`);
  }
});
