import type { FieldError } from '../../../platform/forms/posted-form.ts';
import { readTypedDay, type TypedDay } from '../../../platform/forms/typed-day.ts';
import { guessLayout, type LayoutId, layouts } from '../read/layouts.ts';

/** What came with the form, as the server has read it. */
export interface UploadFields {
  readonly fileName: string;
  readonly content: Buffer | null;
  readonly dated: string;
  /** A layout, or nothing to have it told from the file. */
  readonly layout: string;
}

export interface UploadForm {
  readonly fileName: string;
  readonly content: Buffer;
  readonly datedOn: string;
  readonly layout: LayoutId;
}

export type UploadReading =
  | { readonly kind: 'sound'; readonly form: UploadForm }
  | { readonly kind: 'faulty'; readonly errors: readonly FieldError[] };

/** The form as it is meant, or everything that is wrong with it. */
export function readUploadForm({ fileName, content, dated, layout }: UploadFields, today: string): UploadReading {
  const hasFile = content !== null && content.length > 0;
  const known = layouts.find(({ id }) => id === layout)?.id ?? null;
  const guessed = hasFile ? guessLayout(fileName, content.subarray(0, 4096)) : null;
  const chosen = known ?? guessed;
  const read = readTypedDay(dated);
  const datedOn = 'day' in read ? read.day : null;
  const errors: FieldError[] = [
    ...(hasFile ? [] : [{ field: 'file', message: 'Choose a file that is not empty' }]),
    ...dateErrors(read, today),
    ...(hasFile && chosen === null
      ? [{ field: 'layout', message: 'Choose what kind of file it is: its name and beginning do not tell' }]
      : []),
  ];
  return hasFile && chosen !== null && datedOn !== null && errors.length === 0
    ? { kind: 'sound', form: { fileName, content, datedOn, layout: chosen } }
    : { kind: 'faulty', errors };
}

function dateErrors(read: TypedDay, today: string): FieldError[] {
  if ('wrong' in read) {
    return [{ field: 'dated', message: `The day of the file ${read.wrong}` }];
  }
  return read.day > today ? [{ field: 'dated', message: 'Enter a day that is not in the future' }] : [];
}
