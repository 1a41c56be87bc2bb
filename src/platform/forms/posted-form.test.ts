import { describe, expect, test } from 'vitest';
import { errorOf, postedForm, textOf, textsOf } from './posted-form.ts';

describe('a posted form', () => {
  test.each([[null], [undefined], ['text'], [7], [['a']]])('that is no form at all is an empty one: %j', (body) => {
    expect(postedForm(body)).toEqual({});
  });

  test('is taken as it came', () => {
    expect(postedForm({ name: 'Ada' })).toEqual({ name: 'Ada' });
  });
});

describe('one value of a field', () => {
  test.each([
    ['is trimmed', { note: '  two words ' }, 'two words'],
    ['has plain line ends', { note: 'one\r\ntwo' }, 'one\ntwo'],
    ['has no zero bytes', { note: 'a\0b' }, 'ab'],
    ['has no control characters', { note: 'a\u0007b\u009f' }, 'ab'],
    ['has no half of a letter', { note: 'a\ud800b' }, 'a\ufffdb'],
    ['is the last of several', { note: ['first', 'last'] }, 'last'],
    ['is empty when the field is missing', {}, ''],
    ['is empty when it is no text', { note: { nested: 'x' } }, ''],
    ['is empty when the last of several is no text', { note: ['x', null] }, ''],
  ])('%s', (_case, form, expected) => {
    expect(textOf(form, 'note')).toBe(expected);
  });
});

describe('every value of a field', () => {
  test.each([
    ['one', { group: 'records' }, ['records']],
    ['several', { group: ['records', 'orders'] }, ['records', 'orders']],
    ['none', {}, []],
    ['without control characters', { group: ['\0', 'a\0b\u001b'] }, ['ab']],
    ['only the texts', { group: ['records', '', 7, null] }, ['records']],
  ])('%s', (_case, form, expected) => {
    expect(textsOf(form, 'group')).toEqual(expected);
  });
});

test('the first error of a field is the one shown beside it', () => {
  const errors = [
    { field: 'title', message: 'Enter a title' },
    { field: 'title', message: 'Title is too short' },
  ];
  expect(errorOf(errors, 'title')).toBe('Enter a title');
  expect(errorOf(errors, 'year')).toBeUndefined();
});
