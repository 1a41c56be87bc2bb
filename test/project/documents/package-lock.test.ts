import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { missingEntries } from '../../../scripts/complete-lock.mjs';
import { projectFolder } from '../../../src/project-folder.ts';

test('the lock file knows the packages of every platform; `npm run complete-lock` enters them', async () => {
  const { packages } = JSON.parse(await readFile(projectFolder('package-lock.json'), 'utf8'));
  expect(Object.keys(missingEntries(packages))).toEqual([]);
});

test('an optional package is entered as its name says', () => {
  const packages = {
    'node_modules/tool': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: { '@tool/linux-arm64-musl': '1.2.3', '@tool/darwin-x64': '1.2.3', known: '2.0.0' },
    },
    'node_modules/known': { version: '2.0.0' },
  };
  expect(missingEntries(packages)).toEqual({
    'node_modules/@tool/linux-arm64-musl': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/@tool/darwin-x64': { version: '1.2.3', cpu: ['x64'], dev: true, optional: true, os: ['darwin'] },
  });
});
