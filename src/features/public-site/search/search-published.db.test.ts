import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../test/database/test-service.ts';
import { searchPublished } from './search-published.ts';

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
  const groups = await searchPublished({ database: clone.database }, term);
  const hits = groups.find(({ heading }) => heading === 'Published roadmaps')?.hits ?? [];
  expect(hits.some(({ text }) => text.includes('All words are in “'))).toBe(found !== null);
});
