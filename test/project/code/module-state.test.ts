import { expect, it } from 'vitest';
import { listSourceFiles } from './source-files.ts';

/**
 * Lines of a formatted file, at its outermost level, that make something which changes: a variable, a thing of a class or a
 * collection that begins empty and so can only be meant to be filled, or a loop, which fills it.
 */
function stateIn(text: string): string[] {
  const variable = /^(?:(?:export )?(?:let|var)|for|while)\b/;
  const filledLater = /^(export )?const \w+(: [^=]+)? = (new \w+(<.+>)?\(\)|\[\]|\{\}|Object\.create\(null\));$/;
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
    'const refused = new BlockList();',
    'for (const network of networks) {',
  ];
  expect(lines.filter((line) => stateIn(line).length === 0)).toEqual([]);
  const constants = ["const small = new Set(['of', 'the']);", 'const noRows = [] as const;', '  let count = 0;'];
  expect(constants.flatMap(stateIn)).toEqual([]);
});

/** Begins what the pages bring with them, in a loop: a program, which no file imports. */
const program = 'src/islands/main.ts';

it('has no state outside what compose.ts builds: a module remembers nothing', async () => {
  const modules = (await listSourceFiles()).filter(({ path }) => path !== program);
  const found = modules.flatMap(({ path, text }) => stateIn(text).map((line) => `${path}: ${line}`));
  expect(found).toEqual([]);
});
