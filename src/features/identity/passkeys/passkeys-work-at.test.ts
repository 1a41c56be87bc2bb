import { expect, it } from 'vitest';
import { passkeysWorkAt } from './passkeys-work-at.ts';

it.each([
  ['https://roadmaps.example', true],
  ['https://roadmaps.example:8443', true],
  ['http://localhost:3000', true],
  ['http://roadmaps.example', false],
  ['http://127.0.0.1:3000', false],
  ['https://192.0.2.7', false],
  ['https://[2001:db8::7]', false],
])('passkeys at %s: %s', (publicUrl, works) => {
  expect(passkeysWorkAt(publicUrl)).toBe(works);
});
