import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /**
     * Stops answering in order: takes no more connections, finishes the answers under way and ends their connections, closes idle
     * ones at once, and after so many milliseconds whatever is left. Tells how many answers had to be cut off.
     */
    readonly drain: (patienceMilliseconds: number) => Promise<number>;
  }
}

const SWEEP_MILLISECONDS = 25;
/** A request that its client sent before it heard of the end is on its way for a moment. */
const QUIET_SWEEPS = 3;

/**
 * Gives the service `drain`. Closing Node's server is not enough: it leaves a connection open whose answer was under way at that
 * moment, and counts one that a browser opened ahead of time as busy; either holds up the end for as long as its client likes.
 */
export function prepareDrain(app: FastifyInstance): void {
  const underWay = new Set<ServerResponse>();
  let isDraining = false;
  app.addHook('onRequest', (_request, { raw }, done) => {
    underWay.add(raw);
    if (isDraining) {
      endConnectionWith(raw);
    }
    done();
  });
  app.addHook('onResponse', (_request, { raw }, done) => {
    underWay.delete(raw);
    done();
  });
  app.decorate('drain', async (patienceMilliseconds: number) => {
    isDraining = true;
    app.server.close();
    underWay.forEach(endConnectionWith);
    const deadline = Date.now() + patienceMilliseconds;
    for (let quiet = 0; quiet < QUIET_SWEEPS && Date.now() < deadline; quiet = underWay.size === 0 ? quiet + 1 : 0) {
      app.server.closeIdleConnections();
      await setTimeout(SWEEP_MILLISECONDS);
    }
    app.server.closeAllConnections();
    return underWay.size;
  });
}

function endConnectionWith(response: ServerResponse): void {
  if (!response.headersSent) {
    response.setHeader('connection', 'close');
  }
}
