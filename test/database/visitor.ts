import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { encodedForm } from './page-forms.ts';
import { type PageReader, readPage } from './page-reader.ts';

/** A person with a browser's memory for cookies and forms, driving the service in-process. */
export class Visitor {
  readonly #app: FastifyInstance;
  readonly #address: string;
  readonly #sent: Readonly<Record<string, string>>;
  readonly #cookies = new Map<string, string>();
  readonly #seen: LightMyRequestResponse['cookies'][number][] = [];

  /** `headers`: what this person's browser, or the proxy before the service, sends with every request. */
  constructor(app: FastifyInstance, address = '127.0.0.1', headers: Readonly<Record<string, string>> = {}) {
    this.#app = app;
    this.#address = address;
    this.#sent = headers;
  }

  async get(url: string): Promise<LightMyRequestResponse> {
    return this.#keep(
      await this.#app.inject({ method: 'GET', url, headers: this.#headers(), remoteAddress: this.#address }),
    );
  }

  /** The page at an address, for reading; anything but a page is an error. */
  async read(url: string): Promise<PageReader> {
    return readPage(await this.get(url), 200);
  }

  /** Reads the page of the form for its token, then sends the form. Repeated names are given as arrays. */
  async submit(
    page: string,
    fields: Record<string, string | readonly string[]>,
    action = page,
  ): Promise<LightMyRequestResponse> {
    return this.post(action, { _csrf: await this.tokenOf(page), ...fields });
  }

  /** As `submit`, but as the script of the page sends the form while somebody is still typing. */
  async type(page: string, fields: Record<string, string | readonly string[]>): Promise<LightMyRequestResponse> {
    return this.post(page, { _csrf: await this.tokenOf(page), ...fields }, { 'x-saves-itself': '1' });
  }

  /** The token in the form on a page. */
  async tokenOf(page: string): Promise<string> {
    const form = await this.get(page);
    const token = /name="_csrf" value="([^"]*)"/.exec(form.body)?.[1];
    if (token === undefined) {
      throw new Error(`There is no form on ${page} (status ${form.statusCode})`);
    }
    return token.replaceAll('&#x2F;', '/');
  }

  async post(
    url: string,
    fields: Record<string, string | readonly string[]>,
    more: Readonly<Record<string, string>> = {},
  ): Promise<LightMyRequestResponse> {
    const headers = { ...this.#headers(), ...more, 'content-type': 'application/x-www-form-urlencoded' };
    const payload = encodedForm(fields);
    return this.#keep(await this.#app.inject({ method: 'POST', url, headers, payload, remoteAddress: this.#address }));
  }

  /** Sends this as it is, for what no browser would send. */
  async send(url: string, type: string, payload: string): Promise<LightMyRequestResponse> {
    const headers = { ...this.#headers(), 'content-type': type };
    return this.#keep(await this.#app.inject({ method: 'POST', url, headers, payload, remoteAddress: this.#address }));
  }

  /** As `submit`, for a form with a file. */
  async upload(
    page: string,
    fields: Record<string, string>,
    file: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> },
    action = page,
  ): Promise<LightMyRequestResponse> {
    const token = /name="_csrf" value="([^"]*)"/.exec((await this.get(page)).body)?.[1] ?? '';
    const form = new FormData();
    for (const [name, value] of Object.entries({ _csrf: token.replaceAll('&#x2F;', '/'), ...fields })) {
      form.append(name, value);
    }
    form.append('file', new Blob([file.content]), file.name);
    const encoded = new Response(form);
    const headers = { ...this.#headers(), 'content-type': encoded.headers.get('content-type') ?? '' };
    const payload = Buffer.from(await encoded.arrayBuffer());
    return this.#keep(
      await this.#app.inject({ method: 'POST', url: action, headers, payload, remoteAddress: this.#address }),
    );
  }

  /** Every cookie that was set, as it was set. */
  get seen(): readonly LightMyRequestResponse['cookies'][number][] {
    return this.#seen;
  }

  /** Has this cookie from now on. */
  keep(name: string, value: string): void {
    this.#cookies.set(name, encodeURIComponent(value));
  }

  /** Takes the cookies of another visitor whose names hold this. */
  take(other: Visitor, name: string): void {
    for (const [key, value] of other.#cookies) {
      if (key.includes(name)) {
        this.#cookies.set(key, value);
      }
    }
  }

  /** Signs in as a persona of the demonstration. */
  async become(personId: string): Promise<void> {
    this.#cookies.clear();
    const response = await this.submit('/sign-in/personas', { person: personId });
    if (response.statusCode !== 303) {
      throw new Error(`Could not sign in as ${personId} (status ${response.statusCode})`);
    }
  }

  #headers(): Record<string, string> {
    return { ...this.#sent, cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  #keep(response: LightMyRequestResponse): LightMyRequestResponse {
    this.#seen.push(...response.cookies);
    for (const cookie of response.cookies) {
      if (cookie.value === '') {
        this.#cookies.delete(cookie.name);
      } else {
        this.#cookies.set(cookie.name, encodeURIComponent(cookie.value));
      }
    }
    return response;
  }
}
