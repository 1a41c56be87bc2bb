import { glob, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { projectFolder } from '../../src/project-folder.ts';

/** Test files that still look for a string anywhere in an answer, with how often. A new test reads a page by where things stand. */
const left: Readonly<Record<string, number>> = {
  'src/cli/imports/import-boundaries.db.test.ts': 4,
  'src/features/assessment/answering/section.http.test.ts': 2,
  'src/features/contact/contact.http.test.ts': 2,
  'src/features/directory-import/contradictions/contradictions.http.test.ts': 6,
  'src/features/directory-import/fetch/fetch.http.test.ts': 6,
  'src/features/directory-import/import.http.test.ts': 8,
  'src/features/formation/formation.http.test.ts': 4,
  'src/features/formation/on-days-of-boards.http.test.ts': 1,
  'src/features/identity/first-account/first-account.http.test.ts': 1,
  'src/features/identity/identity.http.test.ts': 1,
  'src/features/insight/insight.http.test.ts': 3,
  'src/features/notices/notices.http.test.ts': 1,
  'src/features/open-api/open-api-results.http.test.ts': 1,
  'src/features/open-api/open-api.http.test.ts': 3,
  'src/features/public-site/about/about.http.test.ts': 2,
  'src/features/public-site/later-days.http.test.ts': 1,
  'src/features/public-site/lists/lists.http.test.ts': 1,
  'src/features/public-site/public-pages.http.test.ts': 9,
  'src/features/publication/publication.http.test.ts': 1,
  'src/features/review/drafts/review-draft.http.test.ts': 1,
  'src/features/review/review.http.test.ts': 1,
  'src/features/roadmap/roadmap.http.test.ts': 3,
  'src/features/rounds/rounds.http.test.ts': 1,
  'src/features/service-settings/service-settings.http.test.ts': 3,
  'src/story-time.http.test.ts': 2,
  'src/unsent-form.http.test.ts': 4,
  'test/faults/database-away.http.test.ts': 1,
  'test/project/odd-requests.http.test.ts': 3,
  'test/project/one-day.http.test.ts': 3,
  'test/project/public-answers.http.test.ts': 6,
};

/** What is looked for in the whole of an answer: in a page it is found wherever it stands, in a hidden field or a script too. */
function countWholeBodies(text: string): number {
  return text.match(/\bbody\)\s*\.(?:not\.)?toContain\(/g)?.length ?? 0;
}

it('counts what is looked for in a whole body, present or absent', () => {
  const lines = ['expect(page.body).toContain("x")', 'expect((await get("/")).body).not.toContain("x")'];
  expect(countWholeBodies(lines.join('\n'))).toBe(2);
  expect(countWholeBodies('expect(body)\n  .toContain("x"); expect(read.section("Body").text).toContain("x")')).toBe(1);
});

it('looks for a string in a whole body in no more places than before', async () => {
  const found: Record<string, number> = {};
  for await (const name of glob('{src,test}/**/*.test.{ts,tsx}', { cwd: projectFolder() })) {
    const file = name.replaceAll('\\', '/');
    const count = countWholeBodies(await readFile(projectFolder(file), 'utf8'));
    if (count > 0 && file !== 'test/project/whole-bodies.test.ts') {
      found[file] = count;
    }
  }
  // Where there are fewer, the number here goes down with them.
  expect(found).toEqual(left);
});
