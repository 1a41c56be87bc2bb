import { parseTyped } from './parse-typed.ts';
import { quietly } from './quietly.ts';
import type { Typed } from './typed.ts';

const PREFIX = 'ldr-typed';
const TAB = 'ldr-tab';
const NOBODY = 'nobody';

/** Whose text it is, what form it was typed into, and where: in this tab, or in another or earlier one. */
export interface TypedKey {
  readonly person: string;
  readonly form: string;
  readonly tab: string;
}

/**
 * What somebody who is signed in types outlives the tab and the browser; what anybody else types stays in their tab. A browser that
 * keeps nothing does no harm.
 */
export const typedStore = {
  nobody: NOBODY,

  keys: (): TypedKey[] =>
    [() => localStorage, () => sessionStorage].flatMap((storage) =>
      quietly(() => Object.keys(storage()).flatMap((name) => keyOf(name) ?? []), []),
    ),

  /** What is kept under the keys that are wanted, the newest first. */
  list: (isWanted: (key: TypedKey) => boolean): { readonly key: TypedKey; readonly typed: Typed }[] =>
    typedStore
      .keys()
      .filter(isWanted)
      .flatMap((key) => {
        const typed = typedStore.read(key);
        return typed === null ? [] : [{ key, typed }];
      })
      .sort((a, b) => b.typed.at - a.typed.at),

  read: (key: TypedKey): Typed | null =>
    quietly(() => parseTyped(JSON.parse(storageOf(key).getItem(nameOf(key)) ?? 'null')), null),

  /** Answers whether it is kept. */
  write: (key: TypedKey, typed: Typed): boolean =>
    quietly(() => {
      storageOf(key).setItem(nameOf(key), JSON.stringify(typed));
      return true;
    }, false),

  /** Makes room for what is typed in the tab now; answers where it is kept from now on. */
  putAside: (key: TypedKey): TypedKey => {
    const typed = typedStore.read(key);
    const aside = { ...key, tab: typedStore.freshTab() };
    if (typed === null || !typedStore.write(aside, typed)) {
      return key;
    }
    typedStore.remove(key);
    return aside;
  },

  remove: (key: TypedKey): void => quietly(() => storageOf(key).removeItem(nameOf(key)), undefined),

  /**
   * What this tab is called, for as long as it is open. A tab that is opened from another, or doubled, begins with a copy of what that one
   * stores: so the name is stored between two pages alone, and an open page has it to itself.
   */
  tab: (): string => {
    const take = () =>
      quietly(() => {
        const stored = sessionStorage.getItem(TAB);
        sessionStorage.removeItem(TAB);
        return stored;
      }, null);
    const name = take() ?? typedStore.freshTab();
    addEventListener('pagehide', () => quietly(() => sessionStorage.setItem(TAB, name), undefined));
    addEventListener('pageshow', take);
    return name;
  },

  /** `randomUUID` is not there without a secure connection. */
  freshTab: (): string => crypto.getRandomValues(new Uint32Array(2)).join('-'),
};

function storageOf({ person }: TypedKey): Storage {
  return person === NOBODY ? sessionStorage : localStorage;
}

/** No part but the form has a space in it. */
function nameOf({ person, form, tab }: TypedKey): string {
  return [PREFIX, person, tab, form].join(' ');
}

function keyOf(name: string): TypedKey | null {
  const [prefix, person, tab, ...form] = name.split(' ');
  return prefix === PREFIX && person !== undefined && tab !== undefined ? { person, tab, form: form.join(' ') } : null;
}
