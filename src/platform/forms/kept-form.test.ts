import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepForm, readKept, typedTexts, writeKept } from './kept-form.ts';

const address = '/workspace/roadmaps/northvale/parts/vision';

describe('a kept form', () => {
  it('is read back as it was, whatever was typed', () => {
    const text = fc.string({ unit: 'binary' });
    const posted = fc.dictionary(fc.string(), fc.oneof(text, fc.array(text, { maxLength: 3 })));
    fc.assert(
      fc.property(posted, (form) => {
        const kept = keepForm(address, form);
        expect(readKept(writeKept(kept))).toEqual(kept);
        const all = Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
        const frame = all.filter(([name]) => name === '_csrf' || name === '_by' || /password/i.test(name ?? ''));
        expect(kept.fields).toHaveLength(all.length - frame.length);
      }),
    );
  });

  it('never holds a token, a password or a file', () => {
    const kept = keepForm(address, {
      _csrf: 'secret',
      'new-Password': 'secret',
      file: Buffer.from('secret'),
      body: 'words',
    });
    expect(kept.fields).toEqual([['body', 'words']]);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"address":"//evil.example/","fields":[],"by":""}',
    '{"address":"/\\t/evil.example/","fields":[],"by":""}',
    '{"address":"/\\\\evil.example","fields":[],"by":""}',
    '{"address":"https://evil.example","fields":[],"by":""}',
    '{"address":"/x","fields":[["a"]],"by":""}',
  ])('is not read from %j', (text) => {
    expect(readKept(text)).toBeNull();
  });

  it('shows what was typed and not what the page was made from', () => {
    const form = {
      _by: 'Sam',
      revision: '3',
      'revision-SA1': '2',
      'draft-revision': '4',
      'local-heading': 'Our ambition',
      'comment-SA1': 'So',
      empty: ' ',
    };
    expect(typedTexts(keepForm(address, form))).toEqual([
      { label: 'Local heading', text: 'Our ambition' },
      { label: 'Comment SA1', text: 'So' },
    ]);
  });
});
