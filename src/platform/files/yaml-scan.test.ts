import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programmeFolder } from '../../project-folder.ts';
import { yamlExcess } from './yaml-scan.ts';

describe('yamlExcess', () => {
  it.each([
    ['lists', '['.repeat(50_000)],
    ['objects', '{a: '.repeat(50_000)],
    ['items on a line', '- '.repeat(50_000)],
    ['keys on a line', '? '.repeat(50_000)],
    ['lines further and further to the right', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['lists over many lines', 'a: [\n'.repeat(100)],
  ])('stops at %s in each other', (_, text) => {
    expect(yamlExcess(text, 64)).toBe('nests more than 64 levels deep: write it flatter');
  });

  it('stops at an alias', () => {
    expect(yamlExcess('a: &a [x, x]\nb: [*a, *a]\n', 64)).toBe('repeats a part by an alias (*a): write it out');
  });

  it('passes what is written by hand, brackets and stars in texts too', () => {
    expect(yamlExcess(`a: "${'['.repeat(200)}"\nb: |\n  ${'- '.repeat(200)}\nc: 'not *an alias'\n`, 64)).toBeNull();
    const names = readdirSync(programmeFolder).filter((name) => name.endsWith('.yaml'));
    const found = names.map((name) => yamlExcess(readFileSync(`${programmeFolder}/${name}`, 'utf8'), 16));
    expect(new Set(found)).toEqual(new Set([null]));
  });
});
