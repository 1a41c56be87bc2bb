import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';

const messageSchema = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
  method: z.string().optional(),
});

type Message = z.infer<typeof messageSchema>;

interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

const END = '\0';

/**
 * Talks to a browser by the DevTools protocol over two pipes: JSON in each direction, a zero byte behind each message
 * (https://chromedevtools.github.io/devtools-protocol/). A browser that is driven so ends by itself when the pipes close, so that it
 * never outlives whoever started it.
 */
export class DevtoolsPipe {
  readonly #input: Writable;
  readonly #calls = new Map<number, Call>();
  readonly #waiting = new Map<string, Call[]>();
  #last = 0;
  #rest = '';
  #hasAnswered = false;
  /** Why nobody answers any more. */
  #gone: Error | null = null;

  constructor(input: Writable, output: Readable) {
    this.#input = input;
    output.setEncoding('utf8');
    output.on('data', (text: string) => this.#take(text));
    // What is written to a browser that has ended is missed by nobody: whoever waits for its answer is told by `abandon`.
    input.on('error', () => undefined);
    output.on('error', () => undefined);
  }

  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** Asks for `method`, of one page where `session` names it, and gives what is answered. */
  async call<Result>(method: string, parameters: object, result: z.ZodType<Result>, session?: string): Promise<Result> {
    this.#refuseWhereGone();
    this.#last += 1;
    const id = this.#last;
    const answered = new Promise<unknown>((resolve, reject) => this.#calls.set(id, { resolve, reject }));
    this.#input.write(`${JSON.stringify({ id, method, params: parameters, sessionId: session })}${END}`);
    return result.parse(await answered);
  }

  /** Until the browser says that something has happened. */
  async heard(method: string): Promise<void> {
    this.#refuseWhereGone();
    await new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(method, [...(this.#waiting.get(method) ?? []), { resolve, reject }]);
    });
  }

  /** Nobody answers any more: everybody who waits is told, and everybody who asks. */
  abandon(error: Error): void {
    this.#gone ??= error;
    for (const { reject } of [...this.#calls.values(), ...[...this.#waiting.values()].flat()]) {
      reject(error);
    }
    this.#calls.clear();
    this.#waiting.clear();
  }

  #refuseWhereGone(): void {
    if (this.#gone !== null) {
      throw this.#gone;
    }
  }

  #take(text: string): void {
    this.#hasAnswered = true;
    const messages = (this.#rest + text).split(END);
    this.#rest = messages.pop() ?? '';
    try {
      for (const message of messages) {
        this.#hear(messageSchema.parse(JSON.parse(message)));
      }
    } catch (error) {
      // Thrown on, it would reach nobody who waits, and end the service.
      this.abandon(new Error('the browser said something that is no answer', { cause: error }));
    }
  }

  #hear({ id, method, result, error }: Message): void {
    if (id === undefined) {
      const waiting = this.#waiting.get(method ?? '') ?? [];
      this.#waiting.delete(method ?? '');
      for (const { resolve } of waiting) {
        resolve(undefined);
      }
      return;
    }
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error === undefined) {
      call?.resolve(result);
    } else {
      call?.reject(new Error(`the browser refused: ${error.message}`));
    }
  }
}
