import { type FormOutcome, type FormReader, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import { readTypedDay } from '../../../platform/forms/typed-day.ts';
import { guessLayout, type LayoutId, layouts } from '../read/layouts.ts';

/** The file that came with the form. */
interface CameWith {
  readonly name: string;
  readonly content: Buffer;
}

export interface UploadForm {
  readonly fileName: string;
  readonly content: Buffer;
  readonly datedOn: string;
  readonly layout: LayoutId;
}

/** Where no layout is chosen it is told from the file, by its name and beginning. */
export function parseUploadForm(form: PostedForm, file: CameWith | undefined, today: string): FormOutcome<UploadForm> {
  const reader = readForm(form);
  const { name: fileName = '', content = Buffer.alloc(0) } = file ?? {};
  const hasFile = content.length > 0;
  if (!hasFile) {
    reader.fail('file', 'Choose a file that is not empty');
  }
  const datedOn = readDatedOn(reader, today);
  const asked = reader.line('layout', { label: 'The kind of file', limit: 40 });
  const guessed = hasFile ? guessLayout(fileName, content.subarray(0, 4096)) : null;
  const layout = layouts.find(({ id }) => id === asked)?.id ?? guessed;
  if (hasFile && layout === null) {
    reader.fail('layout', 'Choose what kind of file it is: its name and beginning do not tell');
  }
  // Where none is known the form has an error, and so no value.
  return reader.outcome({ fileName, content, datedOn, layout: layout ?? 'organisations' });
}

function readDatedOn(reader: FormReader, today: string): string {
  const typed = reader.line('dated', { label: 'The day of the file', limit: 40 });
  if (typed === '') {
    reader.fail('dated', 'Enter the day of the file');
    return '';
  }
  const read = readTypedDay(typed, today);
  if ('wrong' in read) {
    reader.fail('dated', `The day of the file ${read.wrong}`);
    return '';
  }
  if (read.day > today) {
    reader.fail('dated', 'Enter a day that is not in the future');
  }
  return read.day;
}
