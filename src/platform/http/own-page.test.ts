import { describe, expect, it } from 'vitest';
import { isFromOwnPage } from './own-page.ts';

const own = ['roadmaps.example', '127.0.0.1:3000'];

describe('isFromOwnPage', () => {
  it.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://roadmaps.example' }, false],
    [{ 'sec-fetch-site': 'same-site', origin: 'https://other.example' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'https://roadmaps.example' }, true],
    [{ origin: 'http://127.0.0.1:3000', referer: 'https://evil.example/' }, true],
    [{ origin: 'http://127.0.0.1:3001' }, false],
    [{ origin: 'https://roadmaps.example.evil.example' }, false],
    [{ origin: 'https://evil.example', referer: 'https://roadmaps.example/x' }, false],
    [{ origin: 'null', referer: 'https://roadmaps.example/x' }, false],
    [{ referer: 'https://roadmaps.example/workspace' }, true],
    [{ referer: 'https://evil.example/?https://roadmaps.example/' }, false],
    [{ referer: 'nonsense' }, false],
    [{}, false],
  ])('%j: %s', (headers, expected) => {
    expect(isFromOwnPage(headers, own)).toBe(expected);
  });
});
