import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Narrative } from './narrative.tsx';
import { isSafeLink } from './narrative-parser.ts';

function html(text: string, headingLevel: 2 | 3 | 4 | 5 | 6 = 3): string {
  const markup = renderToStaticMarkup(<Narrative text={text} headingLevel={headingLevel} />);
  return markup.replace(/^<div class="ldr-narrative">/, '').replace(/<\/div>$/, '');
}

describe('Narrative', () => {
  it.each([
    ['One line\nand the next', '<p>One line<br/>and the next</p>'],
    ['One\n\nTwo', '<p>One</p><p>Two</p>'],
    ['*so* **much**', '<p><em>so</em> <strong>much</strong></p>'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['3. three\n4. four', '<ol><li value="3">three</li><li value="4">four</li></ol>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    [
      '[NHS](https://www.nhs.uk/a?b=1&c=2)',
      '<p><a href="https://www.nhs.uk/a?b=1&amp;c=2" rel="nofollow noopener">NHS</a>' +
        '<span class="ldr-narrative__address"> (https://www.nhs.uk/a?b=1&amp;c=2)</span></p>',
    ],
    [
      '[us](mailto:us@example.nhs.uk "day or night")',
      '<p><a href="mailto:us@example.nhs.uk" rel="nofollow noopener">us</a>' +
        '<span class="ldr-narrative__address"> (mailto:us@example.nhs.uk)</span> (day or night)</p>',
    ],
    ['the \u202edne', '<p>the [U+202E]dne</p>'],
    ['2 \\* 3', '<p>2 * 3</p>'],
    ['', ''],
  ])('shows %j as %s', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it.each([
    ['# A\n\n## B\n\n# C', '<h3>A</h3><h4>B</h4><h3>C</h3>'],
    ['### A\n\n##### B', '<h3>A</h3><h4>B</h4>'],
    ['# A\n\n###### B\n\n###### C', '<h3>A</h3><h4>B</h4><h5>C</h5>'],
  ])('fits the headings of %j under a heading of the page', (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  it('goes no deeper than six levels', () => {
    expect(html('# A\n\n## B\n\n### C', 5)).toBe('<h5>A</h5><h6>B</h6><h6>C</h6>');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java\nscript:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:msgbox)',
    '[x](//evil.example/)',
    '[x](/workspace)',
    '![x](https://evil.example/pixel.gif)',
    '<https://evil.example/>',
    '[x][1]\n\n[1]: javascript:alert(1)',
    '<a href="https://evil.example" onclick="x()">y</a>',
    '**<b onmouseover=x>**',
    '[a](https://x.example "onmouseover=alert(1)")',
  ])('makes nothing active of %j', (text) => {
    const markup = html(text);
    expect(unexpectedTags(markup)).toEqual([]);
    expect(markup).not.toMatch(/href="(?!https?:\/\/[^\s/]|mailto:)/i);
  });

  it('writes nothing but the allowed elements, whatever is typed', () => {
    const marks = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '> ',
      '*',
      '**',
      '_',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '"',
      "'",
      '&',
      '\\',
      '\n',
      '\n\n',
      '`',
      '!',
      'javascript:',
      'https://x.example',
      '<script>',
      '<a href=x onclick=y>',
      '\u0000',
      '&#x6a;',
    );
    const text = fc
      .array(fc.oneof(marks, fc.string({ maxLength: 6 })), { maxLength: 40 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (typed) => {
        expect(unexpectedTags(html(typed))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['[', '*', '_', '> ', '- ', '# ', '[](', '**a ', '\\', '[a](b', '*a_ ', '\n- a\n  '])(
    'takes the longest text of %j without losing its breath',
    (piece) => {
      // What goes back over its text again and again reaches the time limit of a test.
      expect(unexpectedTags(html(piece.repeat(Math.ceil(50_000 / piece.length))))).toEqual([]);
    },
  );
});

/** Every tag that is not exactly one of those a text may have. */
function unexpectedTags(markup: string): string[] {
  const allowed =
    /^<(\/?(p|h[3-6]|ul|li|em|strong|blockquote|a|ol)|\/span|(li|span) class="ldr-narrative__[a-z-]+"|br\/|li value="\d+"|a href="[^"<>]*" rel="nofollow noopener")>$/;
  return (markup.match(/<[^>]*>/g) ?? []).filter((tag) => !allowed.test(tag));
}

describe('isSafeLink', () => {
  it.each(['http://a.example', 'HTTPS://a.example/b', 'mailto:a@b.example'])('allows %s', (address) => {
    expect(isSafeLink(address)).toBe(true);
  });

  it.each([
    '',
    'a',
    '/a',
    '//a.example',
    '#a',
    'https:',
    'https://',
    'https:///a',
    'javascript:x',
    ' https://a.example',
    'mailto:',
    'ftp://a.example',
    'tel:1',
  ])('refuses %j', (address) => {
    expect(isSafeLink(address)).toBe(false);
  });
});
