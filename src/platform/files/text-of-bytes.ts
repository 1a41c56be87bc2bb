import { foreignBeginning } from './foreign-beginning.ts';

export type TextRead =
  | { readonly kind: 'text'; readonly text: string }
  /** Why, as a sentence without its full stop. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export type TextContent = 'utf-8' | 'table';

/**
 * The text of a file that is held whole. Anything but UTF-8 is refused rather than repaired, unless tables are expected: those that
 * went through a spreadsheet are often in Windows-1252, or in UTF-16 with its mark.
 */
export function textOfBytes(bytes: Uint8Array, content: TextContent): TextRead {
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
