import { expect, it } from 'vitest';
import { whyNotSent } from './why-not-sent.ts';

it.each([
  ['connect ECONNREFUSED 127.0.0.1:1', 'No mail server answers at this address: connect ECONNREFUSED 127.0.0.1:1'],
  ['getaddrinfo ENOTFOUND mail.example', 'No mail server answers at this address: getaddrinfo ENOTFOUND mail.example'],
  ['550 no such mailbox', 'The mail server said: 550 no such mailbox'],
])('of “%s” is said: %s', (reason, said) => {
  expect(whyNotSent(reason)).toBe(said);
});
