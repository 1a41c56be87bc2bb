import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pathWithin } from './return-address.ts';

describe('an address to return to', () => {
  test.each([
    ['/workspace', '/workspace'],
    ['/search?q=a%20b&as-at=2016-06-30', '/search?q=a%20b&as-at=2016-06-30'],
    ['/footprints/../workspace', '/workspace'],
    ['/workspace#part', '/workspace'],
    ['/%2F/elsewhere.example', '/%2F/elsewhere.example'],
  ])('%s leads to %s', (wanted, path) => {
    expect(pathWithin(wanted)).toBe(path);
  });

  test.each([
    '',
    'workspace',
    'https://elsewhere.example/',
    'https:elsewhere.example',
    'javascript:alert(1)',
    '//elsewhere.example',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/workspace\r\nset-cookie: a=b',
    '/workspace\u0000',
    '/workspace\u0085',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    `/${'x'.repeat(2000)}`,
  ])('%j leads nowhere', (wanted) => {
    expect(pathWithin(wanted)).toBeNull();
  });

  test('stays on the service whatever is asked for, and can be sent in a header', () => {
    const pieces = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\r',
      '\n',
      '\0',
      '%09',
      '%2F',
      ':',
      '@',
      '?',
      '#',
      'x',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const path = pathWithin(`/${parts.join('')}`);
        if (path !== null) {
          expect(new URL(path, 'https://roadmaps.example/deep/page').host).toBe('roadmaps.example');
          expect(path).toMatch(/^\/[\x21-\x7e]*$/);
        }
      }),
    );
  });
});
