/** What a JSON text may hold, and what to do with a file that holds more. */
export interface JsonLimits {
  readonly bytes: number;
  /** Lists and objects within each other. */
  readonly depth: number;
  /** Items of all lists and members of all objects together. */
  readonly values: number;
  /** Characters of one text, key or number, and of one run of blanks. */
  readonly textLength: number;
  /** The next step, as the end of a sentence. */
  readonly advice: string;
}

const code = (character: string) => character.charCodeAt(0);
const quote = code('"');
const backslash = code('\\');
const comma = code(',');
const colon = code(':');
const openers = [code('['), code('{')] as const;
const nulEscape = 'u0000';
const closers = [code(']'), code('}')] as const;

/**
 * Goes through JSON text as it comes in and says when it holds more than it may. A parser allots memory before it knows what
 * comes, and its recursion goes as deep as the text; this needs neither, so it is done first. It does not say whether the text
 * is JSON: what it passes is for the parser to accept or refuse.
 */
export class JsonScan {
  readonly #limits: JsonLimits;
  #length = 0;
  #depth = 0;
  #values = 0;
  /** Since the last mark that is neither part of a text nor of a number. */
  #run = 0;
  #isInText = false;
  #isEscaped = false;
  /** What of `u0000` the escape now being read has so far. */
  #escape = '';

  constructor(limits: JsonLimits) {
    this.#limits = limits;
  }

  /** What the file may not hold, as the end of a sentence, as soon as that is known; null while nothing is. Characters count as a byte each. */
  pass(text: string): string | null {
    this.#length += text.length;
    if (this.#length > this.#limits.bytes) {
      return this.#tooMuch(`is larger than ${this.#limits.bytes / 1_000_000} megabytes`);
    }
    for (let at = 0; at < text.length; at += 1) {
      const found = text.charCodeAt(at);
      if (this.#isNul(text, at)) {
        return 'holds a NUL character (\\u0000), which no text may hold: take it out and try again';
      }
      const isMark = this.#isInText ? this.#passInText(found) : this.#passOutside(found);
      this.#run = isMark ? 0 : this.#run + 1;
      if (isMark || this.#run > this.#limits.textLength) {
        const reason = this.#exceeded();
        if (reason !== null) {
          return reason;
        }
      }
    }
    return null;
  }

  /** Whether an escape ends here that stands for NUL: no database takes it, and the bytes of the file do not show it. */
  #isNul(text: string, at: number): boolean {
    if (this.#escape === '' && !this.#isEscaped) {
      return false;
    }
    const read = this.#escape + text.charAt(at);
    this.#escape = read !== nulEscape && nulEscape.startsWith(read) ? read : '';
    return read === nulEscape;
  }

  /** Whether the text ends here. */
  #passInText(found: number): boolean {
    if (this.#isEscaped) {
      this.#isEscaped = false;
    } else if (found === backslash) {
      this.#isEscaped = true;
    } else if (found === quote) {
      this.#isInText = false;
      return true;
    }
    return false;
  }

  /** Whether this is a mark that parts values. */
  #passOutside(found: number): boolean {
    if (found === quote) {
      this.#isInText = true;
    } else if (found === comma) {
      this.#values += 1;
    } else if (found === openers[0] || found === openers[1]) {
      this.#values += 1;
      this.#depth += 1;
    } else if (found === closers[0] || found === closers[1]) {
      this.#depth -= 1;
    } else {
      return found === colon;
    }
    return true;
  }

  #exceeded(): string | null {
    const { depth, values, textLength } = this.#limits;
    if (this.#depth > depth) {
      return this.#tooMuch(`nests more than ${depth} levels deep`);
    }
    if (this.#values > values) {
      return this.#tooMuch(`holds more than ${values.toLocaleString('en-GB')} values`);
    }
    return this.#run > textLength
      ? this.#tooMuch(`holds a text of more than ${textLength.toLocaleString('en-GB')} characters`)
      : null;
  }

  #tooMuch(what: string): string {
    return `${what}: ${this.#limits.advice}`;
  }
}

export type BoundedJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'too-much'; readonly reason: string }
  | { readonly kind: 'not-json'; readonly message: string };

/** Parses text that holds no more than it may. A byte order mark before it is passed over. */
export function parseBoundedJson(text: string, limits: JsonLimits): BoundedJson {
  const reason = new JsonScan(limits).pass(text);
  if (reason !== null) {
    return { kind: 'too-much', reason };
  }
  try {
    const value: unknown = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
    return { kind: 'json', value };
  } catch (error) {
    return { kind: 'not-json', message: error instanceof Error ? error.message : String(error) };
  }
}
