import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { readDay } from '../../directory/index.ts';
import { searchPublished } from './search-published.ts';

const day = readDay(
  { 'as-at': '2017-03-01' },
  { pack: { positionOn: '2017-03-01' }, clock: () => new Date('2017-03-01T12:00:00Z') },
);

let clone: TestDatabase;
beforeAll(async () => {
  clone = await cloneDatabase('demo');
});
afterAll(() => clone.close());

it.each([
  ['roadmap information', 'inside'],
  ['qqxxzz', null],
  ['sha256digest', null],
])('looks for %s in the public text of roadmaps', async (term, found) => {
  const groups = await searchPublished({ database: clone.database }, term, day);
  const hits = groups.find(({ heading }) => heading === 'Published roadmaps')?.hits ?? [];
  expect(hits.some(({ text }) => text.includes('All words are in “'))).toBe(found !== null);
});

it('leads to the part that has the words, and shows them marked in their sentence', async () => {
  const groups = await searchPublished({ database: clone.database }, 'roadmap information', day);
  const [hit] = groups.find(({ heading }) => heading === 'Published roadmaps')?.hits ?? [];
  expect(hit?.href).toMatch(/^\/footprints\/[a-z-]+\/roadmap#[a-z-]+$/);
  const marked = hit?.snippet?.filter(({ isFound }) => isFound).map(({ text }) => text.toLowerCase()) ?? [];
  expect(marked.some((text) => text.startsWith('roadmap') || text.startsWith('information'))).toBe(true);
});

it('has the sections of every published file, each once, and reads no file to find them', async () => {
  const { rows } = await sql<{ readonly files: number; readonly kept: number; readonly same: number }>`
    select (select count(*) from publication) as files,
           (select count(distinct published_section.publication_id) from published_section) as kept,
           (select count(*) from publication cross join lateral published_texts(publication.download) as text
            left join published_section as kept on kept.publication_id = publication.publication_id
              and kept.place = text.place and kept.body = text.body
            where kept.publication_id is null) as same`.execute(clone.database);
  expect(rows[0]).toMatchObject({ files: rows[0]?.kept, same: 0 });
  expect(rows[0]?.files).toBeGreaterThan(0);
});
