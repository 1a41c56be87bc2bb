import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { takenInWords, typeOfFile } from '../../platform/files/file-type.ts';
import { type FileSent, megabytesInWords, parseEvidenceForm } from './parse-evidence-form.ts';

const pdf: FileSent = {
  name: '../Board paper.pdf',
  digest: 'a'.repeat(64),
  byteCount: 20,
  isCutShort: false,
  found: typeOfFile({ head: Buffer.from('%PDF-1.7'), tail: Buffer.from('%PDF-1.7'), byteCount: 20 }, 'x'),
};
const expected = { file: null, needsContent: true, mostBytes: 25_000_000, today: '2026-11-29' };
const read = (form: Record<string, unknown>, more: Partial<typeof expected | { file: FileSent }> = {}) =>
  parseEvidenceForm(form, { ...expected, ...more });

it('takes a file, named by itself where nobody names it', () => {
  expect(read({ page: ' p. 4 ' }, { file: pdf })).toMatchObject({
    kind: 'ok',
    value: {
      details: { title: 'Board paper', effectiveOn: null, expiresOn: null },
      content: { kind: 'file', fileName: 'Board paper.pdf', mediaType: 'application/pdf' },
      pageReference: 'p. 4',
    },
  });
});

it('takes a link with its days', () => {
  const form = { link: 'https://trust.example/a', effective: '1 May 2026', expires: '30/04/2027' };
  expect(read(form)).toMatchObject({
    kind: 'ok',
    value: {
      details: { title: 'trust.example', effectiveOn: '2026-05-01', expiresOn: '2027-04-30' },
      content: { kind: 'link', url: 'https://trust.example/a' },
    },
  });
});

test.each([
  ['nothing', {}, {}, [['file', 'Choose a file, or give a link']]],
  [
    'both',
    { link: 'https://a.example' },
    { file: pdf },
    [
      ['file', 'Choose the file again'],
      ['link', 'not both'],
    ],
  ],
  ['too large', {}, { file: { ...pdf, isCutShort: true } }, [['file', 'larger than 25 MB']]],
  ['no type', {}, { file: { ...pdf, found: { kind: 'refused', reason: takenInWords } } }, [['file', 'must be a PDF']]],
  ['a script', { link: 'javascript:alert(1)' }, {}, [['link', 'must begin with https']]],
  [
    'days',
    { link: 'https://a.example', effective: '2 May 2026', expires: '1 May 2026' },
    {},
    [['expires', 'first day or later']],
  ],
  [
    'a name of 3,000 letters',
    { link: 'https://a.example', title: 'x'.repeat(3000) },
    {},
    [['title', '200 characters or fewer']],
  ],
] as const)('refuses %s', (_what, form, more, errors) => {
  const outcome = read(form, more as { file: FileSent });
  expect(outcome).toMatchObject({
    kind: 'errors',
    errors: errors.map(([field, message]) => ({ field, message: expect.stringContaining(message) })),
  });
});

it('gives back everything that was typed, and asks for the file again', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ maxLength: 40 }), (expires, page) => {
      const outcome = read({ title: 'A name', expires: `${expires} no day`, page }, { file: pdf });
      expect(outcome.kind).toBe('errors');
      expect(outcome.typed).toMatchObject({ title: 'A name' });
      expect(Object.keys(outcome.typed)).toEqual(
        expect.arrayContaining(['link', 'title', 'effective', 'expires', 'page']),
      );
    }),
  );
});

test.each([
  [1, '1 kB'],
  [1_400, '1 kB'],
  [949_000, '949 kB'],
  [25_000_000, '25 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(megabytesInWords(bytes)).toBe(words);
});
