import { createReadStream } from 'node:fs';
import path from 'node:path';
import { foreignBeginning } from '../platform/files/foreign-beginning.ts';
import type { Terminal } from './command.ts';

export type TextRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * The text of a file, or of standard input for `-`. Reads no further than the limit, so that an endless or enormous file
 * does no harm. Anything but UTF-8 is refused rather than repaired, unless tables are expected: those that went through a
 * spreadsheet are often in Windows-1252, or in UTF-16 with its mark.
 */
export async function readLimitedText(
  name: string,
  limitBytes: number,
  terminal: Terminal,
  content: Content = 'utf-8',
): Promise<TextRead> {
  const source = name === '-' ? terminal.stdin : createReadStream(path.resolve(terminal.folder, name));
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of source) {
      const bytes: Uint8Array = chunk;
      size += bytes.byteLength;
      if (size > limitBytes) {
        return unreadable(
          `The file is larger than ${limitBytes / 1_000_000} megabytes. Split it, or take a shorter one`,
        );
      }
      chunks.push(bytes);
    }
    return decode(Buffer.concat(chunks), content);
  } catch (error) {
    return unreadable(fileProblem(error));
  }
}

type Content = 'utf-8' | 'table';

function decode(bytes: Uint8Array, content: Content): TextRead {
  const utf16 = content === 'table' ? utf16In(bytes) : null;
  if (utf16 !== null) {
    return { kind: 'text', text: new TextDecoder(utf16).decode(bytes) };
  }
  const foreign = foreignBeginning(bytes);
  if (foreign !== null) {
    return unreadable(foreign.slice(0, 1).toUpperCase() + foreign.slice(1));
  }
  if (bytes.includes(0)) {
    return unreadable('The file holds NUL bytes: it is damaged, or is not plain text. Save it as UTF-8 and try again');
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return content === 'utf-8'
      ? unreadable('The file is not UTF-8 text. Save it as UTF-8 and try again')
      : { kind: 'text', text: new TextDecoder('windows-1252').decode(bytes) };
  }
}

/** By its mark. */
function utf16In([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) {
    return 'utf-16le';
  }
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function unreadable(reason: string): TextRead {
  return { kind: 'unreadable', reason };
}

/** Why a file could not be opened or read, in words. */
export function fileProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'There is no such file';
    case 'EISDIR':
      return 'This is a folder; name the file in it';
    case 'EACCES':
      return 'You may not read this file';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
