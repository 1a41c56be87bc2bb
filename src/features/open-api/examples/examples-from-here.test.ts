import { expect, it } from 'vitest';
import { NotFoundError } from '../../../platform/http/problem.ts';
import type { ApiDependencies, ApiRequest, Operation } from '../operation.ts';
import { operations } from '../operations.ts';
import { withExamplesFromHere } from './examples-from-here.ts';

const dependencies = { pack: { positionOn: '2026-07-08' } } as ApiDependencies;
const footprint = { slug: 'essex', members: ['a', 'b'], links: { self: '/api/v1/footprints/essex' } };

function operation(id: string, respond: (request: ApiRequest) => unknown): Operation {
  const found = operations.find((each) => each.id === id);
  if (found === undefined) {
    throw new Error(`There is no operation ${id}`);
  }
  const answer = async (_: ApiDependencies, request: ApiRequest) => JSON.stringify(respond(request));
  return {
    ...found,
    respond: async (...asked) => ({ format: 'json', text: await answer(...asked), fileName: null, next: null }),
  };
}

const list = (...items: readonly unknown[]) => ({ items, total: items.length });

it('are the first thing of a list, and what that leads to, each with one of many', async () => {
  const shown = await withExamplesFromHere(
    [
      operation('getFootprint', ({ path }) => ({ ...footprint, asked: path })),
      operation('listFootprints', () => list(footprint)),
    ],
    dependencies,
  );
  expect(shown.map(({ example }) => example)).toEqual([
    { request: '/footprints/essex', answer: { ...footprint, members: ['a'], asked: { slug: 'essex' } } },
    { request: '/footprints?limit=1', answer: { items: [{ ...footprint, members: ['a'] }], total: 1 } },
  ]);
});

it('ask for what changed in the last year', async () => {
  const asked: unknown[] = [];
  await withExamplesFromHere([operation('listChanges', ({ query }) => asked.push(query))], dependencies);
  expect(asked).toEqual([{ from: '2025-07-01', to: '2026-07-08', limit: '1' }]);
});

it('stay as they come where there is nothing yet', async () => {
  const own = [
    operation('listRoadmaps', () => list()),
    operation('getRoadmap', () => list()),
    operation('listFootprints', () => list({ links: { roadmap: '/api/v1/roadmaps/essex' } })),
  ];
  const [none, missing] = [
    await withExamplesFromHere(own, dependencies),
    await withExamplesFromHere(
      own.map((each) =>
        each.id === 'getRoadmap'
          ? { ...each, respond: () => Promise.reject(new NotFoundError('No roadmap is published there.')) }
          : each,
      ),
      dependencies,
    ),
  ];
  expect(none[0]?.example).toBe(own[0]?.example);
  expect(missing[1]?.example).toBe(own[1]?.example);
});
