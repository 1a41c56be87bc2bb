import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { environmentVariables } from '../../../src/platform/config.ts';
import { projectFolder } from '../../../src/project-folder.ts';

test('docs/configuration.md explains every environment variable, and no other', async () => {
  const text = await readFile(projectFolder('docs', 'configuration.md'), 'utf8');
  const explained = [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(explained.toSorted()).toEqual(environmentVariables.toSorted());
});
