import { type FileTypeFound, safeFileName } from '../../platform/files/file-type.ts';
import { type FormOutcome, type FormReader, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../platform/forms/typed-day.ts';
import { webAddressProblem } from '../../platform/forms/web-address.ts';
import { formatNumber } from '../../views/format.ts';
import { type EvidenceDetails, evidenceTextLimits, type FileContent, type LinkContent } from './evidence.ts';

/** A file that came with a form. */
export interface FileSent {
  readonly name: string;
  readonly digest: string;
  readonly byteCount: number;
  /** True where it was larger than is taken. */
  readonly isCutShort: boolean;
  readonly found: FileTypeFound;
}

export interface EvidenceForm {
  readonly details: EvidenceDetails;
  /** Null where neither a file nor a link was given, where that is allowed. */
  readonly content: FileContent | LinkContent | null;
  /** Where in it to look for the answer; empty where nothing is said. */
  readonly pageReference: string;
}

interface Expected {
  /** Null where none was chosen. */
  readonly file: FileSent | null;
  /** Whether there must be a file or link: something that is there already may keep its own. */
  readonly needsContent: boolean;
  readonly mostBytes: number;
  readonly today: string;
}

const pageReferenceLimit = 100;

/** Reads a file or link with what is said of it; a file that came with errors is to be chosen again, as no browser keeps one. */
export function parseEvidenceForm(form: PostedForm, expected: Expected): FormOutcome<EvidenceForm> {
  const reader = readForm(form);
  const { file } = expected;
  const url = reader.line('link', { label: 'The link', limit: evidenceTextLimits.link, problem: webAddressProblem });
  const content = contentOf(reader, url, expected);
  const title = reader.line('title', { label: 'The name', limit: evidenceTextLimits.title });
  const effectiveOn = readDay(reader, 'effective', 'The first day', expected.today);
  const expiresOn = readDay(reader, 'expires', 'The last day', expected.today);
  if (effectiveOn !== null && expiresOn !== null && expiresOn < effectiveOn) {
    reader.fail('expires', 'The last day must be the first day or later');
  }
  const pageReference = readPageReference(reader, 'page');
  const outcome = reader.outcome({
    details: { title: title === '' ? nameOf(content) : title, effectiveOn, expiresOn },
    content,
    pageReference,
  });
  if (outcome.kind === 'ok' || file === null || outcome.errors.some(({ field }) => field === 'file')) {
    return outcome;
  }
  const again = { field: 'file', message: 'Choose the file again: a browser keeps none when a form comes back' };
  return { ...outcome, errors: [again, ...outcome.errors] };
}

export function readPageReference(reader: FormReader, field: string): string {
  return reader.line(field, { label: 'The page or part', limit: pageReferenceLimit });
}

function contentOf(
  reader: FormReader,
  url: string,
  { file, needsContent, mostBytes }: Expected,
): EvidenceForm['content'] {
  if (file !== null && url !== '') {
    reader.fail('link', 'Give a file or a link, not both. Add the other one afterwards');
    return null;
  }
  if (file === null) {
    if (url === '' && needsContent) {
      reader.fail('file', 'Choose a file, or give a link');
    }
    return url === '' ? null : { kind: 'link', url };
  }
  if (file.isCutShort) {
    reader.fail(
      'file',
      `The file is larger than ${megabytesInWords(mostBytes)}. Choose a smaller one, or give a link to it`,
    );
    return null;
  }
  if (file.found.kind === 'refused') {
    reader.fail('file', file.found.reason);
    return null;
  }
  const { digest, byteCount, found } = file;
  const fileName = safeFileName(file.name, found.type);
  return { kind: 'file', digest, byteCount, fileName, mediaType: found.type.mediaType };
}

/** What it is called where nobody says. */
function nameOf(content: EvidenceForm['content']): string {
  if (content === null) {
    return '';
  }
  return content.kind === 'file' ? content.fileName.replace(/\.[a-z]+$/, '') : new URL(content.url).host;
}

function readDay(reader: FormReader, field: string, label: string, today: string): string | null {
  const text = reader.line(field, { label, limit: 40 });
  const read = text === '' ? null : readTypedDay(text, today);
  if (read !== null && 'wrong' in read) {
    reader.fail(field, `${label} ${read.wrong}`);
  }
  return read !== null && 'day' in read ? read.day : null;
}

/** `25 MB`: in millions of bytes, as people are told by their devices. */
export function megabytesInWords(bytes: number): string {
  return bytes < 950_000
    ? `${formatNumber(Math.max(1, Math.round(bytes / 1000)))} kB`
    : `${formatNumber(Math.round(bytes / 1_000_000))} MB`;
}
