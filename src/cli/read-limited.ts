import { createReadStream } from 'node:fs';
import path from 'node:path';
import { type TextContent, type TextRead, textOfBytes } from '../platform/files/text-of-bytes.ts';
import type { Terminal } from './command.ts';

/**
 * The text of a file, or of standard input for `-`. Reads no further than the limit, so that an endless or enormous file
 * does no harm.
 */
export async function readLimitedText(
  name: string,
  limitBytes: number,
  terminal: Terminal,
  content: TextContent = 'utf-8',
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
    return textOfBytes(Buffer.concat(chunks), content);
  } catch (error) {
    return unreadable(fileProblem(error));
  }
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
