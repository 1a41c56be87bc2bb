import http from 'node:http';

export interface Answer {
  readonly status: number;
  readonly body: string;
  /** Where a redirect leads. */
  readonly location?: string | undefined;
}

export interface SentFile {
  readonly name: string;
  readonly content: Buffer;
}

const PATIENCE_MILLISECONDS = 60_000;

interface Caller {
  readonly cookies?: Map<string, string>;
  /** Where they call from, as a proxy in front of the service would say; nothing where there is none. */
  readonly from?: string;
}

/** A person with a browser: one connection that is kept alive, cookies, forms. What cannot be reached throws. */
export class HttpVisitor {
  /** May change from one request to the next, as when the service was started again elsewhere. */
  readonly #addressOf: () => string;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly #cookies: Map<string, string>;
  readonly #from: string;

  constructor(addressOf: () => string, { cookies = new Map<string, string>(), from = '' }: Caller = {}) {
    this.#addressOf = addressOf;
    this.#cookies = cookies;
    this.#from = from;
  }

  /** The same person over a connection of its own. */
  again(): HttpVisitor {
    return new HttpVisitor(this.#addressOf, { cookies: this.#cookies, from: this.#from });
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path);
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.#send('POST', path, new URLSearchParams(fields).toString());
  }

  /** A form with a file in the field `file`. */
  async postFile(path: string, fields: Readonly<Record<string, string>>, file: SentFile): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      form.append(name, value);
    }
    form.append('file', new Blob([new Uint8Array(file.content)]), file.name);
    const encoded = new Response(form);
    const body = Buffer.from(await encoded.arrayBuffer());
    return this.#send('POST', path, body, encoded.headers.get('content-type') ?? '');
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(
    method: string,
    path: string,
    body: string | Buffer = '',
    type = 'application/x-www-form-urlencoded',
  ): Promise<Answer> {
    const headers = {
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      ...(this.#from === '' ? {} : { 'x-forwarded-for': this.#from }),
    };
    const options = { method, headers, agent: this.#agent, timeout: PATIENCE_MILLISECONDS };
    return new Promise((resolve, reject) => {
      const request = http.request(`${this.#addressOf()}${path}`, options, (response) => {
        this.#keep(response.headers['set-cookie'] ?? []);
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            location: response.headers.location,
          }),
        );
      });
      request.on('timeout', () => request.destroy(new Error('no answer within a minute')));
      request.on('error', reject);
      request.end(body);
    });
  }

  #keep(setCookies: readonly string[]): void {
    for (const text of setCookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (name !== undefined) {
        this.#cookies.set(name, value ?? '');
      }
    }
  }
}

/** The token of the form on a page. */
export function tokenOf({ body }: Answer): string | null {
  return /name="_csrf" value="([^"]*)"/.exec(body)?.[1]?.replaceAll('&#x2F;', '/') ?? null;
}
