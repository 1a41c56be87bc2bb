import fc from 'fast-check';
import { expect, it } from 'vitest';
import { idOfSending, isId, newId } from './ids.ts';

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
