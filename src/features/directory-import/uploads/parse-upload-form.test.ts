import { describe, expect, it } from 'vitest';
import { parseUploadForm } from './parse-upload-form.ts';

const sound = { dated: '2016-02-29', layout: '' };
const file = { name: 'epraccur.csv', content: Buffer.from('"A81001"') };
const unknown = { ...file, name: 'stuff.bin' };
const empty = { ...file, content: Buffer.alloc(0) };

describe('the form for a file', () => {
  it('tells the kind of file from its name, unless the person says it', () => {
    expect(parseUploadForm(sound, file, '2016-12-31')).toMatchObject({
      kind: 'ok',
      value: { layout: 'ods-practices' },
    });
    expect(parseUploadForm({ ...sound, layout: 'ods-trusts' }, file, '2016-12-31')).toMatchObject({
      value: { layout: 'ods-trusts' },
    });
  });

  it.each([
    ['no file', {}, undefined, ['file']],
    ['an empty file', {}, empty, ['file']],
    ['no day', { dated: '' }, file, ['dated']],
    ['a day that does not exist', { dated: '2016-02-30' }, file, ['dated']],
    ['a day to come', { dated: '2017-01-01' }, file, ['dated']],
    ['a day sent twice', { dated: ['2016-02-29', '2016-02-29'] }, file, ['dated']],
    ['a file of which nobody says what it is', {}, unknown, ['layout']],
    ['a layout that nobody knows', { layout: 'none' }, unknown, ['layout']],
    ['nothing at all', { dated: '' }, undefined, ['file', 'dated']],
  ])('refuses %s', (_, change, sent, fields) => {
    const parsed = parseUploadForm({ ...sound, ...change }, sent, '2016-12-31');
    const errors = parsed.kind === 'errors' ? parsed.errors : [];
    expect([...new Set(errors.map(({ field }) => field))]).toEqual(fields);
  });

  it('keeps what was typed for the page that tells what is wrong', () => {
    const typed = { dated: '30 Februry 2016', layout: 'ods-trusts' };
    expect(parseUploadForm(typed, file, '2016-12-31')).toMatchObject({ kind: 'errors', typed });
  });
});
