import type { TypedText, TypedValues } from './typed.ts';

const MADE_ANEW = 'data-made-anew';
/** Of one that is shown the type is that of any text; the design system knows it by its class. */
const password = '[type="password"], .nhsuk-js-password-input-input';
const text = `textarea, input:not([type="checkbox"], [type="radio"], [type="file"], [type="hidden"], ${password})`;

/** What a form would send now, without what is never kept. */
export function valuesOf(form: HTMLFormElement): TypedValues {
  const secret = secretNames(form);
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !secret.has(name) ? [[name, value] as const] : [],
  );
}

/** What the form would send as the service brought it, whatever a browser has put into its fields since. */
export function servedValuesOf(form: HTMLFormElement): TypedValues {
  const secret = secretNames(form);
  return [...form.elements].flatMap((field) => servedBy(field)).filter(([name]) => name !== '' && !secret.has(name));
}

/** The texts somebody has typed over those that came with the form, each with what its field is called. */
export function textsOf(form: HTMLFormElement): TypedText[] {
  const secret = secretNames(form);
  return [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(text)]
    .filter(({ name, value, defaultValue }) => !secret.has(name) && value.trim() !== '' && value !== defaultValue)
    .map((field) => [field.labels?.[0]?.textContent?.trim() ?? field.name, field.value]);
}

/** True for a form that asks for a password or a code, whatever else it asks for. */
export function hasSecret(form: HTMLFormElement): boolean {
  return form.querySelector(`${password}, [autocomplete="one-time-code"]`) !== null;
}

/** Names of hidden fields that every page makes anew: they say nothing of what has changed. */
export function madeAnew(form: HTMLFormElement): ReadonlySet<string> {
  return namesOf(form, `[${MADE_ANEW}]`);
}

/** Names of hidden fields that say which state of things the page was made from. */
export function stampsOf(form: HTMLFormElement): ReadonlySet<string> {
  return namesOf(form, `[type="hidden"]:not([${MADE_ANEW}])`);
}

/** Puts values into the fields of a form; those that it has no value for stay. */
export function fill(form: HTMLFormElement, values: TypedValues): void {
  const left = Map.groupBy(values, ([name]) => name);
  for (const option of form.querySelectorAll<HTMLOptionElement>('select option')) {
    option.selected = isAmong(left.get(option.closest('select')?.name ?? ''), option.value);
  }
  for (const box of form.querySelectorAll<HTMLInputElement>('[type="checkbox"], [type="radio"]')) {
    box.checked = isAmong(left.get(box.name), box.value);
  }
  // Several fields of one name stand in the order in which they were sent.
  const others = 'textarea, input:not([type="checkbox"], [type="radio"], [type="file"])';
  for (const field of form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(others)) {
    const [, value] = left.get(field.name)?.shift() ?? [];
    field.value = value ?? field.value;
  }
}

/** Tokens belong to the page, passwords and codes to nobody but whoever types them. Those of the frame begin with a line. */
function secretNames(form: HTMLFormElement): ReadonlySet<string> {
  return namesOf(form, `[name^="_"], [name="token"], ${password}, [autocomplete="one-time-code"]`);
}

function namesOf(form: HTMLFormElement, fields: string): ReadonlySet<string> {
  return new Set([...form.querySelectorAll(fields)].map((field) => field.getAttribute('name') ?? ''));
}

function servedBy(field: Element): [name: string, value: string][] {
  if (field instanceof HTMLTextAreaElement) {
    return [[field.name, field.defaultValue]];
  }
  if (field instanceof HTMLSelectElement) {
    const chosen = [...field.options].filter(({ defaultSelected }) => defaultSelected);
    const first = field.multiple ? [] : [...field.options].slice(0, 1);
    return (chosen.length > 0 ? chosen : first).map(({ value }) => [field.name, value]);
  }
  if (!(field instanceof HTMLInputElement) || field.type === 'file') {
    return [];
  }
  const isBox = field.type === 'checkbox' || field.type === 'radio';
  if (isBox) {
    return field.defaultChecked ? [[field.name, field.value]] : [];
  }
  return [[field.name, field.defaultValue]];
}

function isAmong(values: TypedValues | undefined, wanted: string): boolean {
  return values?.some(([, value]) => value === wanted) ?? false;
}
