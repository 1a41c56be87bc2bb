import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Terminal } from './command.ts';

export type TextRead =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * The text of a file, or of standard input for `-`. Reads no further than the limit, so that an endless or enormous file
 * does no harm. Anything but UTF-8 is refused rather than repaired, unless older tables are expected, which are often in
 * Windows-1252.
 */
export async function readLimitedText(
  name: string,
  limitBytes: number,
  terminal: Terminal,
  fallback: 'refuse' | 'windows-1252' = 'refuse',
): Promise<TextRead> {
  const source = name === '-' ? terminal.stdin : createReadStream(path.resolve(terminal.folder, name));
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of source) {
      const bytes: Uint8Array = chunk;
      size += bytes.byteLength;
      if (size > limitBytes) {
        return { kind: 'unreadable', reason: `The file is larger than ${limitBytes / 1_000_000} megabytes` };
      }
      chunks.push(bytes);
    }
    return decode(Buffer.concat(chunks), fallback);
  } catch (error) {
    return { kind: 'unreadable', reason: fileProblem(error) };
  }
}

function decode(bytes: Uint8Array, fallback: 'refuse' | 'windows-1252'): TextRead {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return fallback === 'refuse'
      ? { kind: 'unreadable', reason: 'The file is not UTF-8 text' }
      : { kind: 'text', text: new TextDecoder(fallback).decode(bytes) };
  }
}

function fileProblem(error: unknown): string {
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
