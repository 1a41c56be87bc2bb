import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** Makes an application, and lists the routes whose answers are the same for everybody. */
export async function routesForEverybody(
  make: () => Promise<FastifyInstance>,
): Promise<{ readonly app: FastifyInstance; readonly routes: ReadonlySet<string> }> {
  const routes = new Set<string>();
  const collect = (message: unknown) =>
    (message as { fastify: FastifyInstance }).fastify.addHook('onRoute', ({ url, config }) => {
      if (config?.forEverybody !== undefined) {
        routes.add(url);
      }
    });
  // Fastify tells this channel of every new application, before it has any routes.
  subscribe('fastify.initialization', collect);
  const app = await make();
  unsubscribe('fastify.initialization', collect);
  await app.ready();
  return { app, routes };
}
