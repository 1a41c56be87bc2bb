import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fileTypeOf, headBytes, safeFileName, tailBytes, typeOfFile } from './file-type.ts';
import { archiveOf, openDocumentOf } from './testing/archives.ts';

const bytesOf = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

function look(bytes: Buffer, name = 'file') {
  const found = typeOfFile(
    {
      head: bytes.subarray(0, headBytes),
      tail: bytes.subarray(Math.max(0, bytes.length - tailBytes)),
      byteCount: bytes.length,
    },
    name,
  );
  return found.kind === 'taken' ? found.type.id : found.reason;
}

const word = ['[Content_Types].xml', 'word/document.xml'];

describe('what is taken', () => {
  test.each([
    ['pdf', bytesOf('%PDF-1.7\n')],
    ['png', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a])],
    ['jpeg', bytesOf([0xff, 0xd8, 0xff, 0xe0])],
    ['webp', bytesOf('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
    ['heic', bytesOf([0, 0, 0, 24], 'ftypheic')],
    ['docx', archiveOf(word)],
    ['xlsx', archiveOf(['[Content_Types].xml', 'xl/workbook.xml'])],
    ['pptx', archiveOf(['[Content_Types].xml', 'ppt/presentation.xml'])],
    ['odt', openDocumentOf('application/vnd.oasis.opendocument.text')],
    ['ods', openDocumentOf('application/vnd.oasis.opendocument.spreadsheet')],
  ])('%s, by its bytes', (id, bytes) => {
    expect(look(bytes)).toBe(id);
  });

  it('is text where its name says so', () => {
    expect(look(Buffer.from('Minutes of May: £5'), 'minutes.TXT')).toBe('text');
    expect(look(Buffer.from('Minutes of May'), 'minutes')).toContain('must be a PDF');
  });
});

describe('what is refused', () => {
  test.each([
    ['a page', bytesOf('<!doctype html><script>alert(1)</script>'), 'page.txt', 'must be a PDF'],
    ['a drawing', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'a.svg', 'must be a PDF'],
    ['a script', bytesOf('#!/bin/sh\nrm -rf /'), 'run.txt', 'must be a PDF'],
    ['a page after blanks', bytesOf('  \n\t<html>'), 'page.txt', 'must be a PDF'],
    ['a program', bytesOf('MZ', [0x90, 0, 3]), 'report.pdf', 'must be a PDF'],
    ['a film', bytesOf([0, 0, 0, 24], 'ftypisom'), 'film.heic', 'must be a PDF'],
    ['a document before a page', bytesOf('<html>', '%PDF-1.7'), 'a.pdf', 'must be a PDF'],
    ['an old document', bytesOf([0xd0, 0xcf, 0x11, 0xe0]), 'a.doc', 'Office file of the old kind'],
    ['macros', archiveOf([...word, 'word/vbaProject.bin']), 'a.docx', 'It has macros'],
    ['macros of another kind', archiveOf(['mimetype', 'Basic/Standard/Module1.xml']), 'a.odt', 'It has macros'],
    ['an archive', archiveOf(['a.txt']), 'a.zip', 'It is an archive'],
    ['an archive after something', Buffer.concat([archiveOf(word), Buffer.from('<html>')]), 'a.docx', 'cannot be read'],
    ['half an archive', archiveOf(word).subarray(0, 60), 'a.docx', 'cannot be read'],
    ['nothing', Buffer.alloc(0), 'a.pdf', 'is empty'],
  ])('%s', (_what, bytes, name, reason) => {
    expect(look(bytes, name)).toContain(reason);
  });
});

it('answers of any bytes, and reads no further than they go', () => {
  const anyBytes = fc.uint8Array({ maxLength: 200 });
  const likeArchive = anyBytes.map((bytes) => Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes]));
  const withEnd = fc.tuple(anyBytes, fc.uint8Array({ minLength: 22, maxLength: 22 })).map(([bytes, end]) => {
    const made = Buffer.from(end);
    made.write('PK\u0005\u0006', 0, 'latin1');
    made.writeUInt16LE(0, 20);
    return Buffer.concat([Buffer.from('PK\u0003\u0004'), bytes, made]);
  });
  fc.assert(
    fc.property(fc.oneof(anyBytes, likeArchive, withEnd), fc.string(), (bytes, name) => {
      expect(typeof look(Buffer.from(bytes), name)).toBe('string');
    }),
  );
});

it('takes no archive with macros, whatever else is in it', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z/]{1,20}$/)), fc.nat(), (others, place) => {
      const names = [...word, ...others];
      names.splice(place % names.length, 0, 'word/vbaProject.bin');
      expect(look(archiveOf(names))).toContain('It has macros');
    }),
  );
});

describe('the name of a file', () => {
  const pdf = { extensions: ['pdf'] } as const;

  test.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\me\\Board paper.PDF', 'Board paper.pdf'],
    ['report.pdf.exe', 'report.pdf.exe.pdf'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe.pdf'],
    ['a"; filename="b.html', 'a filename=b.html.pdf'],
    ['', 'file.pdf'],
    ['...', 'file.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['Prüfbericht 報告.pdf', 'Prüfbericht 報告.pdf'],
  ])('%s', (name, safe) => {
    expect(safeFileName(name, pdf)).toBe(safe);
  });

  it('is short, of one part and with the right ending, whatever was sent', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constant('x'.repeat(3000))), (name) => {
        const safe = safeFileName(name, pdf);
        expect(safe).toMatch(/^[^/\\\p{C}"]+\.pdf$/u);
        expect([...safe].length).toBeLessThanOrEqual(124);
        expect(safeFileName(safe, pdf)).toBe(safe);
      }),
    );
  });
});

it('knows a type again by what is stored of it', () => {
  expect(fileTypeOf('application/pdf')?.label).toBe('PDF');
  expect(fileTypeOf('text/html')).toBeNull();
});
