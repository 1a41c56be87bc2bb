import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { describePermissions, permissionsFile } from '../../../scripts/describe-permissions.ts';

test('docs/permissions.md says what `can` answers; `npm run tables` writes it anew', async () => {
  expect(await readFile(permissionsFile, 'utf8')).toBe(describePermissions());
});
