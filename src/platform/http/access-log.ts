import { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set where its answer was ready before it came. */
    isAnsweredFromMemory: boolean;
  }
}

/**
 * The lines of the log about requests. A request that takes work has one when the work begins, so that what a process died of can be
 * found, and one when it is answered. One that is answered from memory is over as it comes, and has one line with all of it.
 */
export class AccessLog extends LogController {
  override incomingRequest(): void {
    // Nobody knows yet whether it takes work: `tellOfWork` says it.
  }

  override requestCompleted(error: Error | null, request: FastifyRequest, reply: FastifyReply): void {
    if (request.isAnsweredFromMemory && !error) {
      request.log.info({ req: request, res: reply, responseTime: reply.elapsedTime }, 'request answered from memory');
    } else {
      super.requestCompleted(error, request, reply);
    }
  }
}

/** To be called after whatever answers from memory. */
export function tellOfWork(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    request.log.info({ req: request }, 'incoming request');
    done();
  });
}
