import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileForm } from '../../features/roadmap/testing/arbitraries.ts';
import { readForm } from './form-reader.ts';

const rule = { label: 'The note', limit: 10 };

describe('reading text', () => {
  it('makes line ends plain, drops control characters and mends half characters', () => {
    const reader = readForm({ note: ' a\r\nb\u0000\rc\uD800 ' });
    expect(reader.outcome(reader.text('note', rule))).toEqual({
      kind: 'ok',
      typed: expect.anything(),
      value: 'a\nb\nc\uFFFD',
    });
  });

  it('makes one line of many where one is asked for', () => {
    expect(readForm({ note: ' a \n b\t c ' }).line('note', rule)).toBe('a b c');
  });

  it.each([
    'a\u200Fb',
    '\u202Eab',
    'a\u2066b\u2069',
    'a\u0007b',
    'a\u0000b',
    '\uFEFFab',
    'a\uFEFFb',
    'a\u00ADb',
    'ab\u3164',
  ])('refuses a line with a character that cannot be seen, and shows it again without: %j', (note) => {
    const reader = readForm({ note });
    reader.line('note', rule);
    const message =
      'The note must not have characters that cannot be seen, such as marks of text direction or spaces of no width';
    expect(reader.outcome(0)).toEqual({
      kind: 'errors',
      errors: [{ field: 'note', message }],
      typed: { note: 'ab' },
    });
  });

  it.each(['אב', 'ab\r\ncd', 'a\tb', 'می\u200Cخ', '👩\u200D🔬'])('takes a line in any writing: %j', (note) => {
    const reader = readForm({ note });
    reader.line('note', rule);
    expect(reader.outcome(0).kind).toBe('ok');
  });

  it.each(['line', 'text'] as const)('takes a %s of which nothing is seen for an empty one', (kind) => {
    const reader = readForm({ note: ' \u3164\u200B\u{E0041} ' });
    expect(reader[kind]('note', { ...rule, required: 'Enter a note' })).toBe('');
    expect(reader.outcome(0)).toMatchObject({ errors: [{ field: 'note', message: 'Enter a note' }] });
  });

  it('keeps in a text of many lines whatever was typed', () => {
    const note = 'a\u00ADb\u200B';
    expect(readForm({ note }).text('note', rule)).toBe(note);
  });

  it('counts characters as people do and says how many there are', () => {
    expect(readForm({ note: '👍'.repeat(10) }).outcome(0).kind).toBe('ok');
    const reader = readForm({ note: '👍'.repeat(11) });
    reader.text('note', rule);
    const errors = [{ field: 'note', message: 'The note must be 10 characters or fewer; it has 11' }];
    expect(reader.outcome(0)).toMatchObject({ kind: 'errors', errors, typed: { note: '👍'.repeat(11) } });
  });

  it('takes a field that was not sent as empty, and does not mistake what objects inherit for a field', () => {
    expect(readForm({}).text('toString', rule)).toBe('');
    const required = readForm({});
    required.text('note', { ...rule, required: 'Enter a note' });
    expect(required.outcome(0)).toMatchObject({ errors: [{ field: 'note', message: 'Enter a note' }] });
  });

  it('refuses a field sent twice and keeps the last text to show again, as everywhere', () => {
    const reader = readForm({ note: ['one', 'two'] });
    reader.text('note', rule);
    expect(reader.outcome(0)).toMatchObject({ kind: 'errors', typed: { note: 'two' } });
  });
});

describe('reading choices', () => {
  it.each([
    ['a', 'a', 0],
    ['', null, 0],
    [undefined, null, 0],
    ['c', null, 1],
    [['a'], null, 1],
    [{ a: 1 }, null, 1],
  ])('one of two: %j', (posted, chosen, errorCount) => {
    const reader = readForm({ pick: posted });
    expect(reader.choice('pick', ['a', 'b'], 'Pick one')).toBe(chosen);
    const outcome = reader.outcome(0);
    expect(outcome.kind === 'errors' ? outcome.errors.length : 0).toBe(errorCount);
  });

  it('says once that a required choice is missing or unknown', () => {
    for (const form of [{}, { pick: 'c' }]) {
      const reader = readForm(form);
      reader.requiredChoice('pick', ['a'], 'Pick one');
      expect(reader.outcome(0)).toMatchObject({ errors: [{ field: 'pick', message: 'Pick one' }] });
    }
  });

  it('takes several in the order offered, each once, and refuses strangers', () => {
    const reader = readForm({ one: 'b', many: ['b', 'a', 'b'], strange: ['a', 'z'] });
    expect(reader.choices('one', ['a', 'b'], '')).toEqual(['b']);
    expect(reader.choices('many', ['a', 'b'], '')).toEqual(['a', 'b']);
    expect(reader.choices('none', ['a', 'b'], '')).toEqual([]);
    expect(reader.outcome(0).kind).toBe('ok');
    reader.choices('strange', ['a', 'b'], 'From the list');
    expect(reader.outcome(0).kind).toBe('errors');
  });
});

describe('reading the revision', () => {
  it.each([
    ['0', 'ok'],
    ['17', 'ok'],
    ['', 'errors'],
    ['-1', 'errors'],
    ['1.5', 'errors'],
    [7, 'errors'],
    [undefined, 'errors'],
    ['99999999999999999999', 'errors'],
  ])('%j', (revision, kind) => {
    const reader = readForm({ revision });
    reader.revision();
    expect(reader.outcome(0).kind).toBe(kind);
  });
});

describe('whatever is posted', () => {
  it('gives storable text and never throws', () => {
    fc.assert(
      fc.property(hostileForm(['note', 'pick', 'many', 'revision']), (form) => {
        const reader = readForm(form);
        const note = reader.text('note', rule);
        reader.choice('pick', ['a'], 'x');
        reader.choices('many', ['a'], 'x');
        reader.revision();
        const outcome = reader.outcome(note);
        expect(note.isWellFormed() && !note.includes('\u0000')).toBe(true);
        if (outcome.kind === 'ok') {
          expect([...outcome.value].length).toBeLessThanOrEqual(rule.limit);
        } else {
          expect(outcome.errors.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('reads its own result to the same text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = readForm({ note: typed }).text('note', rule);
        expect(readForm({ note: once }).text('note', rule)).toBe(once);
      }),
    );
  });
});
