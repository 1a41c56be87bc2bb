const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

const voidTags = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

interface Open {
  readonly tag: string;
  readonly isHidden: boolean;
  /** The number of the next item, in an ordered list. */
  next: number;
}

/**
 * What a sighted reader sees of markup that React wrote: its text in order, the numbers of lists among it. What style sheets
 * hide, what is folded away, names inside drawings and the values of hidden fields are left out. What stands in fields is seen.
 */
export function visibleText(markup: string): string {
  const open: Open[] = [];
  let seen = '';
  for (const [piece, closing, tag, attributes = ''] of markup.matchAll(/<(\/?)([a-zA-Z][\w-]*)([^>]*)>|[^<]+|</g)) {
    if (closing === '/') {
      open.pop();
      seen += ' ';
      continue;
    }
    const started = tag === undefined ? null : opened(tag.toLowerCase(), attributes, open);
    const text = started === null ? decode(piece) : ` ${shownByTag(started, attributes, open.at(-1))}`;
    seen += isHidden(started === null ? open : [...open, started]) ? '' : text;
    if (started !== null && !voidTags.has(started.tag) && !attributes.endsWith('/')) {
      open.push(started);
    }
  }
  return seen;
}

/** Letters, accents and digits of a text, in order: what must not get lost, whatever becomes of marks and spaces. */
export function lettersOf(text: string): string {
  return (text.match(/[\p{L}\p{M}\p{N}]/gu) ?? []).join('');
}

/** The first letters of `wanted` that are not in `shown` in their order; empty when all are there. */
export function missingLetters(wanted: string, shown: string): string {
  const letters = [...lettersOf(wanted)];
  const rest = letters.slice();
  for (const letter of lettersOf(shown)) {
    if (letter === rest[0]) {
      rest.shift();
    }
  }
  return rest.join('');
}

function opened(tag: string, attributes: string, open: readonly Open[]): Open {
  const isFolded = open.at(-1)?.tag === 'details' && tag !== 'summary';
  const isHiddenByStyle = /class="[^"]*visually-hidden/.test(attributes) || /\shidden(=|\s|$)/.test(attributes);
  const isUnseen = ['script', 'style', 'template', 'title', 'desc', 'head'].includes(tag);
  return {
    tag,
    isHidden: isFolded || isHiddenByStyle || isUnseen,
    next: Number(attributeOf(attributes, 'start') ?? 1),
  };
}

function isHidden(open: readonly Open[]): boolean {
  return open.some((each) => each.isHidden);
}

function shownByTag({ tag }: Open, attributes: string, parent: Open | undefined): string {
  if (tag === 'input') {
    return /type="(hidden|checkbox|radio|submit)"/.test(attributes) ? '' : (attributeOf(attributes, 'value') ?? '');
  }
  if (tag !== 'li' || parent?.tag !== 'ol') {
    return '';
  }
  const number = Number(attributeOf(attributes, 'value') ?? parent.next);
  parent.next = number + 1;
  return `${number}. `;
}

function attributeOf(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : decode(value);
}

function decode(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '');
}
