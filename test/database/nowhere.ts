import { expect } from 'vitest';

/**
 * What an answer may not hold anywhere, in a hidden field, a script or an attribute either: a secret, a name, markup that somebody
 * typed.
 */
export function expectNowhere({ body }: { readonly body: string }, ...texts: readonly string[]): void {
  expect(texts.filter((text) => body.includes(text))).toEqual([]);
}
