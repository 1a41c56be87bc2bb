import { expect, test } from 'vitest';
import { cookieRules } from './cookie-rules.ts';

test.each([
  [null, false, 'ldr-csrf'],
  [null, true, 'ldr-demo-csrf'],
  ['https://roadmaps.example', false, '__Host-ldr-csrf'],
  ['https://roadmaps.example', true, '__Host-ldr-demo-csrf'],
])(
  'at %s, where it is %s that this is the demonstration, a cookie is called %s',
  (publicUrl, isDemonstration, name) => {
    expect(cookieRules({ publicUrl, isDemonstration }).nameOf('csrf')).toBe(name);
  },
);
