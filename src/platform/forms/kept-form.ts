import { z } from 'zod';
import type { PostedForm } from './posted-form.ts';

/** A form that could not be taken, with all that was typed, so that it can be sent once more. */
export interface KeptForm {
  /** Where it was going: a path of this service. */
  readonly address: string;
  /** In the order they were sent; a name may stand more than once. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Name of the person the page was made for; empty where nobody was signed in. */
  readonly by: string;
}

/** Fields of the frame around a form, not of the form: its token, and for whom the page was made. */
export const tokenField = '_csrf';
export const byField = '_by';

/** What was posted to an address. Tokens and passwords are never kept, nor is a file, which arrives as no text. */
export function keepForm(address: string, form: PostedForm): KeptForm {
  const fields = Object.entries(form)
    .filter(([name]) => name !== tokenField && name !== byField && !/password/i.test(name))
    .flatMap(([name, value]) =>
      [value].flat().flatMap((text): [string, string][] => (typeof text === 'string' ? [[name, text]] : [])),
    );
  const by = form[byField];
  return { address, fields, by: typeof by === 'string' ? by : '' };
}

const shape = z.object({
  address: z.string().refine(isOwnPath),
  fields: z.array(z.tuple([z.string(), z.string()])),
  by: z.string(),
});

/** As one line of text, for a hidden field. */
export function writeKept(kept: KeptForm): string {
  return JSON.stringify(kept);
}

/** What `writeKept` wrote; null for anything else, and for an address that leaves the service. */
export function readKept(text: string): KeptForm | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function isOwnPath(address: string): boolean {
  const base = 'http://own.invalid';
  return address.startsWith('/') && URL.canParse(address, base) && new URL(address, base).origin === base;
}

/** Fields that nobody types: what the page was made from, and which button was pressed. */
const madeByThePage = /^_|^(revision|draft-revision|digest|number|version|id|event|after|seen|form|next)(-|$)/;

/** What a person typed or chose, to be read: each text with what the field is called. */
export function typedTexts({ fields }: KeptForm): { readonly label: string; readonly text: string }[] {
  return fields
    .filter(([name, text]) => text.trim() !== '' && !madeByThePage.test(name))
    .map(([name, text]) => ({ label: labelOf(name), text }));
}

/** `local-heading` -> `Local heading`; what a form names its body is the text to whoever typed it. */
function labelOf(name: string): string {
  if (name === 'body') {
    return 'Text';
  }
  const words = name.replaceAll(/[-_]+/g, ' ').trim();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
