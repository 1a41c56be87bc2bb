import { isAscii, isUtf8 } from 'node:buffer';
import { BEGINNING_BYTES, foreignBeginning } from '../../../platform/files/foreign-beginning.ts';
import { type FaultCollector, faultOn } from './import-faults.ts';
import { LineCounter } from './line-counter.ts';

type Encoding = 'ascii' | 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

const nothing = new Uint8Array(0);
const controlCharacter = /[\p{Cc}--[\t\r\n]]/v;
/** What two-byte UTF-8 looks like when read as Windows-1252, such as "Ã©"; no name is spelt so. */
const misreadUtf8 = /[ÂÃ][\u00A0-\u00BF]/;

/** Bytes of the UTF-8 sequence that starts with `lead`; 0 where none starts so. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) {
    return 1;
  }
  if (lead < 0xc2 || lead > 0xf4) {
    return 0;
  }
  return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

/** How many of the bytes come before a sequence that is still cut off at their end. */
function wholeLength(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) {
      return sequenceLength(byte) > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** What spreadsheets call Unicode text begins with a mark, by which the order of its bytes is told. */
function utf16Beginning([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  return first.length === 0 ? second : Buffer.concat([first, second]);
}

class TextDecoding {
  readonly #faults: FaultCollector;
  readonly #lines = new LineCounter();
  readonly #utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #windows1252 = new TextDecoder('windows-1252');
  #encoding: Encoding = 'ascii';
  #utf16: TextDecoder | null = null;
  #hasStarted = false;
  #waiting: Uint8Array = nothing;
  #lastCharacter = '';

  constructor(faults: FaultCollector) {
    this.#faults = faults;
  }

  push(chunk: Uint8Array, isLast: boolean): string {
    let bytes = joined(this.#waiting, chunk);
    this.#waiting = nothing;
    if (!this.#hasStarted) {
      if (bytes.length < BEGINNING_BYTES && !isLast) {
        this.#waiting = bytes;
        return '';
      }
      bytes = this.#start(bytes);
    }
    const text = this.#decode(bytes, isLast);
    this.#refuseControlCharacters(text);
    this.#lines.pass(text);
    return text;
  }

  #start(bytes: Uint8Array): Uint8Array {
    this.#hasStarted = true;
    const marked = utf16Beginning(bytes);
    if (marked !== null) {
      this.#encoding = marked;
      this.#utf16 = new TextDecoder(marked, { fatal: true });
      return bytes;
    }
    const foreign = foreignBeginning(bytes);
    if (foreign !== null) {
      this.#faults.fail(faultOn(1, foreign));
    }
    const [first, second, third] = bytes;
    if (first === 0xef && second === 0xbb && third === 0xbf) {
      this.#encoding = 'utf-8';
      return bytes.subarray(3);
    }
    return bytes;
  }

  #decode(bytes: Uint8Array, isLast: boolean): string {
    if (this.#utf16 !== null) {
      return this.#decodeUtf16(this.#utf16, bytes, isLast);
    }
    if (this.#encoding === 'ascii') {
      if (isAscii(bytes)) {
        return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
      }
      const first = bytes.findIndex((byte) => byte >= 0x80);
      const length = sequenceLength(bytes[first] ?? 0);
      if (first + length > bytes.length && !isLast) {
        this.#waiting = bytes.subarray(first);
        return Buffer.from(bytes.subarray(0, first)).toString('latin1');
      }
      const isSequence = length > 0 && first + length <= bytes.length && isUtf8(bytes.subarray(first, first + length));
      this.#encoding = isSequence ? 'utf-8' : 'windows-1252';
    }
    return this.#encoding === 'utf-8' ? this.#decodeUtf8(bytes, isLast) : this.#decodeWindows1252(bytes);
  }

  #decodeUtf8(bytes: Uint8Array, isLast: boolean): string {
    const end = isLast ? bytes.length : wholeLength(bytes);
    const whole = bytes.subarray(0, end);
    this.#waiting = bytes.subarray(end);
    if (isUtf8(whole)) {
      return this.#utf8.decode(whole);
    }
    const marked = new TextDecoder('utf-8', { ignoreBOM: true }).decode(whole);
    this.#lines.pass(marked.slice(0, marked.indexOf('\uFFFD')));
    return this.#faults.fail(
      faultOn(
        this.#lines.line,
        'the file begins as UTF-8 text, and this line is not; it may be a mixture of encodings',
      ),
    );
  }

  #decodeUtf16(decoder: TextDecoder, bytes: Uint8Array, isLast: boolean): string {
    try {
      return decoder.decode(bytes, { stream: !isLast });
    } catch {
      return this.#faults.fail(
        faultOn(this.#lines.line, 'the file is UTF-16 text, and ends or is damaged near this line'),
      );
    }
  }

  #decodeWindows1252(bytes: Uint8Array): string {
    const text = this.#windows1252.decode(bytes);
    const misread = misreadUtf8.exec(this.#lastCharacter + text);
    this.#lastCharacter = text.slice(-1);
    if (misread !== null) {
      this.#lines.pass(text.slice(0, misread.index));
      this.#faults.fail(faultOn(this.#lines.line, 'the file mixes Windows-1252 text and, on this line, UTF-8 text'));
    }
    return text;
  }

  #refuseControlCharacters(text: string): void {
    const found = controlCharacter.exec(text);
    if (found !== null) {
      this.#lines.pass(text.slice(0, found.index));
      const code = found[0].charCodeAt(0);
      const what = code === 0 ? 'a NUL byte' : `the control character ${code}`;
      this.#faults.fail(faultOn(this.#lines.line, `holds ${what}; the file is damaged, or is not plain text`));
    }
  }
}

/**
 * Text of a file as it streams in: UTF-16 with its mark, UTF-8 with or without one, or Windows-1252. Which of the last two is
 * decided at the first character that is not ASCII, the same however the bytes are cut into chunks. Control characters other
 * than tabs and line ends, and mixtures of the two encodings are refused with the line.
 */
export async function* decodeText(chunks: AsyncIterable<Uint8Array>, faults: FaultCollector): AsyncGenerator<string> {
  const decoding = new TextDecoding(faults);
  let hasText = false;
  for await (const chunk of chunks) {
    const text = decoding.push(chunk, false);
    if (text !== '') {
      hasText = true;
      yield text;
    }
  }
  const last = decoding.push(nothing, true);
  if (last !== '') {
    yield last;
  } else if (!hasText) {
    faults.fail(faultOn(null, 'the file is empty'));
  }
}
