import { expect, it } from 'vitest';
import { listSourceFiles } from './source-files.ts';

/**
 * The verbs of repositories, few and exact. `find` may give nothing, `get` throws or has an answer for everything, `lock` holds until
 * the transaction ends, `begin` and `end` open and close a period of valid time, `with` hands rows to a function while they come,
 * `is` and `has` answer yes or no, `analyze` tells the planner of new rows.
 */
const verbs = [
  'analyze',
  'begin',
  'count',
  'delete',
  'end',
  'find',
  'get',
  'has',
  'insert',
  'is',
  'list',
  'lock',
  'update',
  'with',
];

/** What is in hand to ask with. */
const asking = /: (?:Connection|Database|RegisterTransaction)\b/;

/** The exported functions that ask or change the database: one of what they take is a connection or a transaction, by its type. */
function queriesIn(text: string): string[] {
  const exported = /^export (?:async )?function\*? (\w+)(?:<[^(]*>)?\(([\s\S]*?)\)(?:: .*)? \{$/gm;
  return [...text.matchAll(exported)].filter(([, , taken = '']) => asking.test(taken)).map(([, name]) => name ?? '');
}

it('reads names and sees a wrong one', () => {
  const text = `
export async function listThings(connection: Connection): Promise<Thing[]> {
export async function saveThing(
  transaction: Connection,
  thing: Thing,
): Promise<void> {
export function withThings<Result>(database: Database, use: Use<Result>) {
export async function* readThings(snapshot: Connection): AsyncGenerator<Thing> {
export async function tellOfThings(thing: Thing, register: RegisterTransaction): Promise<void> {
export function placeOf(row: Row): string {`;
  expect(queriesIn(text)).toEqual(['listThings', 'saveThing', 'withThings', 'readThings', 'tellOfThings']);
  expect(queriesIn(text).filter((name) => !isVerbFirst(name))).toEqual(['saveThing', 'readThings', 'tellOfThings']);
});

it('names what repositories do by a few exact verbs', async () => {
  const files = await listSourceFiles('**/*-repository.ts');
  const names = files.flatMap(({ path, text }) => queriesIn(text).map((name) => ({ path, name })));
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter(({ name }) => !isVerbFirst(name))).toEqual([]);
});

function isVerbFirst(name: string): boolean {
  const [verb = ''] = name.split(/(?=[A-Z])/);
  return verbs.includes(verb);
}
