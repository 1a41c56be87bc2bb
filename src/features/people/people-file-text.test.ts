import { expect, it } from 'vitest';
import { peopleFileText } from './people-file-text.ts';

it.each([
  ['UTF-8', new TextEncoder().encode('email,name\nz@example.nhs.uk,Zoë'), 'email,name\nz@example.nhs.uk,Zoë'],
  ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x65), 'e'],
  ['an older spreadsheet', Uint8Array.of(0x5a, 0x6f, 0xeb), 'Zoë'],
])('reads %s', (_what, content, text) => {
  expect(peopleFileText(content)).toEqual({ kind: 'text', text });
});

it.each([
  ['no file', undefined, 'Choose a file that is not empty'],
  ['an empty one', new Uint8Array(), 'Choose a file that is not empty'],
  ['a workbook', Uint8Array.of(0x50, 0x4b, 0x03, 0x04), 'save the sheet as CSV'],
])('says what to do with %s', (_what, content, words) => {
  const read = peopleFileText(content);
  expect(read.kind === 'wrong' && read.message).toContain(words);
});
