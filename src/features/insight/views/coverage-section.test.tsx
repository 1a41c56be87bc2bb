import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { type AssessedProvider, coverageOf } from '../national-statistics.ts';
import { CoverageSection } from './coverage-section.tsx';

function sectionOf(missing: number): string {
  const providers = Array.from({ length: missing }, (_, index): AssessedProvider => {
    const code = `P${index}`;
    return {
      organisationId: code,
      code,
      name: `Provider ${index}`,
      careSetting: 'acute',
      regionCode: null,
      unasked: new Set(),
      scores: null,
    };
  });
  const coverage = { all: coverageOf({ id: 'all', label: 'All' }, providers), byCareSetting: [], byRegion: [] };
  return renderToStaticMarkup(
    <CoverageSection
      roundLabel="Round"
      asked="trusts"
      words={{ one: 'provider', many: 'providers' }}
      coverage={coverage}
      basis=""
    />,
  );
}

const namesIn = (page: string) => page.match(/\/organisations\//g)?.length;

test('all who are missing are named', () => {
  const page = sectionOf(300);
  expect(namesIn(page)).toBe(300);
  expect(page).not.toContain('first 300');
});

test('of very many the first are named, and how many more there are', () => {
  const page = sectionOf(1500);
  expect(page).toContain('Who is missing (1500)');
  expect(namesIn(page)).toBe(300);
  expect(page).toContain('These are the first 300 by name. 1,200 more are missing.');
});
