import { describe, expect, it } from 'vitest';
import { readUploadForm, type UploadFields } from './read-upload-form.ts';

const sound: UploadFields = {
  fileName: 'epraccur.csv',
  content: Buffer.from('"A81001"'),
  dated: '2016-02-29',
  layout: '',
};

const errorsOf = (change: Partial<UploadFields>) => {
  const reading = readUploadForm({ ...sound, ...change }, '2016-12-31');
  return reading.kind === 'faulty' ? reading.errors.map(({ field }) => field) : [];
};

describe('the form for a file', () => {
  it('tells the kind of file from its name, unless the person says it', () => {
    expect(readUploadForm(sound, '2016-12-31')).toMatchObject({ kind: 'sound', form: { layout: 'ods-practices' } });
    expect(readUploadForm({ ...sound, layout: 'ods-trusts' }, '2016-12-31')).toMatchObject({
      form: { layout: 'ods-trusts' },
    });
  });

  it.each([
    ['no file', { content: null }, ['file']],
    ['an empty file', { content: Buffer.alloc(0) }, ['file']],
    ['no day', { dated: '' }, ['dated']],
    ['a day that does not exist', { dated: '2016-02-30' }, ['dated']],
    ['a day to come', { dated: '2017-01-01' }, ['dated']],
    ['a file of which nobody says what it is', { fileName: 'stuff.bin' }, ['layout']],
    ['a layout that nobody knows', { fileName: 'stuff.bin', layout: 'none' }, ['layout']],
    ['nothing at all', { content: null, dated: '', fileName: '' }, ['file', 'dated']],
  ])('refuses %s', (_, change, fields) => {
    expect(errorsOf(change)).toEqual(fields);
  });
});
