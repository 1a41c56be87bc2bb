import { listOfArchive } from './archive-list.ts';

/** A kind of file that is taken, and how it is named. */
export interface FileType {
  readonly id: string;
  readonly label: string;
  readonly mediaType: string;
  /** Without the dot; the first one is given to a file that bears none of them. */
  readonly extensions: readonly [string, ...string[]];
}

/**
 * Every kind of file that is taken. None of them is one that a browser runs or draws as a page: no HTML, no SVG, no XML, no archive, nothing
 * with macros. Why these: docs/adr/0051-what-a-file-is-and-who-looks-at-it.md.
 */
const types = {
  pdf: { label: 'PDF', mediaType: 'application/pdf', extensions: ['pdf'] },
  png: { label: 'PNG picture', mediaType: 'image/png', extensions: ['png'] },
  jpeg: { label: 'JPEG picture', mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  webp: { label: 'WebP picture', mediaType: 'image/webp', extensions: ['webp'] },
  heic: { label: 'HEIC picture', mediaType: 'image/heic', extensions: ['heic', 'heif'] },
  docx: {
    label: 'Word document',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    label: 'Excel workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    label: 'PowerPoint presentation',
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  odt: {
    label: 'OpenDocument text',
    mediaType: 'application/vnd.oasis.opendocument.text',
    extensions: ['odt'],
  },
  ods: {
    label: 'OpenDocument spreadsheet',
    mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
    extensions: ['ods'],
  },
  odp: {
    label: 'OpenDocument presentation',
    mediaType: 'application/vnd.oasis.opendocument.presentation',
    extensions: ['odp'],
  },
  text: { label: 'plain text', mediaType: 'text/plain; charset=utf-8', extensions: ['txt', 'csv', 'md'] },
} as const satisfies Record<string, Omit<FileType, 'id'>>;

type TypeId = keyof typeof types;

export type FileTypeFound =
  | { readonly kind: 'taken'; readonly type: FileType }
  /** What is wrong with it and what to do, as a sentence without its full stop. */
  | { readonly kind: 'refused'; readonly reason: string };

/** What is looked at of a file: its first bytes, and its last ones, in which an archive says what is in it. */
export interface LookedAt {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  readonly byteCount: number;
}

/** How much of either end it takes. */
export const headBytes = 4096;
export const tailBytes = 1_048_576;

/** The type of this id; null where there is none, or none any more. */
export function fileTypeOf(mediaType: string): FileType | null {
  const found = Object.entries(types).find(([, type]) => type.mediaType === mediaType);
  return found === undefined ? null : { id: found[0], ...found[1] };
}

/**
 * What a file is by its bytes, whatever it is called; text has no mark of its own, so that its name must say that it is one. Nothing is
 * unpacked: an archive is judged by the list of what is in it.
 */
export function typeOfFile(looked: LookedAt, name: string): FileTypeFound {
  const { head } = looked;
  if (looked.byteCount === 0) {
    return refused('The file is empty. Choose another one');
  }
  if (hasMarks(head, [0x50, 0x4b, 0x03, 0x04])) {
    return typeOfArchive(looked);
  }
  const marked = markedType(head);
  if (marked !== null) {
    return taken(marked);
  }
  const old = hasMarks(head, [0xd0, 0xcf, 0x11, 0xe0]);
  if (old) {
    return refused(
      'It is an Office file of the old kind, or one with a password. Save it without a password as .docx, .xlsx, .pptx or PDF',
    );
  }
  const isNamedText = (types.text.extensions as readonly string[]).includes(extensionOf(name));
  return isNamedText && !looksBinary(head) && !looksLikeMarkup(head) ? taken('text') : refused(takenInWords);
}

/** Said of a file that is none of them. */
export const takenInWords =
  'A file must be a PDF, a Word, Excel or PowerPoint file without macros, an OpenDocument file, a JPEG, PNG, WebP or HEIC picture, or plain text. Save it as one of these, PDF for example';

function taken(id: TypeId): FileTypeFound {
  return { kind: 'taken', type: { id, ...types[id] } };
}

function refused(reason: string): FileTypeFound {
  return { kind: 'refused', reason };
}

function markedType(head: Uint8Array): TypeId | null {
  if (hasText(head, '%PDF-', 0)) {
    return 'pdf';
  }
  if (hasMarks(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    return 'png';
  }
  if (hasMarks(head, [0xff, 0xd8, 0xff])) {
    return 'jpeg';
  }
  if (hasText(head, 'RIFF', 0) && hasText(head, 'WEBP', 8)) {
    return 'webp';
  }
  const isHeic = hasText(head, 'ftyp', 4) && heicBrands.some((brand) => hasText(head, brand, 8));
  return isHeic ? 'heic' : null;
}

/** Brands of the pictures that telephones take; those of films, which begin alike, are not among them. */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'mif1'];

/** A document of some thousand pictures has fewer. */
const MOST_ENTRIES = 10_000;

const UNREADABLE =
  'It looks like an Office file, but the list of what is in it cannot be read. Open it, save it anew, and choose it again';

function typeOfArchive(looked: LookedAt): FileTypeFound {
  const list = listOfArchive(looked.tail, looked.byteCount, MOST_ENTRIES);
  if (list === null) {
    return refused(UNREADABLE);
  }
  const names = list.entries.map(({ name }) => name);
  const has = (name: string) => names.includes(name);
  if (names.some((name) => /vbaproject|^xl\/macrosheets\/|activex|^basic\/|^scripts\//i.test(name))) {
    return refused('It has macros, which are not taken. Save it without macros, or as PDF');
  }
  const office = has('[Content_Types].xml')
    ? officeParts.find(([part]) => has(part))?.[1]
    : openDocuments.find((id) => hasText(looked.head, `mimetype${types[id].mediaType}`, 30));
  return office === undefined ? refused('It is an archive. Choose the files in it one by one') : taken(office);
}

const officeParts: readonly (readonly [string, TypeId])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
];

/** The first thing in such a file is its media type, stored as it is. None of them begins as another does. */
const openDocuments: readonly TypeId[] = ['odt', 'ods', 'odp'];

function hasMarks(bytes: Uint8Array, marks: readonly number[]): boolean {
  return marks.every((mark, index) => bytes[index] === mark);
}

function hasText(bytes: Uint8Array, text: string, at: number): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));
}

/** No text has these. */
function looksBinary(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127);
}

/** Pages, drawings and scripts that somebody named as text are not what they say. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  return /^\s*(<|#!)/.test(new TextDecoder().decode(bytes.subarray(0, 512)));
}

/** In small letters, without its dot; empty where there is none. */
function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}

const LONGEST_NAME = 120;

/**
 * A name that is safe to give a file when somebody saves it: no path, nothing that cannot be seen, no more letters than systems take, and
 * the ending of what it is.
 */
export function safeFileName(name: string, { extensions }: Pick<FileType, 'extensions'>): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    // How browsers send a quotation mark.
    .replaceAll(/%22/g, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, '')
    .replaceAll(/[<>:"|?*%`;]/g, '')
    .replaceAll(/ +/g, ' ')
    // What was taken out may have kept a letter from its accent.
    .normalize('NFC')
    .replace(/^[. ]+/, '');
  const ending = extensions.find((each) => each === extensionOf(plain)) ?? extensions[0];
  const stem = extensionOf(plain) === ending ? plain.slice(0, -ending.length - 1) : plain;
  const short = [...stem]
    .slice(0, LONGEST_NAME)
    .join('')
    .replace(/[. ]+$/, '');
  return `${short === '' ? 'file' : short}.${ending}`;
}
