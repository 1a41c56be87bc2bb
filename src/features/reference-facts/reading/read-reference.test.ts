import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { smallReference } from '../small-reference.fixture.ts';
import { ReferenceDataError, readReference } from './read-reference.ts';
import type { ReferenceFile } from './reference-fault.ts';

describe('reading a folder of reference data', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reference-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = (files: readonly ReferenceFile[]) =>
    Promise.all(files.map(({ path, text }) => writeFile(join(folder, path), text)));

  it('gives the facts and passes over what is not CSV', async () => {
    await write([...smallReference(), { path: 'README.md', text: '# About' }]);
    expect((await readReference([folder])).organisations).toHaveLength(3);
  });

  it('takes the rows of a second folder with those of the first, and names its files with it', async () => {
    const own = join(folder, 'own');
    const [members, ...common] = Object.values(
      Object.groupBy(smallReference(), ({ path }) => (path === 'memberships.csv' ? 'own' : 'common')),
    ).toSorted((one, other) => one.length - other.length);
    await mkdir(own);
    await write(common.flat());
    await writeFile(join(own, 'memberships.csv'), members?.[0]?.text ?? '');
    expect((await readReference([folder])).memberships).toEqual([]);
    expect((await readReference([folder, own])).memberships).toHaveLength(3);
    await writeFile(join(own, 'memberships.csv'), members?.[0]?.text.replace('nm,00A', 'nm,00X') ?? '');
    await expect(readReference([folder, own])).rejects.toThrow(
      `${join(own, 'memberships.csv')}:4 there is no organisation 00X`,
    );
  });

  it('refuses faulty data, naming each fault with its file and line', async () => {
    await write(smallReference({ file: 'hexagons.csv', from: 'E54000002', to: 'E54000009' }));
    const error = await readReference([folder]).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ReferenceDataError);
    expect(error).toMatchObject({
      name: 'ReferenceDataError',
      code: 'reference_data_faulty',
      message: `The reference data in ${folder} has 1 fault:\nhexagons.csv:3 there is no stp E54000009`,
    });
  });
});
