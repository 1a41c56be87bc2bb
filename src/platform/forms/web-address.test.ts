import { expect, test } from 'vitest';
import { webAddressProblem } from './web-address.ts';

test.each([
  ['https://trust.example/board/2026-05.pdf#page=4', null],
  ['http://intranet/strategy', null],
  ['javascript:alert(1)', 'must begin with https'],
  ['java\tscript:alert(1)', 'must begin with https'],
  ['data:text/html,<script>', 'must begin with https'],
  ['https:trust.example', 'must begin with https'],
  ['//trust.example', 'must begin with https'],
  ['www.trust.example', 'must begin with https'],
  ['https://me:secret@trust.example', 'name or password'],
])('%s', (text, problem) => {
  expect(webAddressProblem(text)).toEqual(problem === null ? null : expect.stringContaining(problem));
});
