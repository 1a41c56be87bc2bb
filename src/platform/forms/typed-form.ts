/** What was typed, by field, to fill the form again. */
export type TypedForm = Readonly<Record<string, string | readonly string[]>>;

/** One value of a field as it was typed; empty when nothing was. */
export function typedText(typed: TypedForm, field: string): string {
  const value = typed[field];
  return typeof value === 'string' ? value : (value?.at(-1) ?? '');
}

/** Every value of a field that may be chosen more than once. */
export function typedList(typed: TypedForm, field: string): readonly string[] {
  const value = typed[field] ?? [];
  return typeof value === 'string' ? [value] : value;
}
