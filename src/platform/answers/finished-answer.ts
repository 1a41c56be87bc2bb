import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding, Packing } from './accepted-encoding.ts';
import { digestOf } from './entity-tag.ts';

/** Below so many bytes packing saves no packet. */
const WORTH_PACKING_BYTES = 1024;

/** What an answer weighs beside its bodies: its headers, its address, the objects around them. */
const FRAME_BYTES = 2048;

/** Names and values in turn, as Node takes them. */
export type FlatHeaders = readonly string[];

export interface PackedAnswer {
  readonly headers: FlatHeaders;
  /** A character a byte. */
  readonly body: string;
}

const packings: Readonly<Record<Packing, (body: Buffer) => Promise<Buffer>>> = {
  // From this level on a page gets little smaller and takes many times as long.
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => promisify(gzip)(body),
};

/**
 * A finished answer that is the same for everybody: its headers and body, plain and packed, each packed once, when somebody first
 * asks for it so. Each way of packing has a strong tag of its own, as its bytes are others (RFC 9110, section 8.8.3).
 */
export class FinishedAnswer {
  readonly #headers: FlatHeaders;
  readonly #plain: PackedAnswer;
  readonly #digest: string;
  readonly #type: FlatHeaders;
  readonly #packed = new Map<Packing, PackedAnswer>();
  readonly #beingPacked = new Map<Packing, Promise<PackedAnswer>>();

  /** `headers`: all that go out with the answer whatever way it is packed, without type, length and tag. */
  constructor(type: string, headers: FlatHeaders, body: string | Buffer) {
    const bytes = Buffer.from(body);
    this.#digest = digestOf(bytes);
    this.#type = ['content-type', type];
    this.#headers = headers;
    this.#plain = { headers: this.#headersOf('identity', bytes), body: bytes.toString('latin1') };
  }

  /** What it takes in memory, as far as it has been packed. */
  get bytes(): number {
    return [...this.#packed.values()].reduce(
      (sum, { body }) => sum + body.length,
      FRAME_BYTES + this.#plain.body.length,
    );
  }

  /** How it goes out to whoever accepts this packing: small as it is, not packed at all. */
  encodingFor(accepted: Encoding): Encoding {
    return this.#plain.body.length < WORTH_PACKING_BYTES ? 'identity' : accepted;
  }

  tagOf(encoding: Encoding): string {
    return encoding === 'identity' ? `"${this.#digest}"` : `"${this.#digest}-${encoding}"`;
  }

  /** Of an answer that says no more than that a reader has it already (RFC 9110, section 15.4.5). */
  headersUnchanged(encoding: Encoding): FlatHeaders {
    return [...this.#headers, 'etag', this.tagOf(encoding)];
  }

  /** The answer packed in this way, if it has been. */
  packed(encoding: Encoding): PackedAnswer | undefined {
    return encoding === 'identity' ? this.#plain : this.#packed.get(encoding);
  }

  /** Packs the answer, or waits for whoever is packing it. */
  async pack(encoding: Encoding): Promise<PackedAnswer> {
    if (encoding === 'identity') {
      return this.#plain;
    }
    const begun = this.#beingPacked.get(encoding) ?? this.#packAnew(encoding);
    this.#beingPacked.set(encoding, begun);
    return begun.finally(() => this.#beingPacked.delete(encoding));
  }

  async #packAnew(encoding: Packing): Promise<PackedAnswer> {
    const body = await packings[encoding](Buffer.from(this.#plain.body, 'latin1'));
    const packed = { headers: this.#headersOf(encoding, body), body: body.toString('latin1') };
    this.#packed.set(encoding, packed);
    return packed;
  }

  #headersOf(encoding: Encoding, body: Buffer): FlatHeaders {
    const headers = [...this.#type, ...this.headersUnchanged(encoding), 'content-length', String(body.length)];
    return encoding === 'identity' ? headers : [...headers, 'content-encoding', encoding];
  }
}
