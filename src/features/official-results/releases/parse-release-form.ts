import { type FormOutcome, type FormReader, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../../platform/forms/typed-day.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { webAddressProblem } from '../../../platform/forms/web-address.ts';
import type { ReleaseDetails } from '../../directory-import/index.ts';

/** What came with the form beside its fields, as the server has read it. */
export interface SentResults {
  readonly fileName: string;
  readonly content: Buffer | null;
}

export interface ReleaseForm {
  readonly details: ReleaseDetails;
  readonly fileName: string;
  readonly content: Buffer;
}

export const standings = {
  official: 'Official: published by the body responsible for it',
  stated: 'Stated: said in a document or by an organisation itself',
  inferred: 'Inferred: worked out by somebody else',
} as const satisfies Readonly<Record<Exclude<ReleaseDetails['standing'], 'illustrative'>, string>>;

const standingIds = Object.keys(standings).filter((id): id is keyof typeof standings => id in standings);

const HIGHEST_VERSION = 999_999;

/** What is said of a release, and its file; or all that is wrong with either. */
export function parseReleaseForm(form: PostedForm, sent: SentResults, today: string): FormOutcome<ReleaseForm> {
  const reader = readForm(form);
  if (sent.content === null || sent.content.length === 0) {
    reader.fail('file', 'Choose a file that is not empty');
  }
  const line = (field: string, label: string, limit: number, required?: string) =>
    reader.line(field, { label, limit, ...(required === undefined ? {} : { required }) });
  const details: ReleaseDetails = {
    series: reader.line('series', {
      label: 'The short name',
      limit: 60,
      required: 'Enter the short name of the publication',
      problem: (text) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? null : 'The short name has small letters, digits and single hyphens',
    }),
    version: readVersion(reader),
    title: line('title', 'The title', 200, 'Enter what the publication is called'),
    publisher: line('publisher', 'The publisher', 200, 'Enter who published it'),
    publishedOn: readPublishedOn(reader, today),
    url: reader.line('url', { label: 'The address', limit: 500, problem: webAddressProblem }) || null,
    licence: line('licence', 'The licence', 200) || 'Not stated',
    standing: reader.requiredChoice('standing', standingIds, 'Choose how far it can be trusted'),
    note: line('note', 'The note', 1000),
  };
  return reader.outcome({ details, fileName: sent.fileName, content: sent.content ?? Buffer.alloc(0) });
}

function readVersion(reader: FormReader): number {
  const text = reader.line('version', {
    label: 'The version',
    limit: 10,
    required: 'Enter the version',
    problem: (typed) =>
      /^[1-9]\d{0,5}$/.test(typed)
        ? null
        : `The version is a whole number from 1 to ${HIGHEST_VERSION.toLocaleString('en-GB')}`,
  });
  return Number(text);
}

function readPublishedOn(reader: FormReader, today: string): string {
  const words = { label: 'The day of publication', required: 'Enter the day of publication' };
  const day = readDay(reader, 'published-on', words, today);
  if (day > today) {
    reader.fail('published-on', 'Enter a day that is not in the future: every later version would have to follow it');
  }
  return day;
}

/** An empty text where it is none. */
function readDay(
  reader: FormReader,
  field: string,
  words: { readonly label: string; readonly required: string },
  today: string,
): string {
  const text = reader.line(field, { ...words, limit: 40 });
  const read = readTypedDay(text, today);
  if (text !== '' && 'wrong' in read) {
    reader.fail(field, `${words.label} ${read.wrong}`);
  }
  return 'day' in read ? read.day : '';
}

export interface Withdrawal {
  readonly withdrawnOn: string;
  readonly reason: string;
}

/** Since when a release is withdrawn, and why. */
export function parseWithdrawalForm(
  form: PostedForm,
  { publishedOn }: Pick<ReleaseDetails, 'publishedOn'>,
  today: string,
): FormOutcome<Withdrawal> {
  const reader = readForm(form);
  const words = { label: 'The day', required: 'Enter the day on which it was withdrawn' };
  const withdrawnOn = readDay(reader, 'withdrawn-on', words, today);
  if (withdrawnOn !== '' && (withdrawnOn <= publishedOn || withdrawnOn > today)) {
    reader.fail('withdrawn-on', 'Enter a day after that of the publication, and not in the future');
  }
  const reason = reader.text('reason', { label: 'The reason', limit: 1000, required: 'Enter why it was withdrawn' });
  return reader.outcome({ withdrawnOn, reason });
}

/** The form of the version that would follow a release, or of the first of a new publication. */
export function formAfter(before: ReleaseDetails | null): TypedForm {
  return before === null
    ? { standing: 'official' }
    : {
        series: before.series,
        version: String(before.version + 1),
        title: before.title,
        publisher: before.publisher,
        url: before.url ?? '',
        licence: before.licence,
        standing: before.standing,
        note: before.note,
      };
}
