/** What was typed into one form, as the browser would send it. */
export type TypedValues = readonly (readonly [name: string, value: string])[];

export interface Typed {
  readonly values: TypedValues;
  /** True from sending the form until the next page has come. */
  readonly isSent: boolean;
}

const PREFIX = 'ldr-typed';

/** Kept in the tab alone, by person and form; a browser that keeps nothing does no harm. */
export const typedStore = {
  key: (person: string, form: string): string => [PREFIX, person, form].join(' '),

  keys: (): string[] => quietly(() => Object.keys(sessionStorage).filter((key) => key.startsWith(`${PREFIX} `)), []),

  belongsTo: (key: string, person: string): boolean => key.startsWith(`${PREFIX} ${person} `),

  read: (key: string): Typed | null =>
    quietly(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Typed | null, null),

  write: (key: string, typed: Typed): void =>
    quietly(() => sessionStorage.setItem(key, JSON.stringify(typed)), undefined),

  remove: (key: string): void => quietly(() => sessionStorage.removeItem(key), undefined),
};

/** Storage may be switched off or full. */
function quietly<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
