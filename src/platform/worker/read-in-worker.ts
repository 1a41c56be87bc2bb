import { getCompileCacheDir } from 'node:module';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** A program for a worker, and how much it may use. */
export interface WorkerProgram {
  readonly url: URL;
  /** What it starts with; it finds it in `workerData`. */
  readonly data: unknown;
  readonly heapMegabytes: number;
  /** From one message to the next. What it is given comes in small pieces, so that an honest step takes a moment. */
  readonly stepMilliseconds: number;
  /** What a package that it uses reads from the environment; of that of the service it sees nothing. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** A worker was ended because it used more than it may. */
export class WorkerLimitError extends Error {
  override readonly name = 'WorkerLimitError';
  readonly limit: 'memory' | 'time';

  constructor(limit: 'memory' | 'time') {
    super(`a worker used more ${limit} than it may`);
    this.limit = limit;
  }
}

/** Large enough to cost few messages, small enough that handing one over takes no noticeable time. */
const PIECE_BYTES = 65_536;

/**
 * Works through bytes in a thread of its own, so that whatever is in them, this one goes on answering: gives what the worker
 * says, one thing after the other. The worker gets the next piece when it asks for it and is at most one thing ahead of the
 * reader, so that neither side fills the memory. It ends with the reading, also where the reader stops early; one that uses
 * more than it may is ended with a `WorkerLimitError`.
 */
export async function* readInWorker<Said>(
  program: WorkerProgram,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Said> {
  const worker = start(program);
  const pieces = piecesOf(chunks);
  try {
    let step = nextMessage<Said>(worker, program);
    for (;;) {
      const message = await step;
      switch (message.kind) {
        case 'ends':
          return;
        case 'wants-chunk': {
          const { value } = await pieces.next();
          step = answer<Said>(worker, program, { chunk: value ?? null });
          break;
        }
        case 'says':
          step = answer<Said>(worker, program, 'heard');
          yield message.what;
      }
    }
  } finally {
    await worker.terminate();
    await pieces.return(undefined);
  }
}

function start({ url, data, heapMegabytes, environment }: WorkerProgram): Worker {
  const compiled = getCompileCacheDir();
  const worker = new Worker(url, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    // It needs neither the settings of the service nor the flags that this process was started with, but for the folder of what is
    // compiled already, where there is one: from sources most of its time would go into compiling them.
    env: { ...environment, ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: path.dirname(compiled) }) },
    execArgv: [],
  });
  // Whoever waits for the next message is told of the error; unheard between two of them, it would end the process.
  return worker.on('error', () => undefined);
}

async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      // A copy, as the bytes are given away: a chunk may be a view into the memory of others.
      yield new Uint8Array(chunk.subarray(at, at + PIECE_BYTES));
    }
  }
}

function answer<Said>(worker: Worker, program: WorkerProgram, message: ToWorker): Promise<FromWorker<Said>> {
  const given = message === 'heard' || message.chunk === null ? [] : [message.chunk.buffer as ArrayBuffer];
  const step = nextMessage<Said>(worker, program);
  worker.postMessage(message, given);
  return step;
}

function nextMessage<Said>(worker: Worker, { stepMilliseconds }: WorkerProgram): Promise<FromWorker<Said>> {
  const step = new Promise<FromWorker<Said>>((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (message: FromWorker<Said>) => settle(() => resolve(message));
    const onError = (error: unknown) => settle(() => reject(limitOr(error)));
    const onExit = (code: number) => settle(() => reject(new Error(`a worker ended with ${code} before its work`)));
    const timer = setTimeout(() => settle(() => reject(new WorkerLimitError('time'))), stepMilliseconds);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
  // The reader may be busy with what it was given, or may have stopped, when this fails.
  step.catch(() => undefined);
  return step;
}

function limitOr(error: unknown): unknown {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? new WorkerLimitError('memory') : error;
}
