/** One thing wrong with what was typed: the field's name, and the words a person reads. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** A posted form before parsing. Repeated names arrive as arrays; anything else a sender may have tried arrives as unknown. */
export type PostedForm = Readonly<Record<string, unknown>>;

export function postedForm(body: unknown): PostedForm {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as PostedForm) : {};
}

/** One value of a field, cleaned; the last one when it was sent more than once. */
export function textOf(form: PostedForm, field: string): string {
  const value = form[field];
  const last = Array.isArray(value) ? value.at(-1) : value;
  return typeof last === 'string' ? cleanText(last) : '';
}

/** Every value of a field that may be chosen more than once, cleaned. */
export function textsOf(form: PostedForm, field: string): string[] {
  const value = form[field];
  const all = Array.isArray(value) ? value : [value];
  return all
    .filter((item) => typeof item === 'string')
    .map(cleanText)
    .filter((item) => item !== '');
}

/** Forms post line breaks as CR LF; control characters cannot be typed, and the database refuses NUL and half characters. */
export function cleanText(posted: string): string {
  return posted
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .toWellFormed()
    .trim();
}

export function errorOf(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
