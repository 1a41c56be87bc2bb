import { isCounty } from './county-names.ts';
import { wellCased } from './well-cased.ts';

export interface Address {
  readonly address: string | null;
  readonly town: string | null;
}

const digit = /\d/;

/**
 * Town and street of an address in lines that do not say what they are, as in the 27-column files: trusts have the town
 * in the fourth line and the county in the fifth, practices mostly in the third and fourth, many in others. The county
 * is dropped (postal counties ended in 1996, and the postcode tells more); the last part left is the town, if it has no
 * digit and does not stand in the first line; the rest is the street address. Commas inside a line part it too.
 */
export function addressOfLines(lines: readonly string[]): Address {
  const parts: string[] = [];
  let firstLineParts = 0;
  for (const [index, line] of lines.entries()) {
    addParts(line, parts);
    firstLineParts = index === 0 ? parts.length : firstLineParts;
  }
  while (parts.length > firstLineParts && isCounty(parts.at(-1) ?? '')) {
    parts.pop();
  }
  const last = parts.length > firstLineParts ? parts.at(-1) : undefined;
  const town = last === undefined || digit.test(last) ? null : last;
  return addressOfParts(town === null ? parts : parts.slice(0, -1), town);
}

/** Of an address whose town is known. */
export function addressOfParts(parts: readonly string[], town: string | null): Address {
  return {
    address: parts.length === 0 ? null : wellCased(parts.join(', ')),
    town: town === null ? null : wellCased(town),
  };
}

function addParts(line: string, parts: string[]): void {
  const pieces = line.includes(',') ? line.split(',') : [line];
  for (const piece of pieces) {
    const part = piece.trim();
    if (part !== '') {
      parts.push(part);
    }
  }
}
