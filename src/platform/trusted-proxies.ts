import { isIP } from 'node:net';

/**
 * Which proxies may say where a request came from: those at these addresses or in these blocks, or this many, counted from the
 * service outwards. Null where there is none, and the address of the connection is the caller's.
 */
export type TrustedProxies = readonly string[] | number | null;

/** More than a few proxies one behind another is a number meant for something else. */
const MOST_HOPS = 10;

/** Names of blocks that stand for well-known ranges. */
const namedBlocks = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Reads `0`, a number of hops, or a list of addresses, blocks and their names with commas between. */
export function parseTrustedProxies(text: string): TrustedProxies | 'wrong' {
  if (/^\d+$/.test(text)) {
    const hops = Number(text);
    return hops === 0 ? null : hops <= MOST_HOPS ? hops : 'wrong';
  }
  const blocks = text.split(',').map((block) => block.trim());
  return blocks.every(isBlock) ? blocks : 'wrong';
}

/** An address, or one with the length of its block; a length of 0 would be everybody. */
function isBlock(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) >= 1 && Number(length) <= bits);
  return namedBlocks.has(text) || (rest.length === 0 && bits > 0 && isLength);
}

/**
 * The same for the web framework. A number of hops is a function here, because the framework trusts nobody where it is given a
 * number: hop 0 is the connection, and what each trusted hop adds to `x-forwarded-for` stands to the right of what it was sent.
 */
export function trustOf(proxies: TrustedProxies): false | string[] | ((address: string, hop: number) => boolean) {
  if (proxies === null) {
    return false;
  }
  return typeof proxies === 'number' ? (_address, hop) => hop < proxies : [...proxies];
}
