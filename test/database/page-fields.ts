import { decode } from './page-forms.ts';
import { attributeOf, heardOf, wordsOf } from './page-words.ts';

interface Group {
  /** As markup; empty where it has none. */
  readonly legend: string;
  readonly start: number;
  readonly end: number;
}

export interface Field {
  readonly name: string;
  readonly label: string;
  /** What stands in it; of a list, what is chosen. */
  readonly value: string;
  /** What is said beside it to be wrong; empty where nothing is. */
  readonly error: string;
}

/** Groups of fields, which may hold one another: the words above each, and where what it holds begins and ends. */
export function groupsIn(markup: string): Group[] {
  const groups: Group[] = [];
  const open: Omit<Group, 'end'>[] = [];
  for (const { 0: tag, 1: legend = '', index } of markup.matchAll(
    /<fieldset[^>]*>\s*<legend[^>]*>(.*?)<\/legend>|<fieldset[^>]*>|<\/fieldset>/gs,
  )) {
    if (tag === '</fieldset>') {
      const group = open.pop();
      groups.push(...(group === undefined ? [] : [{ ...group, end: index }]));
    } else {
      open.push({ legend, start: index + tag.length });
    }
  }
  return groups;
}

/** Labels by the id of their field. */
export function labelsIn(markup: string): ReadonlyMap<string, string> {
  const labels = markup.matchAll(/<label[^>]*\sfor="([^"]*)"[^>]*>(.*?)<\/label>/gs);
  return new Map([...labels].map(([, id = '', words = '']) => [decode(id), heardOf(words)]));
}

/** Every field that has a label, in order, but for choices. */
export function fieldsIn(markup: string): Field[] {
  const labels = labelsIn(markup);
  const controls = markup.matchAll(
    /<input([^>]*)>|<textarea([^>]*)>(.*?)<\/textarea>|<select([^>]*)>(.*?)<\/select>/gs,
  );
  return [...controls].flatMap(([, input, area, text = '', select, options = '']) => {
    const attributes = input ?? area ?? select ?? '';
    const id = attributeOf(attributes, 'id') ?? '';
    const label = labels.get(id);
    if (label === undefined || /type="(?:radio|checkbox|hidden)"/.test(attributes)) {
      return [];
    }
    const chosen = /<option[^>]*\sselected[^>]*>(.*?)<\/option>/s.exec(options)?.[1] ?? '';
    const typed = area === undefined ? (attributeOf(attributes, 'value') ?? '') : decode(text).replace(/^\n/, '');
    const name = attributeOf(attributes, 'name') ?? '';
    return [{ name, label, value: select === undefined ? typed : wordsOf(chosen), error: errorOf(markup, id) }];
  });
}

function errorOf(markup: string, id: string): string {
  const found = [...markup.matchAll(/<span[^>]*\sid="([^"]*)-error"[^>]*>(.*?<\/span>.*?)<\/span>/gs)];
  const [, , words = ''] = found.find(([, of = '']) => decode(of) === id) ?? [];
  return wordsOf(words);
}
