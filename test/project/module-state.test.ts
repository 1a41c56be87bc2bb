import { expect, it } from 'vitest';
import { listSourceFiles } from './source-files.ts';

/**
 * Lines of a formatted file, at its outermost level, that make something which changes: a variable, or a collection that begins
 * empty and so can only be meant to be filled.
 */
function stateIn(text: string): string[] {
  const variable = /^(export )?(let|var)\b/;
  const filledLater =
    /^(export )?const \w+(: [^=]+)? = (new (Weak)?(Map|Set)(<.+>)?\(\)|\[\]|\{\}|Object\.create\(null\));$/;
  return text.split('\n').filter((line) => variable.test(line) || filledLater.test(line));
}

it('knows what would remember from one request to another', () => {
  const lines = [
    'let count = 0;',
    'export let current: Person | null = null;',
    'const names = new Map<string, string>();',
    'const seen: Set<string> = new Set();',
    'const rows: Row[] = [];',
    'export const known: Record<string, number> = {};',
  ];
  expect(lines.filter((line) => stateIn(line).length === 0)).toEqual([]);
  const constants = ["const small = new Set(['of', 'the']);", 'const noRows = [] as const;', '  let count = 0;'];
  expect(constants.flatMap(stateIn)).toEqual([]);
});

it('has no state outside what compose.ts builds: a module remembers nothing', async () => {
  const found = (await listSourceFiles()).flatMap(({ path, text }) => stateIn(text).map((line) => `${path}: ${line}`));
  expect(found).toEqual([]);
});
