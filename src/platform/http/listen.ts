import type { FastifyInstance } from 'fastify';
import { ExplainedError } from '../explained-error.ts';

/** The address to listen on cannot be had; the message names the setting to change. */
export class ListenError extends ExplainedError {
  override readonly name = 'ListenError';
}

/** Listens, and answers with the address as a person would type it. */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    throw explain(error, host, port);
  }
}

function explain(error: unknown, host: string, port: number): unknown {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return new ListenError(
        `Port ${port} of ${host} is in use. Stop the program that uses it, or set PORT to another one.`,
      );
    case 'EACCES':
      return new ListenError(`This account may not listen on port ${port}. Set PORT to one from 1024 on.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ListenError(
        `This machine has no address ${host}. Set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`,
      );
    default:
      return error;
  }
}
