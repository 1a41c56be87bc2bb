import { createElement } from 'react';
import { expect, test } from 'vitest';

test('pages are tested with the build of React that serves them; the other one makes tests many times slower', () => {
  expect(createElement('p')).not.toHaveProperty('_debugStack');
});
