import { visibleText } from '../../src/views/testing/visible-text.ts';
import { decode } from './page-forms.ts';

/** The words of a piece of a page that are seen, as one line. */
export function wordsOf(markup: string): string {
  // What nobody hears, such as the heading of a column beside each of its cells on a telephone, is left out.
  const heard = markup.replaceAll(/<span[^>]*aria-hidden="true"[^>]*>[^<]*<\/span>/g, '');
  return visibleText(heard).replaceAll(/\s+/g, ' ').trim();
}

/** As `wordsOf`, with what is said to those who listen alone. */
export function heardOf(markup: string): string {
  return decode(markup.replaceAll(/<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** An attribute of a tag as the characters that it stands for; null where the tag has none of this name. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? null : decode(found);
}

/** The only one found; none or several are an error that lists what is there. */
export function expectOne<Found>(what: string, name: string, found: readonly Found[], there: readonly string[]): Found {
  const [one] = found;
  if (one === undefined || found.length > 1) {
    throw new Error(
      `There is ${found.length === 0 ? 'no' : 'more than one'} ${what} “${name}” among: ${there.join('; ')}`,
    );
  }
  return one;
}

/** The only one of this name; none or several are an error that lists the names that are there. */
export function expectNamed<Found extends { readonly called: string }>(
  what: string,
  name: string,
  all: readonly Found[],
): Found {
  const named = all.filter(({ called }) => called === name);
  return expectOne(
    what,
    name,
    named,
    all.map(({ called }) => called),
  );
}

/** Whatever a page says to be wrong has words. */
export function expectMessages(errors: readonly { readonly message: string }[]): void {
  if (errors.some(({ message }) => message === '')) {
    throw new Error('The page says that something is wrong, and not what');
  }
}
