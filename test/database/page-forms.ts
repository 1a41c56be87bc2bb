/** A form of a page, as a browser would send it. */
export interface PageForm {
  /** Null where it goes to the page's own address. */
  readonly action: string | null;
  readonly isMultipart: boolean;
  readonly fields: readonly PageField[];
}

export interface PageField {
  readonly name: string;
  /** `hidden`, `text`, `email`, `radio`, `checkbox`, `file`, `textarea`, `select`, `submit` and the like. */
  readonly type: string;
  /** Of a box to tick or a button: what is sent. Of a list: what is chosen to begin with. */
  readonly value: string;
  readonly isChecked: boolean;
  /** Of a list: what can be chosen. */
  readonly options: readonly string[];
}

/** The forms of a page that are posted, read from the markup that React writes. */
export function postedForms(html: string): PageForm[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)]
    .map(([, attributes = '', inside = '']) => ({ attributes, inside }))
    .filter(({ attributes }) => attributeOf(attributes, 'method') === 'post')
    .map(({ attributes, inside }) => ({
      action: attributeOf(attributes, 'action'),
      isMultipart: attributes.includes('multipart/form-data'),
      fields: fieldsOf(inside),
    }));
}

/** The form of a page that has this field. */
export function formOn(html: string, field: string): PageForm {
  const form = postedForms(html).find(({ fields }) => fields.some(({ name }) => name === field));
  if (form === undefined) {
    throw new Error(`There is no form with the field ${field}`);
  }
  return form;
}

/** What a browser sends of a form when nobody touches it; `button` is the value of the one that is pressed. */
export function untouched(form: PageForm, button?: string): Record<string, string | string[]> {
  const sent: Record<string, string | string[]> = {};
  for (const { name, type, value, isChecked } of form.fields) {
    const isSent = type === 'submit' ? value === button : !['radio', 'checkbox'].includes(type) || isChecked;
    if (isSent && type !== 'file') {
      const before = sent[name];
      sent[name] = before === undefined ? value : [before, value].flat();
    }
  }
  return sent;
}

/** Fields as a browser sends them, a repeated name once for each value. */
export function encodedForm(fields: Readonly<Record<string, string | readonly string[]>>): string {
  const all = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((item) => [name, item]));
  return new URLSearchParams(all).toString();
}

function fieldsOf(inside: string): PageField[] {
  const pattern = /<input([^>]*)>|<textarea([^>]*)>(.*?)<\/textarea>|<select([^>]*)>(.*?)<\/select>|<button([^>]*)>/gs;
  return [...inside.matchAll(pattern)].flatMap(([, input, area, text, select, options, button]) => {
    const attributes = input ?? area ?? select ?? button ?? '';
    const name = attributeOf(attributes, 'name');
    if (name === null) {
      return [];
    }
    const type = typeOf({ input, area, select }, attributes);
    const choices = [...(options ?? '').matchAll(/<option([^>]*)>/g)].map(([, option = '']) => option);
    const chosen = choices.find((option) => option.includes(' selected')) ?? choices[0] ?? '';
    const value =
      select === undefined ? (attributeOf(attributes, 'value') ?? '') : (attributeOf(chosen, 'value') ?? '');
    return [
      {
        name,
        type,
        // A browser leaves out the first line break of a text.
        value: area === undefined ? value : decode(text ?? '').replace(/^\n/, ''),
        isChecked: / checked(=|$|\/)/.test(attributes),
        options: choices.map((option) => attributeOf(option, 'value') ?? ''),
      },
    ];
  });
}

function typeOf(
  { input, area, select }: Readonly<Record<'input' | 'area' | 'select', string | undefined>>,
  attributes: string,
): string {
  if (input !== undefined) {
    return attributeOf(attributes, 'type') ?? 'text';
  }
  return area !== undefined ? 'textarea' : select !== undefined ? 'select' : 'submit';
}

function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? null : decode(found);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#x2F': '/' };

/** Markup as the characters that it stands for. */
export function decode(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#x27|#x2F);/g, (_, name: string) => entities[name] ?? '');
}
