import dns from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { lastingFault, OutsideError, passingFault } from './outside-error.ts';
import { isPublicAddress } from './public-address.ts';

/** What may be asked, and how much of an answer is taken. */
export interface OutsideLimits {
  /** The only origin that is asked, be it by a link or by a redirect: `https://directory.example`. */
  readonly origin: string;
  /** Addresses of this machine and its neighbours too, and plain `http`; only where the configuration says so. */
  readonly allowsPrivate: boolean;
  /** Of one answer. */
  readonly mostBytes: number;
  /** Without a byte from the other side. */
  readonly silenceMilliseconds: number;
}

export interface OutsideAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface OutsideQuestion {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

const MOST_REDIRECTS = 3;

/**
 * Asks one other service, and nobody else. The address that its name stands for is looked at as the connection is made, so that a
 * name that stands for something else a moment later leads nowhere either.
 */
export class OutsideClient {
  readonly #limits: OutsideLimits;
  readonly #agent: http.Agent;

  constructor(limits: OutsideLimits) {
    this.#limits = limits;
    const settings = { keepAlive: true, maxSockets: 1 };
    this.#agent = limits.origin.startsWith('https:') ? new https.Agent(settings) : new http.Agent(settings);
  }

  close(): void {
    this.#agent.destroy();
  }

  /** Whatever it answers, with any status. Throws `OutsideError` where there is no whole answer, or it is not to be asked. */
  async ask(question: OutsideQuestion, redirects = 0): Promise<OutsideAnswer> {
    this.#requireAllowed(question.url);
    const answer = await this.#askOnce(question);
    const target = answer.headers.location;
    if (answer.status < 301 || answer.status > 308 || answer.status === 304 || target === undefined) {
      return answer;
    }
    if (redirects >= MOST_REDIRECTS) {
      throw lastingFault(`${question.url.host} sends from one address to the next without an end`);
    }
    if (!URL.canParse(target, question.url.href)) {
      throw lastingFault(`${question.url.host} sends to an address that is none`);
    }
    return this.ask({ ...question, url: new URL(target, question.url) }, redirects + 1);
  }

  #requireAllowed(url: URL): void {
    const { origin, allowsPrivate } = this.#limits;
    if (url.origin !== origin) {
      throw lastingFault(`the answer leads to ${url.origin}, and only ${origin} is configured`);
    }
    if (url.protocol !== 'https:' && !allowsPrivate) {
      throw lastingFault(`${origin} is not asked: an address that begins with https: is needed`);
    }
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !allowsPrivate && !isPublicAddress(host)) {
      throw notPublic(host);
    }
  }

  async #askOnce({ url, headers, signal }: OutsideQuestion): Promise<OutsideAnswer> {
    try {
      const response = await this.#send(url, headers, signal);
      const body = await this.#bodyOf(response);
      return { status: response.statusCode ?? 0, headers: headersOf(response), body };
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof OutsideError ? error : passingFault(`${url.host} cannot be reached: ${reasonOf(error)}`);
    }
  }

  #send(url: URL, headers: OutsideQuestion['headers'], signal: AbortSignal): Promise<IncomingMessage> {
    const { allowsPrivate, silenceMilliseconds } = this.#limits;
    return new Promise((resolve, reject) => {
      const { request } = url.protocol === 'https:' ? https : http;
      const options = {
        agent: this.#agent,
        signal,
        headers: { ...headers, 'accept-encoding': 'identity' },
        timeout: silenceMilliseconds,
        ...(allowsPrivate ? {} : { lookup: lookUpPublic }),
      };
      const sent = request(url, options, resolve);
      sent.on('timeout', () => sent.destroy(silent(url, silenceMilliseconds)));
      sent.on('error', reject);
      sent.end();
    });
  }

  async #bodyOf(response: IncomingMessage): Promise<Buffer> {
    const { mostBytes } = this.#limits;
    const chunks: Buffer[] = [];
    let count = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      count += chunk.length;
      if (count > mostBytes) {
        throw lastingFault(`the answer is larger than ${mostBytes / 1_000_000} megabytes`);
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
}

const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  dns.lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    const hidden = found?.find(({ address }) => !isPublicAddress(address));
    if (error !== null || first === undefined || hidden !== undefined) {
      callback(error ?? notPublic(hidden?.address ?? hostname), '');
    } else if (options.all === true) {
      callback(null, found);
    } else {
      callback(null, first.address, first.family);
    }
  });
};

function notPublic(address: string): OutsideError {
  return lastingFault(`${address} is not asked: it is not an address of the public network`);
}

function silent(url: URL, milliseconds: number): OutsideError {
  return passingFault(`${url.host} was silent for ${milliseconds / 1000} seconds`);
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  const one = (value: string | string[]) => (Array.isArray(value) ? value.join(', ') : value);
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, one(value)]])),
  );
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens there',
  ECONNRESET: 'the connection was cut off',
  ENOTFOUND: 'nobody has that name',
  EAI_AGAIN: 'its name cannot be looked up just now',
};

/** Messages of the runtime may hold the whole address, with what it is asked; their code does not. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code === '' ? 'the connection failed' : `the connection failed (${code})`);
}
