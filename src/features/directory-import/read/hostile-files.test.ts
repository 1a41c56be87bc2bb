import { describe, expect, it } from 'vitest';
import { countTurns } from '../../../platform/worker/testing/count-turns.ts';
import { readFile } from './read-file.ts';
import { readFileApart } from './read-file-apart.ts';
import { everythingOf, inChunks, itemsOf, practiceRow, refusalOf } from './testing/files.ts';
import { chunksOf, type HostileFile, hostileFiles } from './testing/hostile-files.ts';

/** A little more than the last limit is met at: that of the members of a JSON object. */
const MOST_BYTES = 6_000_000;

/** Fails the reading, rather than the machine, where it goes on. */
async function* atMost(chunks: AsyncIterable<Uint8Array>, asked: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    asked.bytes += chunk.length;
    if (asked.bytes > MOST_BYTES) {
      throw new Error(`read on after ${MOST_BYTES} bytes`);
    }
    yield chunk;
  }
}

const optionsOf = ({ layout }: HostileFile) => ({ layout, datedOn: '2016-02-29' });

describe('a hostile file', () => {
  it.each(hostileFiles.map((file) => [file.name, file] as const))(
    'of endless %s is refused in words, long before its end',
    async (_, file) => {
      const refusal = await refusalOf(readFile(atMost(chunksOf(file), { bytes: 0 }), optionsOf(file)));
      expect(refusal.message).toContain(file.words);
      expect(refusal.message).not.toMatch(/undefined|Maximum call stack|Invalid string length/);
    },
  );

  it('is refused where it stops just below each limit of the whole', async () => {
    const rows = ['old_code,new_code,date', 'A1,B1,2013-04-01', 'A2,B2,2013-04-01', 'A3,B3,2013-04-01'].join('\n');
    const options = { layout: 'successors', datedOn: '2016-02-29' } as const;
    const small = { records: 2, xmlBytes: 60, csvBytes: 60 };
    const tooLong = await refusalOf(readFile(inChunks(rows), options, small));
    expect(tooLong.message).toContain('larger than 0.00006 megabytes: split it');
    const xml = '<OrgRefData><Organisation/><Organisation/><Organisation/></OrgRefData>';
    const tooMany = await refusalOf(
      readFile(inChunks(xml), { ...options, layout: 'ord' }, { ...small, xmlBytes: 100 }),
    );
    expect(tooMany.faults.at(-1)?.reason).toBe('the file has more than 2 records: split it');
  });
});

it.each([
  ['JSON', JSON.stringify({ Organisation: { Name: 'A\0B TRUST' } })],
  ['XML', '<OrgRefData><Organisation><Name>A&#0;B TRUST</Name></Organisation></OrgRefData>'],
  ['XML', '<OrgRefData><Organisation><Name>A&#x0000;B TRUST</Name></Organisation></OrgRefData>'],
])('a NUL character spelt out in %s is refused in words, however the text is cut', async (_, text) => {
  const options = { layout: 'ord', datedOn: '2016-02-29' } as const;
  for (const lengths of [[], [1]]) {
    const refusal = await refusalOf(readFile(inChunks(text, lengths), options));
    expect(refusal.faults.at(-1)?.reason).toMatch(/NUL character|Invalid character entity/);
  }
});

describe('readFileApart', () => {
  const practices = (count: number) =>
    Array.from({ length: count }, (_, index) => practiceRow({ 1: `A${String(10_000 + index)}` })).join('\n');

  it('gives what readFile gives', async () => {
    const options = { layout: 'ods-practices', datedOn: '2016-02-29' } as const;
    const text = practices(600);
    const read: number[] = [];
    const apart = await everythingOf(
      readFileApart(inChunks(text, [10_000]), { ...options, onBytes: (count) => read.push(count) }),
    );
    expect(apart).toEqual(await itemsOf(text, options));
    expect(apart).toHaveLength(600);
    expect(read.at(-1)).toBe(text.length);
  });

  it('lets the service answer while a large file is read', async () => {
    const options = { layout: 'ods-practices', datedOn: '2016-02-29' } as const;
    const { turns, stop } = countTurns();
    let [last, longestPause, batches] = [0, 0, 0];
    let count = 0;
    for await (const _ of readFileApart(inChunks(practices(20_000)), options)) {
      // Items come in batches of 250; after two or three of them at the latest others have had their turn.
      longestPause = turns.count === last ? longestPause + 1 : 0;
      batches += turns.count === last ? 0 : 1;
      last = turns.count;
      count += 1;
      expect(longestPause).toBeLessThanOrEqual(1000);
    }
    await stop();
    expect(count).toBe(20_000);
    expect(batches).toBeGreaterThanOrEqual(20_000 / 1000);
  });

  it.each([
    ['memory', { heapMegabytes: 8, stepMilliseconds: 60_000 }],
    ['time', { heapMegabytes: 100, stepMilliseconds: 1 }],
  ])('refuses in words what takes more %s than reading may', async (limit, limits) => {
    const options = { layout: 'ods-practices', datedOn: '2016-02-29' } as const;
    const refusal = await refusalOf(readFileApart(inChunks(practices(90_000)), options, limits));
    expect(refusal.faults).toHaveLength(1);
    expect(refusal.message).toContain(`reading the file takes more ${limit} than any file of the registry does`);
  });

  it.each(
    hostileFiles.filter(({ words }) => /values|elements|bytes/.test(words)).map((file) => [file.name, file] as const),
  )('lets the service answer while it refuses endless %s', async (_, file) => {
    const { turns, stop } = countTurns();
    const asked = { bytes: 0 };
    const refusal = await refusalOf(readFileApart(atMost(chunksOf(file), asked), optionsOf(file)));
    await stop();
    expect(refusal.faults.at(-1)?.reason).toContain(file.words);
    expect(turns.count).toBeGreaterThan(asked.bytes / 65_536);
  });
});
