import { randomInt } from 'node:crypto';

/** Letters and digits that are not taken for one another when written by hand or read out. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A random password of twenty characters in groups of five, such as `k7mq2-…`: about 99 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
