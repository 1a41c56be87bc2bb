import { expect, it } from 'vitest';
import { readInviteArguments } from './invite-arguments.ts';

const read = (name: string) =>
  readInviteArguments(['--email', 'a.sample@example.nhs.uk', '--name', name, '--role', 'analyst']);

it.each([
  ['Aa\u200Bsha', '--name must not have characters that cannot be seen'],
  ['\u3164', '--name must say who it is'],
])('refuses a name that hides something or is not seen: %j', (name, message) => {
  expect(() => read(name)).toThrow(message);
});

it('takes any other', () => {
  expect(read(' Zoë O’Neill ').name).toBe('Zoë O’Neill');
});
