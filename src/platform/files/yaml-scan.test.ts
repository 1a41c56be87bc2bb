import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, LineCounter, type ParsedNode, parseDocument, visit } from 'yaml';
import { programmeFolder } from '../../project-folder.ts';
import { parseLimitedYaml, yamlExcess } from './yaml-scan.ts';

describe('yamlExcess', () => {
  it.each([
    ['lists', '['.repeat(50_000)],
    ['objects', '{a: '.repeat(50_000)],
    ['items on a line', '- '.repeat(50_000)],
    ['keys on a line', '? '.repeat(50_000)],
    ['lines further and further to the right', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['lists over many lines', 'a: [\n'.repeat(100)],
  ])('stops at %s in each other', (_, text) => {
    expect(yamlExcess(text, 64)).toBe('nests more than 64 levels deep: write it flatter');
  });

  it('stops at an alias', () => {
    expect(yamlExcess('a: &a [x, x]\nb: [*a, *a]\n', 64)).toBe('repeats a part by an alias (*a): write it out');
  });

  it('passes what is written by hand, brackets and stars in texts too', () => {
    expect(yamlExcess(`a: "${'['.repeat(200)}"\nb: |\n  ${'- '.repeat(200)}\nc: 'not *an alias'\n`, 64)).toBeNull();
    const names = readdirSync(programmeFolder).filter((name) => name.endsWith('.yaml'));
    const found = names.map((name) => yamlExcess(readFileSync(`${programmeFolder}/${name}`, 'utf8'), 16));
    expect(new Set(found)).toEqual(new Set([null]));
  });
});

describe('parseLimitedYaml', () => {
  type Parsed = Document.Parsed<ParsedNode> | ReturnType<typeof parseDocument>;

  /** What is read of a document: its values, their places, its lines and what is wrong with it. */
  const readOf = (parse: (lines: LineCounter) => Parsed | string) => {
    const lines = new LineCounter();
    const parsed = parse(lines);
    if (typeof parsed === 'string') {
      return parsed;
    }
    const faults = [...parsed.errors, ...parsed.warnings].map(({ code, pos }) => [code, pos]);
    const value = parsed.errors.length === 0 ? JSON.stringify(parsed.toJS()) : null;
    const places: unknown[] = [];
    visit(parsed, { Node: (_key, node) => void places.push(node.range) });
    return { faults, value, lines: lines.lineStarts.join(), places: places.join(' ') };
  };
  const limited = (text: string) =>
    readOf((lines) => {
      const parsed = parseLimitedYaml(text, 64, lines);
      return parsed.kind === 'excess' ? parsed.excess : parsed.document;
    });
  const whole = (text: string) =>
    yamlExcess(text, 64) ?? readOf((lineCounter) => parseDocument(text, { lineCounter, prettyErrors: false }));

  it('reads a file of the programme as the whole parser does', () => {
    const text = readFileSync(`${programmeFolder}/programme.yaml`, 'utf8');
    expect(limited(text)).toEqual(whole(text));
  });

  it.each([
    ['nothing', ''],
    ['a comment alone', '# nothing\n'],
    ['a key given twice', 'a: 1\nb: 2\na: 3\n'],
    ['a tab', 'a:\n\tb: 1\n'],
    ['a quote left open', 'a: "b\nc: d\n'],
    ['a list left open', 'a: [1, 2\nb: 3\n'],
    ['two documents', 'a: 1\n---\nb: 2\n'],
    ['lines of Windows', 'a: 1\r\nb:\r\n  - c\r\n'],
    ['a tag that nobody knows', 'a: !none b\n'],
  ])('finds in a text with %s what the whole parser finds, on the same lines', (_, text) => {
    expect(limited(text)).toEqual(whole(text));
  });

  it('reads whatever is typed as the whole parser does', () => {
    const pieces = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ', ',
      '#',
      '|',
      '---\n',
      '%',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 30 }).map((all) => all.join('')),
        (text) => {
          expect(limited(text)).toEqual(whole(text));
        },
      ),
    );
  });
});
