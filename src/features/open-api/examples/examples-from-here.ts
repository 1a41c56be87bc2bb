import { paths } from '../../../paths.ts';
import { firstOfMonth } from '../../../platform/days.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import type { ApiDependencies, Operation } from '../operation.ts';

interface ExampleRequest {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * The operations with examples of what this service answers, each with one of many, so that codes and ids in them lead somewhere here. Where it
 * has nothing to show yet, an operation keeps the example that it comes with.
 */
export async function withExamplesFromHere(
  operations: readonly Operation[],
  dependencies: ApiDependencies,
): Promise<readonly Operation[]> {
  const examples = new Map<string, Operation['example'] | null>();
  for (const list of operations.filter(isList)) {
    const query = { ...daysOf(list, dependencies), limit: '1' };
    examples.set(list.id, await exampleOf(list, dependencies, { path: {}, query }));
  }
  const addresses = [...examples.values()].flatMap((example) => addressesIn(example?.answer));
  for (const item of operations.filter((each) => !isList(each))) {
    const [path] = addresses.flatMap((address) => partsOf(item, address));
    examples.set(item.id, path === undefined ? null : await exampleOf(item, dependencies, { path, query: {} }));
  }
  return operations.map((operation) => ({ ...operation, example: examples.get(operation.id) ?? operation.example }));
}

function isList({ pathParameters }: Operation): boolean {
  return Object.keys(pathParameters.shape).length === 0;
}

/** Changes are asked between two days: about a year up to the day of the programme. */
function daysOf({ path }: Operation, { pack: { positionOn } }: ApiDependencies): Record<string, string> {
  return path === '/changes' ? { from: firstOfMonth(positionOn, -12), to: positionOn } : {};
}

/** Null where there is nothing to show. */
async function exampleOf(
  operation: Operation,
  dependencies: ApiDependencies,
  request: ExampleRequest,
): Promise<Operation['example'] | null> {
  const text = await answerTo(operation, dependencies, request);
  const answer: unknown = text === null ? null : JSON.parse(text);
  if (typeof answer !== 'object' || answer === null || ('total' in answer && answer.total === 0)) {
    return null;
  }
  const address = operation.path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(request.path[name] ?? ''));
  const query = new URLSearchParams(request.query).toString();
  return { request: query === '' ? address : `${address}?${query}`, answer: shortened(answer) };
}

/** Null where there is none: an answer may name an address at which nothing is published yet. */
async function answerTo(
  operation: Operation,
  dependencies: ApiDependencies,
  request: ExampleRequest,
): Promise<string | null> {
  try {
    return (await operation.respond(dependencies, request)).text;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return null;
    }
    throw error;
  }
}

/** One of each where there are many. */
function shortened(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.slice(0, 1).map(shortened);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each)]))
    : value;
}

/** Every address of this API in an answer, and the one above it: what is named in one version is there without it too. */
function addressesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    const address = value.startsWith(`${paths.api()}/`) ? value.slice(paths.api().length) : '';
    return address === '' ? [] : [address, address.slice(0, address.lastIndexOf('/'))];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : [];
}

/** What an address names of an operation; nothing where it is of another. */
function partsOf({ path }: Operation, address: string): ExampleRequest['path'][] {
  const found = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/?]+)')}$`).exec(address);
  const parts = Object.entries(found?.groups ?? {}).map(([name, part]) => [name, decodeURIComponent(part)]);
  return found === null ? [] : [Object.fromEntries(parts)];
}
