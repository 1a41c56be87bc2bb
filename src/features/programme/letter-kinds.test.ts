import fc from 'fast-check';
import { expect, it } from 'vitest';
import { filledIn, placesNamed } from './letter-kinds.ts';

it('puts what is known into its places, and leaves the rest as it is written', () => {
  const text = '{by} asks {organisation}: {link} {by} {other}';
  expect(placesNamed(text)).toEqual(['by', 'organisation', 'link', 'by', 'other']);
  expect(filledIn(text, { by: 'Ann', organisation: 'A trust' })).toBe('Ann asks A trust: {link} Ann {other}');
});

it('puts in whatever somebody typed as they typed it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('{link}', '$&', '{by}')), (reason) => {
      expect(filledIn('<{reason}>', { reason, link: 'elsewhere', by: 'Ann' })).toBe(`<${reason}>`);
    }),
  );
});
