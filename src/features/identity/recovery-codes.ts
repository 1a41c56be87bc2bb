/** Small letters and figures that nobody takes for one another, read or written: no i, l and 1, no o and 0. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeCount = 10;
const groups = 3;
const groupLength = 4;

/** Codes to stand in for a second factor, such as `h7kw-pq2m-x9dt`. `pick`: a secret whole number from 0 to below its argument. */
export function makeRecoveryCodes(pick: (below: number) => number): string[] {
  const group = () => Array.from({ length: groupLength }, () => alphabet.charAt(pick(alphabet.length))).join('');
  return Array.from({ length: codeCount }, () => Array.from({ length: groups }, group).join('-'));
}

/** A code as it is kept, however it was copied from paper. Codes of earlier versions have other lengths, and capitals that count. */
export function recoveryCodeTyped(typed: string): string {
  const bare = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return bare.length === groups * groupLength ? (bare.match(/.{4}/g) ?? []).join('-') : typed;
}
