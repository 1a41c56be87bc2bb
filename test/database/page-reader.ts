import { visibleText } from '../../src/views/testing/visible-text.ts';

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A page read as its readers find their way in it: by headings, names of facts, captions of tables and words of links. What is
 * asked for and not there is an error that lists what is.
 */
export class PageReader {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  /** All that is seen of it, as one line. */
  get text(): string {
    return wordsOf(this.#markup);
  }

  /** The one heading of level 1. */
  get title(): string {
    const titles = this.#headings().filter(({ level }) => level === 1);
    return expectOne(
      'heading of level 1',
      '',
      titles,
      titles.map(({ text }) => text),
    ).text;
  }

  /** What stands under a heading, up to the next of its level or a higher one. */
  section(name: string): PageReader {
    const headings = this.#headings();
    const named = headings.filter(({ text }) => text === name);
    const found = expectOne(
      'heading',
      name,
      named,
      headings.map(({ text }) => text),
    );
    const next = headings.find(({ start, level }) => start > found.start && level <= found.level);
    return new PageReader(this.#markup.slice(found.end, next?.start));
  }

  /** The value of a fact in a list of facts, by its name. */
  fact(name: string): PageReader {
    const facts = [...this.#markup.matchAll(/<dt[^>]*>(.*?)<\/dt>\s*<dd[^>]*>(.*?)<\/dd>/gs)].map(
      ([, key = '', value = '']) => ({ key: wordsOf(key), value }),
    );
    const named = facts.filter(({ key }) => key === name);
    return new PageReader(
      expectOne(
        'fact',
        name,
        named,
        facts.map(({ key }) => key),
      ).value,
    );
  }

  /** The rows of a table by its caption, each by the words of its cells; headings of columns are left out. */
  table(caption: string): string[][] {
    const tables = [...this.#markup.matchAll(/<table[^>]*>.*?<caption[^>]*>(.*?)<\/caption>(.*?)<\/table>/gs)].map(
      ([, key = '', rows = '']) => ({ key: wordsOf(key), rows: rows.replace(/<thead.*?<\/thead>/s, '') }),
    );
    const { rows } = expectOne(
      'table',
      caption,
      tables.filter(({ key }) => key === caption),
      tables.map(({ key }) => key),
    );
    return [...rows.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => wordsOf(cell)),
    );
  }

  /** Where a link leads, by its words. Links of the same words to one place are one. */
  link(name: string): string {
    const links = [...this.#markup.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
      ([, href = '', words = '']) => ({
        href: href.replaceAll('&amp;', '&'),
        words: wordsOf(words),
      }),
    );
    const places = [...new Set(links.filter(({ words }) => words === name).map(({ href }) => href))];
    return expectOne(
      'link',
      name,
      places,
      links.map(({ words }) => words),
    );
  }

  #headings(): Heading[] {
    return [...this.#markup.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(
      ({ index, 0: whole, 1: level, 2: text = '' }) => ({
        level: Number(level),
        text: wordsOf(text),
        start: index,
        end: index + whole.length,
      }),
    );
  }
}

function wordsOf(markup: string): string {
  // What nobody hears, such as the heading of a column beside each of its cells on a telephone, is left out.
  const heard = markup.replaceAll(/<span[^>]*aria-hidden="true"[^>]*>[^<]*<\/span>/g, '');
  return visibleText(heard).replaceAll(/\s+/g, ' ').trim();
}

function expectOne<Found>(what: string, name: string, found: readonly Found[], there: readonly string[]): Found {
  const [one] = found;
  if (one === undefined || found.length > 1) {
    throw new Error(
      `There is ${found.length === 0 ? 'no' : 'more than one'} ${what} “${name}” among: ${there.join('; ')}`,
    );
  }
  return one;
}
