import { glob, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../../src/project-folder.ts';

/**
 * What is looked for in the whole of an answer is found wherever it stands, in a hidden field or a script too. Pages are read by where
 * things stand (`page-reader.ts`); what may stand nowhere is looked for by `expectNowhere`. A file that was downloaded is no page, and
 * is counted all the same where it goes by the name of a body.
 */
const waysToLook = [
  { way: 'toContain', pattern: /\bbody\)\s*\.(?:not\.)?toContain\(/g, most: 0 },
  { way: 'toMatch', pattern: /\bbody\)\s*\.(?:not\.)?toMatch\(/g, most: 31 },
  { way: 'includes', pattern: /\bbody\.includes\(/g, most: 3 },
  { way: 'a pattern', pattern: /\bbody\.match(?:All)?\(|\.(?:exec|test)\([^;\n]*\bbody\)/g, most: 44 },
];

const files: { readonly file: string; readonly text: string }[] = [];
beforeAll(async () => {
  for await (const name of glob('{src,test}/**/*.test.{ts,tsx}', { cwd: projectFolder() })) {
    const file = name.replaceAll('\\', '/');
    if (!file.endsWith('/whole-bodies.test.ts')) {
      files.push({ file, text: await readFile(projectFolder(file), 'utf8') });
    }
  }
});

const countIn = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

it('counts what is looked for in a whole body, present or absent', () => {
  const lines = [
    'expect(page.body).toContain("x"); expect((await get("/")).body).not.toContain("x")',
    'expect(body)\n  .toContain("x"); expect(read.section("Body").text).toContain("x")',
    'expect(page.body).toMatch(/x/); expect((await get("/")).body).not.toMatch(/x/)',
    'expect(page.body.includes("x")).toBe(true)',
    'body.match(/x/g)',
    '/x/.exec((await get("/")).body)?.[1]',
    'expect(/x/.test(page.body)).toBe(true)',
  ];
  expect(waysToLook.map(({ pattern }) => countIn(lines.join('\n'), pattern))).toEqual([3, 2, 1, 3]);
});

describe.each(waysToLook)('$way', ({ pattern, most }) => {
  it(`looks through no more than ${most} whole bodies: lower the number with each that is read by where things stand`, () => {
    const found = files.flatMap(({ file, text }) => Array.from({ length: countIn(text, pattern) }, () => file));
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(most);
  });
});
