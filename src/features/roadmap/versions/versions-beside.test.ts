import { describe, expect, it } from 'vitest';
import type { VersionState } from './version-state.ts';
import { versionsBeside } from './versions-beside.ts';

const version = (versionId: string, roundId: string, state: VersionState) => ({ versionId, roundId, state });

describe('what is read beside the version that is worked on', () => {
  it.each([
    [
      'the text before an empty draft of a newer round',
      [version('2', 'b', 'draft'), version('1', 'a', 'draft')],
      '1',
      ['1'],
    ],
    ['nothing of the round of a written one', [version('2', 'a', 'draft'), version('1', 'a', 'published')], '12', []],
    [
      'the newest of each round',
      [version('3', 'b', 'draft'), version('2', 'a', 'draft'), version('1', 'a', 'published')],
      '123',
      ['2'],
    ],
    ['nothing that is superseded', [version('2', 'b', 'published'), version('1', 'a', 'superseded')], '12', []],
    ['nothing that is empty', [version('2', 'b', 'draft'), version('1', 'a', 'draft')], '2', []],
  ] as const)('is %s', (_, versions, written, found) => {
    expect(versionsBeside(versions, new Set(written)).map(({ versionId }) => versionId)).toEqual(found);
  });
});
