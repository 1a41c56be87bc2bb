/**
 * Characters of which nothing is seen: two names could look the same by them, one could look empty, and text could hide in one. What a
 * language or a picture needs is not among them where it belongs: a joiner between letters that join or in an emoji, a form of a Han
 * character, the flags of parts of a country.
 */

/** What Unicode calls so, and what only shapes or fills: in Braille, notes, music, hieroglyphs and Khitan. */
const nothingSeen = String.raw`\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2800\uFFF9-\uFFFB\u{1D159}\u{13430}-\u{1345F}\u{16FE4}`;

/** White space is seen, by its room; a mark of the order of bytes counts as white space to JavaScript alone. */
const hidden = String.raw`(?:(?!\s)[${nothingSeen}]|\uFEFF)`;

const joining = String.raw`[[\p{L}\p{M}]&&[${[
  ['Adlm', 'Arab', 'Mand', 'Mong', 'Nkoo', 'Phag', 'Rohg', 'Syrc'],
  [
    'Beng',
    'Deva',
    'Gujr',
    'Guru',
    'Khmr',
    'Knda',
    'Laoo',
    'Mlym',
    'Mymr',
    'Orya',
    'Sinh',
    'Taml',
    'Telu',
    'Thai',
    'Tibt',
  ],
]
  .flat()
  .map((script) => String.raw`\p{Script_Extensions=${script}}`)
  .join('')}]]`;

/** Signs that mute a vowel: a joiner after one shapes the consonant before, at the end of a word too. */
const mute = String.raw`[\u094D\u09CD\u0A4D\u0ACD\u0B4D\u0BCD\u0C4D\u0CCD\u0D4D\u0DCA\u1039\u103A\u17D2]`;

const needed = [
  // Pictures that are known to be made of several signs, flags among them; and a sign as a picture or as a letter.
  String.raw`\p{RGI_Emoji}`,
  String.raw`\p{Extended_Pictographic}[\uFE0E\uFE0F]`,
  // Letters that join do so by themselves: what parts them is seen, and what joins them is not.
  String.raw`(?<=${joining}|\p{Nd})\u200C(?=${joining})`,
  String.raw`(?<=${mute})[\u200C\u200D]`,
  String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=\p{Script=Mongolian})[\u180B-\u180F]`,
].join('|');

const anyHidden = new RegExp(hidden, 'u');
const neededOrHidden = new RegExp(`(${needed})|${hidden}`, 'gv');
const somethingSeen = new RegExp(String.raw`[^\s${nothingSeen}]`, 'u');

/** The text without characters of which nothing is seen. */
export function withoutHidden(text: string): string {
  // Hardly any text has anything to look at.
  return anyHidden.test(text) ? text.replaceAll(neededOrHidden, (_, kept: string | undefined) => kept ?? '') : text;
}

export function hasHidden(text: string): boolean {
  return withoutHidden(text) !== text;
}

/** True where nothing of the text is seen, whatever it holds. */
export function looksEmpty(text: string): boolean {
  return !somethingSeen.test(text);
}
