import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Changes } from '../database/change-listener.ts';
import { today } from '../days.ts';
import { acceptedEncoding, type Encoding } from './accepted-encoding.ts';
import { AnswerMemory, type Beginning, type Moment } from './answer-memory.ts';
import { isKnown } from './entity-tag.ts';
import { FinishedAnswer, type FlatHeaders } from './finished-answer.ts';

/** What makes answers of a route the same for everybody. */
export interface ForEverybody {
  /** The query parameters that its answers depend on. An address with any other is answered and kept nowhere. */
  readonly parameters: readonly string[];
  /** Asked before an answer from memory as before any other. Whoever is refused goes the usual way, and is refused there. */
  readonly admit?: Admission;
}

/** Refuses by an error; asked about one request again, it says the same again. Returns headers that go out with the answer. */
export type Admission = (request: FastifyRequest, reply: FastifyReply) => FlatHeaders;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Set where whoever asks without a session gets the same answer, until something public changes. */
    readonly forEverybody?: ForEverybody;
  }
  interface FastifyRequest {
    /** The answer for everybody that this request makes; null where it makes none. */
    beginning: Beginning<FinishedAnswer> | null;
  }
}

/** Options of a route that answers everybody alike, by these query parameters. */
export function forEverybody(...parameters: string[]) {
  return { config: { forEverybody: { parameters } } } as const;
}

export interface PublicAnswersOptions {
  readonly clock: Clock;
  readonly changes: Changes;
  readonly mostBytes: number;
  /** Of a session, and of words to one person: whoever sends one is not everybody. */
  readonly personalCookies: readonly string[];
}

const MINUTE = 60_000;
const LONGEST_ADDRESS = 2000;
const LISTS_REMEMBERED = 50;
const LONGEST_LIST = 100;

/** Said of each request anew, so no part of an answer for everybody. */
const ofOneRequest = /^(x-request-id|ratelimit|content-length|content-type|connection|date)$/;

/**
 * Answers what anybody may see from memory. `serve` comes before any other work is done for a request, `keep` after whatever adds
 * headers to an answer and before it is packed.
 */
export class PublicAnswers {
  readonly #options: PublicAnswersOptions;
  readonly memory: AnswerMemory<FinishedAnswer>;
  #minute = Number.NaN;
  #day = '';
  readonly #encodings = new Map<string, Encoding>();

  constructor(options: PublicAnswersOptions) {
    this.#options = options;
    this.memory = new AnswerMemory(options.mostBytes);
  }

  serve(app: FastifyInstance): void {
    app.decorateRequest('beginning', null);
    app.decorateRequest('isAnsweredFromMemory', false);
    app.addHook('onRequest', (request, reply, done) => {
      const rule = request.routeOptions.config.forEverybody;
      if (rule === undefined || !this.#isForAnybody(request)) {
        done();
      } else {
        this.#answer(request, reply, rule, done);
      }
    });
  }

  keep(app: FastifyInstance): void {
    app.addHook('onSend', async (request, reply, payload) => {
      const { beginning } = request;
      const type = reply.getHeader('content-type');
      if (!isTheSameForAll(request, reply) || typeof type !== 'string' || !isWhole(payload)) {
        // What is said to this requester alone says nothing of the page: somebody who waits goes on with it.
        beginning?.finish(isOfOneRequester(request, reply) ? 'abandoned' : 'own');
        return payload;
      }
      sayPackedInWays(reply);
      const answer = new FinishedAnswer(type, flatHeaders(reply), payload);
      beginning?.finish({ answer });
      return this.#finish(request, reply, answer);
    });
  }

  /** Null where nothing may be kept, as nobody would hear that it has changed. */
  #moment(): Moment | null {
    const revision = this.#options.changes.revision();
    if (revision === null) {
      return null;
    }
    const minute = Math.floor(this.#options.clock().getTime() / MINUTE);
    if (minute !== this.#minute) {
      // Days begin with a minute in every time zone.
      this.#minute = minute;
      this.#day = today(this.#options.clock);
    }
    return { revision, day: this.#day };
  }

  #isForAnybody({ method, headers, raw }: FastifyRequest): boolean {
    const { cookie } = headers;
    return (
      (method === 'GET' || method === 'HEAD') &&
      // A request without a host is refused, later on.
      (headers.host !== undefined || raw.httpVersion !== '1.1') &&
      // By the bare name, however it is written: what reads cookies takes more than one way of writing them.
      (cookie === undefined || !this.#options.personalCookies.some((name) => cookie.includes(name)))
    );
  }

  #answer(request: FastifyRequest, reply: FastifyReply, rule: ForEverybody, done: () => void): void {
    const moment = this.#moment();
    if (moment === null) {
      done();
      return;
    }
    const kept = this.memory.find(request.url, moment);
    if (kept !== null) {
      this.#admit(request, reply, rule, kept, done);
      return;
    }
    const underWay = this.memory.underWay(request.url, moment);
    if (underWay !== null) {
      void underWay.finished.then((outcome) => {
        if (outcome === 'own') {
          done();
        } else if (outcome === 'abandoned') {
          this.#answer(request, reply, rule, done);
        } else {
          this.#admit(request, reply, rule, outcome.answer, done);
        }
      });
      return;
    }
    if (isKnownAddress(request.url, rule.parameters)) {
      const beginning = this.memory.begin(request.url, moment);
      request.beginning = beginning;
      // Whoever asked has gone: somebody who waits goes on with it.
      reply.raw.once('close', () => beginning.finish('abandoned'));
    }
    done();
  }

  #admit(
    request: FastifyRequest,
    reply: FastifyReply,
    { admit }: ForEverybody,
    answer: FinishedAnswer,
    done: () => void,
  ): void {
    let own: FlatHeaders = [];
    try {
      own = admit?.(request, reply) ?? [];
    } catch {
      done();
      return;
    }
    this.#send(request, reply, answer, own);
  }

  #send(request: FastifyRequest, reply: FastifyReply, answer: FinishedAnswer, own: FlatHeaders = []): void {
    const encoding = answer.encodingFor(this.#accepted(request));
    reply.hijack();
    request.isAnsweredFromMemory = true;
    const packed = answer.packed(encoding);
    if (isKnown(request.headers['if-none-match'], answer.tagOf(encoding))) {
      write(request, reply, 304, { headers: answer.headersUnchanged(encoding), own });
    } else if (packed !== undefined) {
      write(request, reply, 200, { ...packed, own });
    } else {
      void answer.pack(encoding).then((made) => {
        this.memory.recount(request.url);
        write(request, reply, 200, { ...made, own });
      });
    }
  }

  /** Browsers send a few lists only, again and again. */
  #accepted({ headers }: FastifyRequest): Encoding {
    const list = String(headers['accept-encoding'] ?? '');
    const read = this.#encodings.get(list) ?? acceptedEncoding(list);
    if (this.#encodings.size < LISTS_REMEMBERED && list.length < LONGEST_LIST) {
      this.#encodings.set(list, read);
    }
    return read;
  }

  /** Of an answer that was made just now; from here on it goes the usual way. */
  async #finish(request: FastifyRequest, reply: FastifyReply, answer: FinishedAnswer): Promise<Buffer | null> {
    const encoding = answer.encodingFor(this.#accepted(request));
    const tag = answer.tagOf(encoding);
    reply.header('etag', tag);
    if (isKnown(request.headers['if-none-match'], tag)) {
      reply.status(304).removeHeader('content-type');
      return null;
    }
    if (encoding === 'identity') {
      // Packed further on in another way, the bytes would not be those of the tag.
      request.headers['x-no-compression'] = 'true';
    } else {
      reply.header('content-encoding', encoding);
    }
    const { body } = await answer.pack(encoding);
    this.memory.recount(request.url);
    return Buffer.from(body, 'latin1');
  }
}

function isKnownAddress(url: string, parameters: readonly string[]): boolean {
  const [, query = ''] = url.split('?', 2);
  const names = query === '' ? [] : query.split('&').map((pair) => pair.split('=', 1)[0] ?? '');
  return url.length <= LONGEST_ADDRESS && names.every((name) => parameters.includes(name));
}

/** By what the request turned out to be, not by what it looked like when it came. */
function isOfOneRequester({ sessionId }: FastifyRequest, reply: FastifyReply): boolean {
  const isRefused = reply.statusCode === 429;
  return Boolean(sessionId) || isRefused || reply.getHeader('set-cookie') !== undefined;
}

function isTheSameForAll(request: FastifyRequest, reply: FastifyReply): boolean {
  const { method, routeOptions } = request;
  return (
    routeOptions.config.forEverybody !== undefined &&
    (method === 'GET' || method === 'HEAD') &&
    reply.statusCode === 200 &&
    !isOfOneRequester(request, reply) &&
    !/\b(private|no-store)\b/.test(String(reply.getHeader('cache-control')))
  );
}

/** Not a stream, which is for those who take it piece by piece. */
function isWhole(payload: unknown): payload is string | Buffer {
  return typeof payload === 'string' || Buffer.isBuffer(payload);
}

function sayPackedInWays(reply: FastifyReply): void {
  const vary = reply.getHeader('vary');
  reply.header('vary', vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding`);
}

function flatHeaders(reply: FastifyReply): FlatHeaders {
  return Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
    value === undefined || ofOneRequest.test(name) ? [] : [name, String(value)],
  );
}

/** `own`: headers that are for this requester alone. */
interface Sent {
  readonly headers: FlatHeaders;
  readonly body?: string;
  readonly own: FlatHeaders;
}

function write(request: FastifyRequest, reply: FastifyReply, status: number, { headers, body, own }: Sent): void {
  // As one text with the head, the body goes out in one write; its characters stand for its bytes.
  reply.raw.writeHead(status, [...headers, 'x-request-id', request.id, ...own]).end(body, 'latin1');
}
