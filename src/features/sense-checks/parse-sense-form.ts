import { type FormOutcome, readForm } from '../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../platform/forms/posted-form.ts';

/** Counted in Unicode characters, a line break being one. */
export const senseNoteLimit = 2000;

export interface TypedSenseNote {
  readonly key: string;
  readonly note: string;
  /** Of what stood there when the page was made; 0 where nothing did. */
  readonly revision: number;
}

const prefix = 'note-';

export function senseNoteField(key: string): string {
  return `${prefix}${key}`;
}

/** The revision that a note was typed upon. */
export function senseRevisionField(key: string): string {
  return `revision-${key}`;
}

/** Reads every note of the form, be what it is about still asked or not: what is typed is not dropped. */
export function parseSenseForm(form: PostedForm): FormOutcome<readonly TypedSenseNote[]> {
  const reader = readForm(form);
  return reader.outcome(
    typedKeys(form).map((key) => ({
      key,
      note: reader.text(senseNoteField(key), { label: 'What you say to it', limit: senseNoteLimit }),
      revision: reader.revision(senseRevisionField(key)),
    })),
  );
}

/** Of what is typed something to. */
export function typedKeys(form: PostedForm): string[] {
  return Object.keys(form)
    .filter((name) => /^note-[0-9a-f]{64}$/.test(name))
    .map((name) => name.slice(prefix.length));
}
