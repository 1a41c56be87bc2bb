import { describe, expect, it } from 'vitest';
import { openApiDocument } from './openapi-document.ts';
import { operations } from './operations.ts';

const document = openApiDocument(operations, 'Roadmaps');
const entries = Object.entries(document.paths).map(([path, { get }]) => ({ path, operation: get }));

/** Everything in the document, by its JSON pointer. */
function pointers(value: unknown, pointer = '#'): Map<string, unknown> {
  const found = new Map([[pointer, value]]);
  if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const step = key.replaceAll('~', '~0').replaceAll('/', '~1');
      for (const [at, inner] of pointers(child, `${pointer}/${step}`)) {
        found.set(at, inner);
      }
    }
  }
  return found;
}

describe('the description of the API', () => {
  it('has an operation for each address, each with an id of its own', () => {
    expect(entries).toHaveLength(operations.length);
    expect(new Set(entries.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('points nowhere that is not there', () => {
    const all = pointers(document);
    const references = [...all].filter(([pointer]) => pointer.endsWith('/$ref')).map(([, target]) => String(target));
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((target) => !all.has(target))).toEqual([]);
  });

  it('describes each of its tags, and uses no other', () => {
    const known = document.tags.map(({ name }) => name);
    expect(document.tags.filter(({ description }) => description === '')).toEqual([]);
    expect(new Set(entries.flatMap(({ operation }) => operation.tags))).toEqual(new Set(known));
  });

  it('keeps objects open, so that a field may be added', () => {
    const { RoadmapDownload: _, ...schemas } = document.components.schemas;
    const closed = [...pointers(schemas)].filter(([pointer]) => pointer.endsWith('/additionalProperties'));
    expect(closed).toEqual([]);
  });

  describe.each(entries)('of $path', ({ path, operation }) => {
    it('says what it is in a few words and in sentences', () => {
      expect(operation.summary).toMatch(/^[A-Z].{4,60}[^.]$/);
      expect(operation.description).toMatch(/^[A-Z].{30,}\.$/);
    });

    it('describes every parameter, those of the path among them', () => {
      for (const parameter of operation.parameters) {
        expect(parameter.description, parameter.name).toMatch(/^\S.{8,}\.$/);
        expect(Object.keys(parameter.schema), parameter.name).not.toEqual([]);
      }
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
      expect(inPath.every(({ required }) => required)).toBe(true);
    });

    it('tells of success, of being unchanged and of every refusal it may give', () => {
      const statuses = Object.keys(operation.responses);
      expect(statuses).toEqual(expect.arrayContaining(['200', '304', '400', '429']));
      expect(statuses.includes('404')).toBe(path.includes('{'));
    });

    it('has an example', () => {
      expect(operation.responses[200]).toMatchObject({
        content: { 'application/json': { example: expect.anything() } },
      });
    });
  });
});

describe.each(operations)('the example of $id', ({ answer, example, path }) => {
  it('has the shape of the answer', () => {
    expect(answer.parse(example.answer)).toEqual(example.answer);
  });

  it('asks for the address it stands under', () => {
    const pattern = new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/?]+')}(\\?.*)?$`);
    expect(example.request).toMatch(pattern);
  });
});
