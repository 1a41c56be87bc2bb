import { expect, test } from 'vitest';
import { answeredIn, marksIn, targetsSince } from './answered-cookie.ts';

const contact = 'ldr-answered=a-1%20%2Fcontact%3Ftopic%3Da';

test.each([
  ['', []],
  ['ldr-csrf=a; other=b', []],
  [`${contact}; ldr-csrf=a`, [['a-1', '/contact?topic=a']]],
  ['a=b; __Host-ldr-demo-answered=a-2%20%2Fcontact', [['a-2', '/contact']]],
  ['ldr-answered=%E0%A4%A', []],
  ['ldr-answered=%2Fcontact', []],
  ['not-ldr-answered=a-1%20%2Fcontact', []],
])('in the cookies “%s” the forms taken are %j', (cookies, found) => {
  expect(answeredIn(cookies).map(({ mark, target }) => [mark, target])).toEqual(found);
});

test('what was taken before a form was sent says nothing of it', () => {
  const later = contact.replace('a-1', 'a-2');
  expect([...targetsSince(marksIn(''), contact)]).toEqual(['/contact?topic=a']);
  expect([...targetsSince(marksIn(contact), contact)]).toEqual([]);
  expect([...targetsSince(marksIn(contact), later)]).toEqual(['/contact?topic=a']);
});
