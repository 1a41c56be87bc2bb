import type { Multipart, MultipartFile } from '@fastify/multipart';
import { BadRequestError, TooLargeError, unavailableIn } from '../http/problem.ts';

export interface SentFile {
  readonly name: string;
  readonly content: Buffer;
}

export interface SentForm {
  readonly texts: Readonly<Record<string, string>>;
  /** Undefined where none was chosen. */
  readonly file: SentFile | undefined;
}

const BROKEN =
  'The form did not arrive whole, or is not built as a browser builds it. Nothing was changed: go back, choose the file again and send it once more.';

/**
 * A form with a file in the shape of every other: names and texts. The last of several fields of a name counts.
 * `tooLarge`: told to whoever sends more than the limits allow.
 * @throws {BadRequestError} where it is cut short or not built as it should be; {TooLargeError} beyond the limits.
 */
export async function readParts(parts: AsyncIterable<Multipart>, tooLarge: string): Promise<SentForm> {
  const texts: Record<string, string> = {};
  let file: SentFile | undefined;
  await eachPart(parts, tooLarge, texts, async (part) => {
    file = { name: part.filename, content: await part.toBuffer() };
  });
  return { texts, file };
}

/** As `readParts`, with the texts put where they are wanted as they come, and each file handed on. */
export async function eachPart(
  parts: AsyncIterable<Multipart>,
  tooLarge: string,
  texts: Record<string, string>,
  takeFile: (file: MultipartFile) => Promise<void>,
): Promise<void> {
  try {
    for await (const part of parts) {
      if (part.type === 'file') {
        await takeFile(part);
      } else if (typeof part.value === 'string') {
        texts[part.fieldname] = part.value;
      }
    }
  } catch (error) {
    const unavailable = unavailableIn(error);
    if (unavailable !== null) {
      throw unavailable;
    }
    // Whatever the parser throws, it is about what was sent; the beyond-the-limit kinds say so by their status.
    const isTooLarge = error instanceof Error && 'statusCode' in error && error.statusCode === 413;
    throw isTooLarge ? new TooLargeError(tooLarge) : new BadRequestError(BROKEN);
  }
}
