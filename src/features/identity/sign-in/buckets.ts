import { createHash } from 'node:crypto';
import { networkOf } from '../../../platform/http/network-of.ts';
import { accountRule, networkRule, type WaitRule } from './wait.ts';

/** One thing that failures are counted for. */
export interface Bucket {
  readonly key: string;
  readonly rule: WaitRule;
  /** A success clears the count of an account. That of a network only loses what this attempt added, or anybody with an account could clear it. */
  readonly isClearedBySuccess: boolean;
}

export interface Attempt {
  readonly email: string;
  readonly networkAddress: string;
  /** What the browser carries from when this account last signed in with it; null where it never did. */
  readonly knownBrowser: string | null;
}

/**
 * What an attempt counts for. A browser that the account has signed in with before has a count of its own, so that whoever tries
 * passwords elsewhere does not make the owner wait.
 */
export function bucketsOf({ email, networkAddress, knownBrowser }: Attempt): Bucket[] {
  const account = knownBrowser === null ? `account:${accountDigest(email)}` : `browser:${digestOf(knownBrowser)}`;
  return [
    { key: account, rule: accountRule, isClearedBySuccess: true },
    { key: `network:${digestOf(networkOf(networkAddress))}`, rule: networkRule, isClearedBySuccess: false },
  ];
}

/** Stands for an account whose address is not to be read. */
export function accountDigest(email: string): string {
  return digestOf(email.toLowerCase());
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
