import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHidden, looksEmpty, withoutHidden } from './hidden-characters.ts';

const flagOfEngland = '\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}';

describe('characters of which nothing is seen', () => {
  it.each([
    ['a soft hyphen', '\u00AD'],
    ['a space of no width', '\u200B'],
    ['a word joiner', '\u2060'],
    ['a mark of the order of bytes', '\uFEFF'],
    ['fillers of Hangul', '\u115F\u1160\u3164\uFFA0'],
    ['a form of an emoji without one', '\uFE0F'],
    ['a joiner of graphemes', '\u034F'],
    ['tags', '\u{E0001}\u{E0041}\u{E007F}'],
    ['more forms of characters', '\u{E0100}'],
    ['marks of direction', '\u200E\u200F\u061C\u202A\u202E\u2066\u2069'],
    ['joiners between Latin letters', '\u200C\u200D'],
    ['an empty pattern of Braille', '\u2800'],
    ['marks of annotation', '\uFFF9\uFFFA\uFFFB'],
    ['joiners between letters that join by themselves', '\u200D'],
    ['what is no character', '\uFFFF\uFDD0'],
    ['shapes of music, hieroglyphs and Khitan', '\u{1D159}\u{13440}\u{16FE4}'],
    ['control characters', '\u0000\u0007\u0085'],
    ['what is ignored and not given out yet', '\u2065\u{E0FFF}'],
  ])('are found and taken away: %s', (_what, text) => {
    expect(hasHidden(`North${text}vale`)).toBe(true);
    expect(withoutHidden(`North${text}vale`)).toBe('Northvale');
    expect(looksEmpty(` ${text}\u00A0`)).toBe(true);
  });

  it.each([
    ['Persian', 'می\u200Cخواهم'],
    ['Sinhala', 'ශ්\u200Dරී'],
    ['Malayalam at the end of a word', 'അവന്\u200D വന്നു'],
    ['Hindi', 'क्\u200Cष'],
    ['a variant of a Han character', '葛\u{E0100}城'],
    ['a scientist', '👩\u200D🔬'],
    ['a red heart', 'We ❤\uFE0F Leeds'],
    ['a sign as a letter', '☎\uFE0E'],
    ['a Persian ordinal', '۵\u200Cم'],
    ['a keycap', '1\uFE0F\u20E3'],
    ['the flag of England', flagOfEngland],
    ['accents, other spaces and lines', 'Rhys\u00A0Mo\u0302n\r\nÉire\tפשוט'],
  ])('are not what a language or a picture needs: %s', (_what, text) => {
    expect(withoutHidden(text)).toBe(text);
    expect(looksEmpty(text)).toBe(false);
  });

  it('are taken away where what needs them is not there', () => {
    expect(withoutHidden('👩\u200D')).toBe('👩');
    expect(withoutHidden('🏥\u200D🏥')).toBe('🏥🏥');
    expect(withoutHidden('مح\u200Dمد')).toBe('محمد');
    expect(withoutHidden('ก\u200Dข')).toBe('กข');
    expect(withoutHidden('\u{1F3F4}\u{E0078}\u{E0079}\u{E007A}\u{E007F}')).toBe('\u{1F3F4}');
    expect(withoutHidden(`${flagOfEngland}\u{E0067}`)).toBe(flagOfEngland);
    expect(withoutHidden('می\u200C')).toBe('می');
  });

  it('are taken away without anything that is seen', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x10_ff_ff })), (codes) => {
        const text = String.fromCodePoint(...codes);
        const cleaned = withoutHidden(text);
        expect(looksEmpty(cleaned)).toBe(looksEmpty(text));
        expect(cleaned.length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
