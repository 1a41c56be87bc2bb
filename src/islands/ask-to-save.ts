import type { NoSave } from './saving-words.ts';

/** What the service answers when it has saved. */
export interface SaveReply {
  /** What it has done and when. */
  readonly words: string;
  /** Fields that must be sent with the next save as they are now, such as the revision it is made from. */
  readonly fields: Readonly<Record<string, string>>;
  readonly shown: {
    /** What the page says differently now, by the names in its `data-shown`. */
    readonly texts: Readonly<Record<string, string>>;
    /** Which of its parts it hides now, by the names in its `data-hidden-as`. */
    readonly hidden: Readonly<Record<string, boolean>>;
  };
}

/** Sends what is typed in a form while its writer stays on the page. */
export async function askToSave(
  target: string,
  fields: readonly (readonly [name: string, value: string])[],
  how: Pick<RequestInit, 'keepalive' | 'signal'> = {},
): Promise<SaveReply | NoSave> {
  try {
    const response = await fetch(target, {
      ...how,
      method: 'POST',
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
      headers: { accept: 'application/json', 'x-saves-itself': '1' },
    });
    return response.ok
      ? ((await response.json()) as SaveReply)
      : { status: response.status, code: await codeOf(response) };
  } catch {
    return { status: null, code: '' };
  }
}

/** Has the fields of a form say what must be sent with its next save, and the page what it says differently now. */
export function showSaved(form: HTMLFormElement, { fields, shown }: SaveReply): void {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) {
      field.value = value;
    }
  }
  for (const [name, text] of Object.entries(shown.texts)) {
    for (const element of document.querySelectorAll(`[data-shown="${CSS.escape(name)}"]`)) {
      element.textContent = text;
    }
  }
  for (const [name, isHidden] of Object.entries(shown.hidden)) {
    for (const element of document.querySelectorAll<HTMLElement>(`[data-hidden-as="${CSS.escape(name)}"]`)) {
      element.hidden = isHidden;
    }
  }
}

/** What the service says for machines about a refusal; empty where a page says it to people. */
async function codeOf(response: Response): Promise<string> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) {
    return '';
  }
  const { code } = (await response.json()) as { readonly code: string };
  return code;
}
