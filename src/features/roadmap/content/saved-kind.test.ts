import { expect, it } from 'vitest';
import { z } from 'zod';
import { kindOfSubject, readStored, type SavedKind, subjectOf } from './saved-kind.ts';

const save = (content: unknown, shapeVersion: number) => ({ content, shapeVersion });

/** A kind whose first version had no place for a note. */
const noted: SavedKind<{ title: string; note: string }> = {
  subject: 'noted',
  stored: {
    version: 2,
    schema: z.strictObject({ title: z.string(), note: z.string() }),
    fromOlder: (content) => ({ ...z.looseObject({}).parse(content), note: '' }),
  },
};

it('reads content in the words of the shape, from whichever version it was saved in', () => {
  expect(readStored(noted, save({ title: 'One', note: 'Two' }, 2))).toEqual({ title: 'One', note: 'Two' });
  expect(readStored(noted, save({ title: 'One' }, 1))).toEqual({ title: 'One', note: '' });
  expect(readStored(noted, save(null, 1))).toBeNull();
});

it('refuses what no version of the shape allows', () => {
  expect(() => readStored(noted, save({ title: 'One' }, 2))).toThrow('note');
  expect(() => readStored(noted, save({ title: 'One', note: '', hidden: 'Three' }, 2))).toThrow('hidden');
});

it('names a save by its kind, and by its id where there are several', () => {
  expect([subjectOf(noted, ''), subjectOf(noted, 'a')]).toEqual(['noted', 'noted:a']);
  expect(['noted', 'noted:a'].map(kindOfSubject)).toEqual(['noted', 'noted']);
});
