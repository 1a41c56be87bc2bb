import cors, { type FastifyCorsOptions } from '@fastify/cors';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { FlatHeaders } from '../../platform/answers/finished-answer.ts';
import type { Admission } from '../../platform/answers/public-answers.ts';
import {
  MethodNotAllowedError,
  NotFoundError,
  RequestError,
  TooManyRequestsError,
  UnavailableError,
} from '../../platform/http/problem.ts';
import { RequestCounts } from '../../platform/http/request-counts.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { problemOf } from './api-problem.ts';
import { withExamplesFromHere } from './examples/examples-from-here.ts';
import { programmeExample } from './examples/programme-examples.ts';
import { openApiDocument } from './openapi-document.ts';
import type { ApiDependencies, ApiReply, Operation } from './operation.ts';
import { operations } from './operations.ts';
import { DocsPage } from './views/docs-page.tsx';

/** Examples are of one programme; where another runs they are of what is there, as far as anything is. */
function describedFor(dependencies: ApiDependencies): Promise<readonly Operation[]> {
  return dependencies.pack.id === programmeExample.id
    ? Promise.resolve(operations)
    : withExamplesFromHere(operations, dependencies);
}

function ofOtherProgramme(id: string): string {
  return id === programmeExample.id
    ? ''
    : `Where nothing is recorded here yet, an example is of the programme “${programmeExample.title}”: codes and ids in it lead nowhere here. So do those that parameters name.`;
}

const readMethods = ['GET', 'HEAD', 'OPTIONS'];

/** How long a copy may be used without asking again. */
const CACHE_SECONDS = 60;

const mediaTypes = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8; header=present' } as const;

/** The open API under `/api/v1`, its description, and the page that explains it. */
export function openApiRoutes(app: FastifyInstance, context: AppContext): void {
  const { config, clock, database, pack } = context;
  const { settings } = app;
  const dependencies: ApiDependencies = {
    database,
    pack,
    clock,
    get serviceName() {
      return settings.current.serviceName;
    },
  };

  void app.register(
    (api, _options, done) => {
      apiScope(api, dependencies, config.apiRequestsPerMinute).then(() => done(), done);
    },
    { prefix: paths.api() },
  );
  app.get(paths.apiDocs(), async (request, reply) => {
    const described = await describedFor(dependencies);
    const base = config.publicUrl ?? `${request.protocol}://${request.host}`;
    return sendPage(request, reply, {
      title: 'API',
      section: 'data',
      breadcrumbs: [{ href: paths.data(), text: 'Data' }],
      body: (
        <DocsPage
          document={openApiDocument(described, dependencies.serviceName)}
          operations={described}
          base={base}
          perMinute={config.apiRequestsPerMinute}
          ofOtherProgramme={ofOtherProgramme(pack.id)}
        />
      ),
    });
  });
}

/** What holds for every address of the API, known or not: who may read it from where, how often, and how it refuses. */
async function apiScope(api: FastifyInstance, dependencies: ApiDependencies, perMinute: number): Promise<void> {
  // First, so that a page on another site may read refusals too. What its browser asks beforehand does not count towards the limit.
  await api.register(cors, openToAll);
  api.addHook('onRequest', async (_request, reply) => protectAsData(reply));
  api.addHook('onRequest', async (request, reply) => refuseToWrite(request, reply));
  const admit = limitOf(perMinute);
  api.addHook('onRequest', async (request, reply) => {
    addHeaders(reply, admit(request, reply));
  });
  api.setErrorHandler(sendProblem);
  api.setNotFoundHandler(() => {
    throw new NotFoundError(`There is nothing at this address. ${paths.apiDocs()} lists what there is.`);
  });
  const forEverybody = (parameters: readonly string[]) => ({ config: { forEverybody: { parameters, admit } } });
  api.get('/openapi.json', forEverybody([]), async (_request, reply) => {
    const described = openApiDocument(await describedFor(dependencies), dependencies.serviceName);
    return send(reply, { format: 'json', text: JSON.stringify(described) });
  });
  api.get('/', (_request, reply) => reply.redirect(paths.apiDocs(), 302));
  for (const operation of operations) {
    const options = forEverybody(Object.keys(operation.queryParameters.shape));
    api.get(operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), options, answering(operation, dependencies));
  }
}

/** Anyone may read it from any site. No cookie is asked for, so that gives nothing away. */
const openToAll: FastifyCorsOptions = {
  origin: '*',
  methods: readMethods,
  allowedHeaders: ['accept', 'if-none-match'],
  exposedHeaders: ['etag', 'link', 'retry-after', 'x-request-id', 'ratelimit', 'ratelimit-policy'],
  maxAge: 86_400,
  // A tool that asks for the methods is answered like a browser that asks before it reads.
  strictPreflight: false,
};

/** What is said to a browser about a page: how it refers to others, what it may open or be opened by, how an old browser guards it. */
const aboutPages = [
  'cross-origin-opener-policy',
  // It keeps other sites from what is loaded without asking, as pictures are. Data is asked for, and CORS says that anybody may have it.
  'cross-origin-resource-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  // For browsers that do not know `frame-ancestors`.
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/**
 * Data is no page, and gets the headers that protect data, as the OWASP cheat sheet on REST security lists them: should a browser
 * take it for a page after all, nothing in it runs and nothing may frame it.
 */
function protectAsData(reply: FastifyReply): void {
  for (const name of aboutPages) {
    reply.raw.removeHeader(name);
  }
  reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
}

function refuseToWrite(request: FastifyRequest, reply: FastifyReply): void {
  if (!readMethods.includes(request.method)) {
    reply.header('allow', readMethods.join(', '));
    throw new MethodNotAllowedError(`This API is read-only: it answers ${readMethods.join(', ')}.`);
  }
}

/** One count for the whole API for each network. */
function limitOf(perMinute: number): Admission {
  const counts = new RequestCounts(perMinute, () => performance.now());
  // Whoever was refused an answer from memory is asked again on the usual way, and would be counted twice.
  const refused = new WeakMap<FastifyRequest, TooManyRequestsError>();
  return (request, reply) => {
    const before = refused.get(request);
    if (before !== undefined) {
      throw before;
    }
    const { left, secondsToNext } = counts.add(request.ip);
    if (left < 0) {
      const error = new TooManyRequestsError(
        `More than ${perMinute} requests came from your address within a minute. Go on in ${secondsToNext} seconds.`,
      );
      const policy = ['ratelimit-policy', `"network";q=${perMinute};w=60`];
      addHeaders(reply, [...ofLimit(0, secondsToNext), ...policy, 'retry-after', `${secondsToNext}`]);
      refused.set(request, error);
      throw error;
    }
    return ofLimit(left, secondsToNext);
  };
}

/** What is left of the limit and for how many seconds, as draft-ietf-httpapi-ratelimit-headers-10 has it: one header instead of three. */
function ofLimit(left: number, seconds: number): FlatHeaders {
  return ['ratelimit', `"network";r=${left};t=${seconds}`];
}

function addHeaders(reply: FastifyReply, headers: FlatHeaders): void {
  for (let index = 0; index < headers.length; index += 2) {
    reply.header(headers[index] ?? '', headers[index + 1]);
  }
}

function sendProblem(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // What is not about this API is answered like everywhere else.
  if (!(error instanceof RequestError) || error instanceof UnavailableError) {
    throw error;
  }
  return reply
    .status(error.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(error, request.id)));
}

function answering(operation: Operation, dependencies: ApiDependencies) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await operation.respond(dependencies, { path: request.params, query: request.query });
    if (answer.next !== null) {
      reply.header('link', `<${addressOfNext(request.url, answer.next)}>; rel="next"`);
    }
    if (answer.fileName !== null) {
      reply.header('content-disposition', `attachment; filename="${answer.fileName}"`);
    }
    return send(reply, answer);
  };
}

function send(reply: FastifyReply, { format, text }: Pick<ApiReply, 'format' | 'text'>): FastifyReply {
  return reply.header('cache-control', `public, max-age=${CACHE_SECONDS}`).type(mediaTypes[format]).send(text);
}

function addressOfNext(url: string, cursor: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters}`;
}
