import { describe, expect, test } from 'vitest';
import { allowedMethods } from './allowed-methods.ts';

const routes = [
  { method: 'GET', url: '/' },
  { method: 'HEAD', url: '/' },
  { method: 'GET', url: '/footprints/:slug' },
  { method: 'GET', url: '/footprints/compare' },
  { method: 'POST', url: '/footprints/:slug/roadmap' },
  { method: 'GET', url: '/footprints/:slug/roadmap' },
  { method: 'GET', url: '/assets/*' },
];

describe('the methods a path takes', () => {
  test.each([
    ['/', ['GET', 'HEAD']],
    ['/footprints/doncaster', ['GET']],
    ['/footprints/doncaster/', ['GET']],
    ['/footprints/compare', ['GET']],
    ['/footprints/doncaster/roadmap', ['POST', 'GET']],
    ['/assets/main.css', ['GET']],
    ['/assets/deep/main.css', ['GET']],
    ['/footprints/', []],
    ['/footprints//roadmap', []],
    ['/footprints', []],
    ['/elsewhere', []],
    ['', ['GET', 'HEAD']],
  ])('%s', (path, expected) => {
    expect(allowedMethods(routes, path)).toEqual(expected);
  });
});
