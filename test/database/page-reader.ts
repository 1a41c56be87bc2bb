import { type Field, fieldsIn, groupsIn, labelsIn } from './page-fields.ts';
import { decode } from './page-forms.ts';
import { attributeOf, expectMessages, expectNamed, expectOne, heardOf, wordsOf } from './page-words.ts';

interface Heading {
  readonly level: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** An error at the top of a page, and the label of the field that it leads to. */
interface SummarisedError {
  readonly message: string;
  readonly field: string;
}

/**
 * A page read as its readers find their way in it: by headings, names of facts, captions of tables, words of links and buttons, and
 * labels of fields. What is asked for and not there is an error that lists what is.
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

  /** What stands in the tab of the browser. */
  get documentTitle(): string {
    return heardOf(/<title>(.*?)<\/title>/s.exec(this.#markup)?.[1] ?? '');
  }

  /** What has just happened, as the page that follows tells it once at its top; empty where nothing is told. */
  get told(): string {
    return wordsOf(/<p class="nhsuk-notification-banner__heading">(.*?)<\/p>/s.exec(this.#markup)?.[1] ?? '');
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
      ([, key = '', value = '']) => ({ called: wordsOf(key), inside: value }),
    );
    return new PageReader(expectNamed('fact', name, facts).inside);
  }

  /** The rows of a table by its caption, each by the words of its cells; headings of columns are left out. */
  table(caption: string): string[][] {
    const tables = [...this.#markup.matchAll(/<table[^>]*>.*?<caption[^>]*>(.*?)<\/caption>(.*?)<\/table>/gs)].map(
      ([, words = '', rows = '']) => ({ called: wordsOf(words), rows: rows.replace(/<thead.*?<\/thead>/s, '') }),
    );
    const { rows } = expectNamed('table', caption, tables);
    return [...rows.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => wordsOf(cell)),
    );
  }

  /** A group of fields, by the words above it. */
  group(name: string): PageReader {
    const groups = groupsIn(this.#markup).map(({ legend, start, end }) => ({
      called: wordsOf(legend),
      inside: this.#markup.slice(start, end),
    }));
    return new PageReader(expectNamed('group of fields', name, groups).inside);
  }

  /** What is folded away under these words. */
  details(summary: string): PageReader {
    const folded = [...this.#markup.matchAll(/<details[^>]*>\s*<summary[^>]*>(.*?)<\/summary>(.*?)<\/details>/gs)].map(
      ([, words = '', inside = '']) => ({ called: wordsOf(words), inside }),
    );
    return new PageReader(expectNamed('text folded away under', summary, folded).inside);
  }

  /** Where a link leads, by its words. Links of the same words to one place are one. */
  link(name: string): string {
    const links = this.#links();
    const places = [...new Set(links.filter(({ words }) => words === name).map(({ href }) => href))];
    return expectOne(
      'link',
      name,
      places,
      links.map(({ words }) => words),
    );
  }

  /** The words of every link, in order. */
  get links(): string[] {
    return this.#links().map(({ words }) => words);
  }

  /** Where the links lead, in order: for what must not be offered, whatever it is called. */
  get places(): string[] {
    return this.#links().map(({ href }) => href);
  }

  /** What stands beside the page under this name, such as the band that calls what it shows invented. */
  aside(name: string): PageReader {
    const asides = [...this.#markup.matchAll(/<aside([^>]*)>(.*?)<\/aside>/gs)].map(
      ([, attributes = '', inside = '']) => ({ called: attributeOf(attributes, 'aria-label') ?? '', inside }),
    );
    return new PageReader(expectNamed('aside', name, asides).inside);
  }

  /** The words of every heading, in order. */
  get headings(): string[] {
    return this.#headings().map(({ text }) => text);
  }

  /** The words of every button, in order, those that are links among them. */
  get buttons(): string[] {
    const all = this.#markup.matchAll(/<button[^>]*>(.*?)<\/button>|<a\s[^>]*role="button"[^>]*>(.*?)<\/a>/gs);
    return [...all].map(([, button, link]) => wordsOf(button ?? link ?? ''));
  }

  /** The state of a task in a list of tasks. */
  task(name: string): string {
    const tasks = [...this.#markup.matchAll(/<li class="nhsuk-task-list__item[^>]*>(.*?)<\/li>/gs)].map(
      ([, item = '']) => ({
        name: wordsOf(/<(?:a|div)\s?[^>]*>([^<]*)<\/(?:a|div)>/.exec(item)?.[1] ?? ''),
        status: wordsOf(/__status"[^>]*>(.*)<\/div>/s.exec(item)?.[1] ?? ''),
      }),
    );
    const named = tasks.filter((task) => task.name === name);
    return expectOne(
      'task',
      name,
      named,
      tasks.map((task) => task.name),
    ).status;
  }

  /** The field that has this label. */
  field(label: string): Field {
    const fields = fieldsIn(this.#markup);
    const named = fields.filter((field) => field.label === label);
    return expectOne(
      'field',
      label,
      named,
      fields.map((field) => field.label),
    );
  }

  /** The labels of the radios and checkboxes that are chosen, in order. */
  get chosen(): string[] {
    const labels = labelsIn(this.#markup);
    const boxes = [...this.#markup.matchAll(/<input([^>]*\stype="(?:radio|checkbox)"[^>]*)>/g)];
    return boxes.flatMap(([, attributes = '']) =>
      attributes.includes(' checked=""') ? [labels.get(attributeOf(attributes, 'id') ?? '') ?? ''] : [],
    );
  }

  /** What a form sends along unseen, under this name. */
  hidden(name: string): string {
    const inputs = [...this.#markup.matchAll(/<input([^>]*type="hidden"[^>]*)>/g)].map(
      ([, attributes = '']) => attributes,
    );
    const named = inputs.filter((attributes) => attributeOf(attributes, 'name') === name);
    const names = inputs.map((attributes) => attributeOf(attributes, 'name') ?? '');
    return attributeOf(expectOne('hidden field', name, named, names), 'value') ?? '';
  }

  /** What it says to search engines; empty where they may list it. */
  get robots(): string {
    return attributeOf(/<meta name="robots"([^>]*)>/.exec(this.#markup)?.[1] ?? '', 'content') ?? '';
  }

  /** The labels of fields, in order; none where there is nothing to fill in. */
  get fields(): string[] {
    return fieldsIn(this.#markup).map(({ label }) => label);
  }

  /** What the top of the page says to be wrong. Each entry leads to a field of the page, or reading it is an error. */
  get errors(): SummarisedError[] {
    const [, list = ''] = /role="alert"[^>]*>.*?<ul[^>]*>(.*?)<\/ul>/s.exec(this.#markup) ?? [];
    return [...list.matchAll(/<a href="#([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, id = '', message = '']) => {
      if (!this.#markup.includes(`id="${id}"`)) {
        throw new Error(`“${wordsOf(message)}” leads to #${id}, which is not on the page`);
      }
      return { message: wordsOf(message), field: this.#nameOf(id) };
    });
  }

  /** The label of a field by its id; of one choice among several, the words above them all. */
  #nameOf(id: string): string {
    const [control = ''] = new RegExp(`<[a-z]+[^>]*\\sid="${id}"[^>]*>`).exec(this.#markup) ?? [];
    const place = this.#markup.indexOf(control);
    const around = groupsIn(this.#markup).filter(({ start, end }) => start <= place && place < end);
    const outermost = around.toSorted((a, b) => a.start - b.start)[0];
    const isChoice = /type="(?:radio|checkbox)"/.test(control);
    return isChoice ? heardOf(outermost?.legend ?? '') : (labelsIn(this.#markup).get(decode(id)) ?? decode(id));
  }

  #links(): { readonly href: string; readonly words: string }[] {
    return [...this.#markup.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].map(
      ([, href = '', words = '']) => ({ href: decode(href), words: wordsOf(words) }),
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

/** The page of an answer, which must have this status: 409 or 422 for a form that came back. */
export function readPage(
  { statusCode, body }: { readonly statusCode: number; readonly body: string },
  status: number,
): PageReader {
  if (statusCode !== status) {
    throw new Error(`The answer has status ${statusCode}, not ${status}: ${wordsOf(body).slice(0, 200)}`);
  }
  // What stands in the head of every page alike is no part of this one.
  const page = new PageReader(body.replace(/<header class="nhsuk-header".*?<\/header>/s, ''));
  // Each fault at its top leads to where it is mended, or reading them is an error.
  expectMessages(page.errors);
  return page;
}
