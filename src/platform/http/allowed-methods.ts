import type { FastifyInstance } from 'fastify';
import { MethodNotAllowedError, NotFoundError } from './problem.ts';

/** A route as it was registered: `/footprints/:slug`, `/assets/*`. */
export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
}

/** The methods that a path takes, in the order they were registered; none where nothing is there. */
export function allowedMethods(routes: readonly RegisteredRoute[], path: string): string[] {
  const segments = segmentsOf(path);
  return [...new Set(routes.filter(({ url }) => fits(segmentsOf(url), segments)).map(({ method }) => method))];
}

/** A slash at the end says nothing. */
function segmentsOf(path: string): string[] {
  return path.replace(/\/$/, '').split('/');
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  const isOpen = pattern.at(-1) === '*';
  const parts = isOpen ? pattern.slice(0, -1) : pattern;
  return (
    (isOpen ? segments.length >= pattern.length : segments.length === pattern.length) &&
    parts.every((part, index) => part === segments[index] || (part.startsWith(':') && segments[index] !== ''))
  );
}

/** Lists the routes as they are registered; to be called before the first of them. */
export function collectRoutes(app: FastifyInstance): readonly RegisteredRoute[] {
  const routes: RegisteredRoute[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    routes.push(...[method].flat().map((each) => ({ method: each, url })));
  });
  return routes;
}

/**
 * Answers a request for which there is no route before a form is read: with what the path does take, or that there is nothing.
 * Without it a form's token would be asked for first, and the answer would be that the form has expired. To be called once it is
 * known who asks, for the page that answers is theirs.
 * `api`: where the addresses begin that refuse in their own words.
 */
export function refuseOtherMethods(app: FastifyInstance, routes: readonly RegisteredRoute[], api: string): void {
  app.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (!request.is404 || path.startsWith(api)) {
      return;
    }
    const allowed = allowedMethods(routes, path);
    // A path may be served and still have nothing at it, as that of a file of the build.
    if (allowed.length === 0 || allowed.includes(request.method)) {
      throw new NotFoundError(
        'If you typed the address, check it is right. If you followed a link, it may be out of date.',
      );
    }
    reply.header('allow', allowed.join(', '));
    throw new MethodNotAllowedError(
      `Nothing was changed. This address takes ${allowed.join(', ')}, and ${request.method} was sent. Open the page and use what is on it.`,
    );
  });
}
