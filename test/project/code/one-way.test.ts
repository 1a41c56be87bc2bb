import { describe, expect, it } from 'vitest';
import { listSourceFiles } from './source-files.ts';

/* What there is one way for. Each rule is shown what it must see, so that it cannot fall silent. */

const files = await listSourceFiles();

/** Names of areas, areas in areas, places of organisations and memberships. */
const places = '(?:area_record|area_link|organisation_area|membership)';

const rules = [
  {
    says: 'who is where is written by one repository',
    pattern: new RegExp(
      `(?:insert into|update|delete from)\\s+${places}\\b|(?:insertInto|updateTable|deleteFrom)\\('${places}'`,
      'i',
    ),
    home: null,
    seen: ['await sql`insert into membership (area_id) values ($1)`', "transaction.updateTable('area_link').set({})"],
    passed: ['select from membership where true'],
  },
  {
    says: 'text is compared in one place',
    pattern: /localeCompare|Intl\.Collator|<[^;]*\? -1 : /,
    home: 'src/platform/compare.ts',
    seen: ['a.name.localeCompare(b.name)', '(a, b) => (a.id < b.id ? -1 : 1)'],
    passed: ['descending ? -1 : 1'],
  },
  {
    says: 'decimals are rounded in one place',
    pattern: /Math\.round\([^;]*\* ?10+\) ?\/ ?10+/,
    home: 'src/platform/rounding.ts',
    seen: ['Math.round(value * 100) / 100'],
    passed: ['Math.round(share * 100)'],
  },
  {
    says: 'a posted form is read with all its faults in one way',
    pattern: /texts?Of\(\s*postedForm\(request\.body\)/,
    // Signing in tells no faults field by field.
    home: 'src/features/identity/',
    seen: ["const reason = textOf(postedForm(request.body), 'reason');"],
    passed: ["textOf(postedForm(request.query), 'page')", 'readForm(postedForm(request.body))'],
  },
  {
    says: 'a name becomes part of an address in one place',
    pattern: /\[\^a-z0-9\]\+\/g, '-'/,
    home: 'src/platform/slug.ts',
    seen: ["name.replaceAll(/[^a-z0-9]+/g, '-')"],
    passed: ['/^[a-z0-9]+$/'],
  },
  {
    says: 'whoever is refused and told where to look is led there',
    pattern:
      /new \w+Error\(\s*['"`][^'"`]*(?:Go back to|Choose one from|Look for it in|Find it in|look in the list|from My work|[Ii]ts page|See the)[^'"`]*['"`],?\s*\)/,
    home: null,
    seen: ["new NotFoundError('There is no such part. Go back to the roadmap and choose one.')"],
    passed: ["new NotFoundError('Look for it in the list.', { href: paths.exemplars(), text: 'Go to the exemplars' })"],
  },
];

describe.each(rules)('$says', ({ pattern, home, seen, passed }) => {
  it('and the rule sees where it is done elsewhere', () => {
    expect(seen.filter((text) => !pattern.test(text))).toEqual([]);
    expect(passed.filter((text) => pattern.test(text))).toEqual([]);
  });

  it('in the whole service', () => {
    const found = files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
    expect(found.filter((path) => home === null || !path.startsWith(home))).toEqual([]);
  });
});
