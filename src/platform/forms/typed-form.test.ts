import { describe, expect, it } from 'vitest';
import { typedList, typedText } from './typed-form.ts';

describe('reading what was typed', () => {
  it('gives nothing for a field that was not sent', () => {
    expect(typedText({}, 'title')).toBe('');
    expect(typedList({}, 'supports')).toEqual([]);
  });

  it('takes one text for a list of one, and the last of several', () => {
    expect(typedList({ supports: 'A' }, 'supports')).toEqual(['A']);
    expect(typedText({ supports: ['A', 'I'] }, 'supports')).toBe('I');
  });
});
