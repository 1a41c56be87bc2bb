import { expect, it } from 'vitest';
import { parseSignForm } from './parse-sign-form.ts';

const signed = { declaration: 'accepted', digest: 'a'.repeat(64) };
const read = (day: string, boardApproval: 'not-asked' | 'optional' | 'required') =>
  parseSignForm({ ...signed, 'board-approved-on': day }, { boardApproval }, '2026-05-02');

it.each([
  ['not-asked', '1 May 2026', null],
  ['optional', '1 May 2026', '2026-05-01'],
  ['optional', '', null],
  ['required', '2026-05-02', '2026-05-02'],
] as const)('the approval of a board is %s: %j is read as %j', (boardApproval, typed, boardApprovedOn) => {
  expect(read(typed, boardApproval)).toMatchObject({
    kind: 'ok',
    value: { declarationAccepted: true, digest: signed.digest, boardApprovedOn },
  });
});

it.each([
  ['required', '', 'Enter the day on which a board approved it'],
  ['optional', '3 May 2026', 'The day of the board’s approval must be today or earlier'],
  ['optional', 'soon', /^The day of the board’s approval /],
] as const)('where it is %s, %j is refused', (boardApproval, typed, message) => {
  expect(read(typed, boardApproval)).toMatchObject({
    kind: 'errors',
    errors: [
      { field: 'board-approved-on', message: typeof message === 'string' ? message : expect.stringMatching(message) },
    ],
  });
});
