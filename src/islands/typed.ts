/** What was typed into one form, as the browser would send it. */
export type TypedValues = readonly (readonly [name: string, value: string])[];

/** What was typed into a field, with what the field is called. */
export type TypedText = readonly [label: string, text: string];

export interface Typed {
  readonly values: TypedValues;
  /** What the form said before anything was typed. */
  readonly served: TypedValues;
  /** Of the values those that were typed, to be read. */
  readonly texts: readonly TypedText[];
  /** Path and query of the page that the form is on, and of where it is sent. */
  readonly page: string;
  readonly target: string;
  /** When it was last typed in, in milliseconds since 1970. */
  readonly at: number;
  /** `sent` until the next page has come; `uncertain` where that does not tell whether the form was taken. */
  readonly state: 'typed' | 'sent' | 'uncertain';
}

/** For so long a browser keeps what was typed and never sent. */
export const KEPT_DAYS = 14;

/** True for what was typed so long ago that it is forgotten. */
export function isExpired({ at }: Typed, now: number): boolean {
  return now - at > KEPT_DAYS * 24 * 60 * 60 * 1000;
}

/** The form as the page of today brings it. */
export interface ServedForm {
  readonly served: TypedValues;
  /** Names of its fields that differ from page to page. */
  readonly madeAnew: ReadonlySet<string>;
}

/** True when two forms say the same, but for what every page makes anew. */
export function saysTheSame(a: TypedValues, b: TypedValues, madeAnew: ReadonlySet<string>): boolean {
  const lasting = (values: TypedValues) =>
    JSON.stringify(values.filter(([name]) => !madeAnew.has(name)).map(([name, value]) => [name, plain(value)]));
  return lasting(a) === lasting(b);
}

/** Browsers and the service end lines differently, and the service leaves out space around a text. */
function plain(value: string): string {
  return value.replaceAll(/\r\n?/g, '\n').trim();
}

/**
 * What is done with what was typed into a form when its page comes again: it stands there already and is forgotten; it is put back, in
 * the tab that it was typed in, into a form that is as it was then; or it is offered, and the form left alone. Choices alone are not
 * worth an offer.
 */
export function standingOf(
  typed: Typed,
  { served, madeAnew }: ServedForm,
  isOfThisTab: boolean,
): 'forgotten' | 'put back' | 'offered' | 'left' {
  if (saysTheSame(typed.values, served, madeAnew)) {
    return 'forgotten';
  }
  if (isOfThisTab && saysTheSame(typed.served, served, madeAnew)) {
    return 'put back';
  }
  return typed.texts.length > 0 ? 'offered' : 'left';
}

/** What was typed, onto the form as it is now: with the stamps of the page that its writer has before them. */
export function ontoPage(typed: Typed, served: TypedValues, stamps: ReadonlySet<string>): Typed {
  const values = [
    ...typed.values.filter(([name]) => !stamps.has(name)),
    ...served.filter(([name]) => stamps.has(name)),
  ];
  return { ...typed, values, served, state: 'typed' };
}
