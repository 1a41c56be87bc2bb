import { describe, expect, it } from 'vitest';
import { listSourceFiles, type SourceFile } from './source-files.ts';

/** Written by a machine: named after the tables. */
const tables = 'src/database/tables.ts';

/** Types that a text offers: `export interface Footprint`. */
function typesIn(text: string): string[] {
  return [...text.matchAll(/^export (?:abstract )?(?:interface|type|class) (\w+)/gm)].map(([, name = '']) => name);
}

/** Types that a door passes on. */
function passedOnBy(text: string): string[] {
  return [...text.matchAll(/^export (type )?\{([^}]*)\}/gm)].flatMap(([, areTypes, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => areTypes !== undefined || name.startsWith('type '))
      .map(
        (name) =>
          name
            .replace(/^type /, '')
            .split(' as ')
            .at(-1) ?? '',
      ),
  );
}

/** Types that cross a door and have a namesake elsewhere: `Area: src/…, src/…`. */
function namesakes(files: readonly SourceFile[]): string[] {
  const crossing = new Set(
    files.filter(({ path }) => path.endsWith('/index.ts')).flatMap(({ text }) => passedOnBy(text)),
  );
  const declared = files
    .filter(({ path }) => path !== tables)
    .flatMap(({ path, text }) => typesIn(text).map((name) => ({ name, path })));
  return [...Map.groupBy(declared, ({ name }) => name)]
    .filter(([name, all]) => crossing.has(name) && all.length > 1)
    .map(([name, all]) => `${name}: ${all.map(({ path }) => path).join(', ')}`);
}

/** Pages that name a day of the calendar as an example: once it has passed, it is one that the form may refuse. */
function fixedExamples(files: readonly SourceFile[]): string[] {
  return files
    .filter(({ path, text }) => path.endsWith('.tsx') && /such as \d{1,2} [A-Z]/i.test(text))
    .map(({ path }) => path);
}

describe('words', () => {
  it('of a form give as an example a day around its own', async () => {
    expect(fixedExamples(await listSourceFiles())).toEqual([]);
    const page = { path: 'src/views/page.tsx', text: '<TextField hint="Such as 31 March 2027" />' };
    expect(fixedExamples([page])).toEqual([page.path]);
  });

  it('of the doors have one meaning in the whole service', async () => {
    expect(namesakes(await listSourceFiles())).toEqual([]);
  });

  it('with two are found', () => {
    const door = { path: 'src/features/map/index.ts', text: "export { type Area, areaOf } from './area.ts';\n" };
    const one = { path: 'src/features/map/area.ts', text: 'export interface Area {\n' };
    const other = { path: 'src/platform/area.ts', text: 'export type Area = number;\nexport class Other {\n' };
    expect(namesakes([door, one])).toEqual([]);
    expect(namesakes([door, one, other])).toEqual(['Area: src/features/map/area.ts, src/platform/area.ts']);
  });
});
