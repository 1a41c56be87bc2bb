import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idOfSending, isId, newId, numberedIds } from './ids.ts';

it('gives what is sent from a form an identifier that is the same for the same content, and for no other', () => {
  const content = fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 });
  fc.assert(
    fc.property(content, content, (one, other) => {
      const form = newId();
      const id = idOfSending(form, one);
      expect(isId(id)).toBe(true);
      expect(id).toMatch(/^.{14}8.{4}[89ab]/);
      expect(idOfSending(form, one)).toBe(id);
      expect(idOfSending(newId(), one)).not.toBe(id);
      expect(idOfSending(form, other) === id).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

it('numbers are given once, by whichever source', () => {
  const sources = [numberedIds(newId), numberedIds(newId)];
  const given = Array.from({ length: 2000 }, (_, index) => sources[index % 2]?.());
  expect(new Set(given).size).toBe(2000);
  expect(given[73]).toMatch(/^[0-9a-f]{12}-11$/);
});
