import { expect, it } from 'vitest';
import { isOld } from './confirming.ts';

const createdAt = new Date('2027-01-01T09:00:00Z');
const after = (seconds: number) => new Date(createdAt.getTime() + 1000 * seconds);

it.each([
  ['within its minutes', false, 900, false],
  ['after them', false, 901, true],
  ['of an invented person, ever', true, 90_000, false],
] as const)('a session %s', (_when, isPersona, seconds, old) => {
  expect(isOld({ createdAt, isPersona }, 900, after(seconds))).toBe(old);
});
