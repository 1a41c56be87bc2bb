import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readParts, type SentFile } from './read-parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file of a form, apart from its other fields. */
    sentFile?: SentFile | undefined;
  }
}

interface FilesTaken {
  /** Of the file alone. */
  readonly mostBytes: number;
  /** Told to whoever sends more. */
  readonly tooLarge: string;
  /** Throws for whoever may not send one. */
  readonly mayEnter: (request: FastifyRequest) => unknown;
}

/** Lets the routes of a scope take a form with one file, from those alone who may send it: asked before a byte is read. */
export function takeFiles(scope: FastifyInstance, { mostBytes, tooLarge, mayEnter }: FilesTaken): void {
  scope.register(multipart, { limits: { fileSize: mostBytes, files: 1, fields: 20, fieldSize: 2000 } });
  scope.addHook('onRequest', async (request) => void mayEnter(request));
  // Before its token is checked like that of every other form.
  scope.addHook('preValidation', async (request) => {
    if (request.isMultipart()) {
      const { texts, file } = await readParts(request.parts(), tooLarge);
      request.sentFile = file;
      request.body = texts;
    }
  });
}
