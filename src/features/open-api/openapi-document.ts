import { z } from 'zod';
import { paths } from '../../paths.ts';
import { areaAnswer, footprintAnswer } from './answers/area-answers.ts';
import { changeAnswer, partyAnswer, successionAnswer } from './answers/history-answers.ts';
import { instrumentAnswer } from './answers/instrument-answers.ts';
import { membershipAnswer } from './answers/membership-answers.ts';
import { organisationAnswer } from './answers/organisation-answers.ts';
import { programmeAnswer } from './answers/programme-answers.ts';
import { resultAnswer } from './answers/result-answers.ts';
import { roadmapAnswer } from './answers/roadmap-answers.ts';
import { areaRefAnswer, labelledAnswer, organisationRefAnswer, sourceAnswer } from './answers/shared-answers.ts';
import { problemAnswer, refusals } from './api-problem.ts';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description: string;
  readonly schema: Json;
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly OpenApiParameter[];
  readonly responses: Readonly<Record<string, Json>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly servers: readonly Json[];
  readonly security: readonly Json[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, { readonly get: OpenApiOperation }>>;
  readonly components: { readonly schemas: Json; readonly responses: Json };
}

/** What each group of operations is about. */
export const tags: Readonly<Record<string, string>> = {
  Programmes: 'What is run here, and the words other answers use.',
  Instruments: 'Questionnaires by which organisations assess themselves.',
  Areas: 'Regions, STPs and footprints.',
  Footprints: 'Organisations that write one roadmap together.',
  Organisations: 'Commissioners, providers, councils and others.',
  Memberships: 'Which organisation is in which footprint, and in what role.',
  Successions: 'What organisations and areas became, and what they came from.',
  Changes: 'How the directory differs from one day to another.',
  Results: 'Scores of submitted self-assessments.',
  'Official results': 'Scores that national bodies published, as published.',
  Roadmaps: 'Published roadmaps.',
};

/** Shapes that stand on their own in the description, beside the answers of the operations. */
const sharedAnswers: Readonly<Record<string, z.ZodType>> = {
  Area: areaAnswer,
  AreaRef: areaRefAnswer,
  Change: changeAnswer,
  Footprint: footprintAnswer,
  Instrument: instrumentAnswer,
  Labelled: labelledAnswer,
  Membership: membershipAnswer,
  Organisation: organisationAnswer,
  OrganisationRef: organisationRefAnswer,
  Party: partyAnswer,
  Problem: problemAnswer,
  Programme: programmeAnswer,
  Result: resultAnswer,
  Roadmap: roadmapAnswer,
  Source: sourceAnswer,
  Succession: successionAnswer,
};

/** The description of the API (OpenAPI 3.1), made from the very shapes that requests are read by and answers checked by. */
export function openApiDocument(operations: readonly Operation[], serviceName: string): OpenApiDocument {
  return {
    openapi: '3.1.0',
    info: {
      title: `${serviceName} API`,
      version: '1',
      summary: 'Read-only, open to all, no sign-in.',
      description:
        'Lists come in pages: send `next` of one answer as `cursor` of the next request. Where history matters, `as-at` asks ' +
        'for another day. Each item says who says so (`source`), how far it can be trusted (`standing`) and whether it was ' +
        'made up to show the service (`illustrative`). Fields may be added within version 1; none is taken away.',
    },
    servers: [{ url: '/', description: 'This service' }],
    security: [],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      operations.map((operation) => [`${paths.api()}${operation.path}`, { get: describe(operation) }]),
    ),
    components: { schemas: schemasOf(operations), responses: refusalResponses() },
  };
}

const reference = (name: string) => `#/components/schemas/${name}`;

function describe(operation: Operation): OpenApiOperation {
  const { id, tag, summary, description, pathParameters, queryParameters } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    description,
    parameters: [...parametersOf(pathParameters, 'path'), ...parametersOf(queryParameters, 'query')],
    responses: {
      200: successOf(operation),
      304: { description: 'Unchanged since the answer whose `ETag` was sent as `If-None-Match`.' },
      ...Object.fromEntries(operation.refusals.map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  };
}

function parametersOf(shape: z.ZodObject, place: 'path' | 'query'): OpenApiParameter[] {
  const { properties = {}, required = [] } = z.toJSONSchema(shape, { io: 'input' });
  return Object.entries(properties).map(([name, property]) => {
    const { description = '', ...schema } = typeof property === 'object' ? property : {};
    return { name, in: place, required: required.includes(name), description, schema };
  });
}

function successOf({ answerName, example, csvColumns }: Operation): Json {
  const table =
    csvColumns === null ? {} : { 'text/csv': { schema: { type: 'string' }, example: `${csvColumns.join(',')}\r\n` } };
  return {
    description: 'The answer.',
    headers: {
      ETag: { description: 'Stands for this very answer; send it as `If-None-Match`.', schema: { type: 'string' } },
      Link: { description: 'On lists, the address of the next page (`rel="next"`).', schema: { type: 'string' } },
    },
    content: {
      'application/json': { schema: { $ref: reference(answerName) }, example: example.answer },
      ...table,
    },
  };
}

function schemasOf(operations: readonly Operation[]): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(sharedAnswers)) {
    registry.add(schema, { id });
  }
  for (const { answerName, answer } of operations) {
    if (!registry.has(answer)) {
      registry.add(answer, { id: answerName });
    }
  }
  // Read as input, objects stay open: a client must not refuse a field that is added later.
  const { schemas } = z.toJSONSchema(registry, { uri: reference, io: 'input' });
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}

function refusalResponses(): Json {
  return Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': { schema: { $ref: reference('Problem') } } } },
    ]),
  );
}
