/**
 * Characters of which nothing is seen: two names could look the same by them, one could look empty, and text could hide in one. What a
 * language or a picture needs is not among them where it belongs: a joiner between letters that join or in an emoji, a form of a Han
 * character, the flags of parts of a country.
 */

/** White space is seen, by its room; a mark of the order of bytes counts as white space to JavaScript alone. */
const hidden = String.raw`(?:(?!\s)[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2800\uFFF9-\uFFFB]|\uFEFF)`;

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

/** One picture, with its colour or its form; several are joined to one. The tags of a flag spell a part of a country, in at most six. */
const picture = String.raw`(?:\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?)`;

const needed = [
  String.raw`${picture}(?:\u200D${picture})*`,
  String.raw`[0-9#*]\uFE0F\u20E3`,
  String.raw`(?<=${joining})[\u200C\u200D](?=${joining})`,
  String.raw`(?<=${mute})[\u200C\u200D]`,
  String.raw`(?<=\p{Script=Han})[\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=\p{Script=Mongolian})[\u180B-\u180F]`,
].join('|');

const anyHidden = new RegExp(hidden, 'u');
const neededOrHidden = new RegExp(`(${needed})|${hidden}`, 'gv');
const somethingSeen = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2800\uFFF9-\uFFFB]/u;
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
