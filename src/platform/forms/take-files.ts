import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TooLargeError } from '../http/problem.ts';
import { type SpooledFile, spoolFile } from '../uploads/spooled-file.ts';
import { eachPart, readParts, type SentFile } from './read-parts.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file of a form, apart from its other fields. */
    sentFile?: SentFile | undefined;
    /** The same where it is kept on the disk, since it may be large. */
    spooledFile?: SpooledFile | undefined;
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
  scope.addHook('onRequest', async (request) => {
    await mayEnter(request);
  });
  // Before its token is checked like that of every other form.
  scope.addHook('preValidation', async (request) => {
    if (request.isMultipart()) {
      const { texts, file } = await readParts(request.parts(), tooLarge);
      request.sentFile = file;
      request.body = texts;
    }
  });
}

interface LargeFilesTaken extends FilesTaken {
  /** Where a file lies, without a name, until it was answered. */
  readonly folder: string;
}

/** So much more than is taken is still read to its end, so that whoever sends it sees the page that answers; beyond that the sender is cut off. */
const STILL_READ = 4;

/**
 * As `takeFiles`, for files that are too large to be held in memory by everybody who sends one. A file that is too large does not end
 * the request: it comes cut short, so that the page can say so beside what else was typed.
 */
export function takeLargeFiles(
  scope: FastifyInstance,
  { mostBytes, tooLarge, mayEnter, folder }: LargeFilesTaken,
): void {
  scope.register(multipart, {
    limits: { fileSize: mostBytes, files: 1, fields: 30, fieldSize: 20_000 },
    throwFileSizeLimit: false,
  });
  scope.addHook('onRequest', async (request) => {
    await mayEnter(request);
    if (Number(request.headers['content-length'] ?? 0) > STILL_READ * mostBytes) {
      throw new TooLargeError(tooLarge);
    }
  });
  scope.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) {
      return;
    }
    const texts: Record<string, string> = {};
    // What has come is there for the page that answers, whatever happens to the rest.
    request.body = texts;
    await eachPart(request.parts(), tooLarge, texts, async (part) => {
      if (part.filename === '') {
        part.file.resume();
      } else {
        request.spooledFile = await spoolFile(folder, arriving(part));
      }
    });
  });
  scope.addHook('onResponse', async ({ spooledFile }) => spooledFile?.close());
}

function arriving({ filename, file }: MultipartFile) {
  return { name: filename, content: file, isCutShort: () => file.truncated };
}
