import { describe, expect, it } from 'vitest';
import { formAfter, parseReleaseForm } from './parse-release-form.ts';

const sound = {
  series: 'made-up',
  version: '2',
  title: 'Made-up results',
  publisher: 'Nobody',
  'published-on': '31 January 2031',
  standing: 'official',
};
const file = { fileName: 'results.csv', content: Buffer.from('a') };
const today = '2031-12-31';

describe('the form for a release', () => {
  it('is read with what may be left open', () => {
    expect(parseReleaseForm(sound, file, today)).toMatchObject({
      kind: 'ok',
      value: {
        fileName: 'results.csv',
        details: {
          ...{ series: 'made-up', version: 2, title: 'Made-up results', publisher: 'Nobody' },
          ...{ publishedOn: '2031-01-31', url: null, licence: 'Not stated', standing: 'official', note: '' },
        },
      },
    });
  });

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['a name that makes no address', { series: 'Made up' }, ['series']],
    ['a version that counts nothing', { version: '0' }, ['version']],
    ['a day to come', { 'published-on': '2032-01-01' }, ['published-on']],
    ['a day that there is not', { 'published-on': '2031-02-30' }, ['published-on']],
    ['an address of no page', { url: 'javascript:alert(1)' }, ['url']],
    ['a standing that nobody knows', { standing: 'illustrative' }, ['standing']],
    [
      'nothing at all',
      { series: '', version: '', title: ' ', publisher: '', 'published-on': '', standing: '' },
      ['series', 'version', 'title', 'publisher', 'published-on', 'standing'],
    ],
  ])('refuses %s', (_, change, fields) => {
    const outcome = parseReleaseForm({ ...sound, ...change }, file, today);
    expect(outcome.kind === 'errors' ? outcome.errors.map(({ field }) => field) : []).toEqual(fields);
  });

  it('refuses an empty file', () => {
    for (const content of [null, Buffer.alloc(0)]) {
      expect(parseReleaseForm(sound, { fileName: '', content }, today)).toMatchObject({ errors: [{ field: 'file' }] });
    }
  });

  it('has what the version before said, under the next number', () => {
    const outcome = parseReleaseForm(sound, file, today);
    const before = outcome.kind === 'ok' ? outcome.value.details : null;
    expect(formAfter(before)).toMatchObject({ series: 'made-up', version: '3', title: 'Made-up results', url: '' });
    expect(formAfter(null)).toEqual({ standing: 'official' });
  });
});
