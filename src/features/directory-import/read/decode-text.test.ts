import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';
import { FaultCollector } from './import-faults.ts';
import { everythingOf, inChunks, refusalOf } from './testing/files.ts';

const decoding = (bytes: Uint8Array, lengths: readonly number[] = []) =>
  decodeText(inChunks(bytes, lengths), new FaultCollector());
const textOf = async (bytes: Uint8Array, lengths?: readonly number[]) =>
  (await everythingOf(decoding(bytes, lengths))).join('');
const faultOf = async (bytes: Uint8Array, lengths?: readonly number[]) =>
  (await refusalOf(decoding(bytes, lengths))).faults[0];

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('decodeText', () => {
  it.each([
    ['ASCII', utf8('Bolton\r\n'), 'Bolton\r\n'],
    ['UTF-8', utf8('Ynys Môn – €5'), 'Ynys Môn – €5'],
    ['UTF-8 with a byte order mark', utf8('\uFEFFYnys Môn'), 'Ynys Môn'],
    ['ASCII with a byte order mark', utf8('\uFEFFa,b'), 'a,b'],
    ['a byte order mark alone behind the first', utf8('\uFEFFa\uFEFFb'), 'a\uFEFFb'],
    ['Windows-1252', latin('King\x92s Lynn, Ynys M\xf4n \x80'), 'King’s Lynn, Ynys Môn €'],
    ['Windows-1252 whose last byte could begin a sequence', latin('caf\xe9'), 'café'],
    ['UTF-16, low byte first', utf16('Môn\n€𝄞'), 'Môn\n€𝄞'],
    ['UTF-16, high byte first', utf16('Môn\n€𝄞').map((_, at, all) => all[at ^ 1] ?? 0), 'Môn\n€𝄞'],
    ['fewer bytes than a byte order mark', utf8('ab'), 'ab'],
  ])('reads %s', async (_, bytes, text) => {
    expect(await textOf(bytes)).toBe(text);
    expect(await textOf(bytes, [1])).toBe(text);
  });

  it.each([
    ['nothing', new Uint8Array(), null, 'the file is empty'],
    ['UTF-16 cut within a character', Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x41), 1, 'UTF-16'],
    ['UTF-16 without a mark', Uint8Array.of(0x41, 0, 0x0a, 0), 1, 'a NUL byte'],
    ['a NUL byte', utf8('a\nb\r\nc\rd\0'), 4, 'a NUL byte'],
    ['a control character', utf8('a\n\u001b'), 2, 'the control character 27'],
    ['Windows-1252 behind UTF-8', Uint8Array.of(...utf8('Môn\r\nb\n'), 0x92), 3, 'begins as UTF-8'],
    ['UTF-8 behind Windows-1252', Uint8Array.of(...latin('King\x92s\n'), ...utf8('Môn')), 2, 'mixes'],
    ['what is not UTF-8 behind a byte order mark', Uint8Array.of(...utf8('\uFEFFa\n'), 0xe9), 2, 'begins as UTF-8'],
    ['UTF-8 cut within a character', utf8('Môn\nMôn').subarray(0, -2), 2, 'begins as UTF-8'],
  ])('refuses %s', async (_, bytes, line, reason) => {
    const fault = { line, column: null, columnName: null, reason: expect.stringContaining(reason) };
    expect(await faultOf(bytes)).toEqual(fault);
    expect(await faultOf(bytes, [1])).toEqual(fault);
  });

  it('reads the same however the bytes are cut', async () => {
    const letters = fc.constantFrom('a', 'B', ',', '\n', '\r', 'é', '’', '€', '𝄞');
    const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { minLength: 1 }), lengths, async (characters, cuts) => {
        const text = characters.join('');
        expect(await textOf(utf8(text), cuts)).toBe(text);
      }),
    );
  });

  it('finds any bytes readable or not, and the same line, however they are cut', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 40 });
    const outcome = async (content: Uint8Array, cuts?: readonly number[]) => {
      try {
        return await textOf(content, cuts);
      } catch (error) {
        return error;
      }
    };
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), async (content, cuts) => {
        const [whole, cut] = [await outcome(content), await outcome(content, cuts)];
        expect(typeof whole).toBe(typeof cut);
        expect(typeof whole === 'string' ? whole : 'refused').toBe(typeof cut === 'string' ? cut : 'refused');
      }),
    );
  });
});
