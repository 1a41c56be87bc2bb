import { describe, expect, test } from 'vitest';
import { findNationalFindings, type NationalFindingsInput } from './find-national-findings.ts';
import type { AssessedProvider } from './national-statistics.ts';

const sections = ['Records', 'Orders', 'Medicines', 'Leadership', 'Governance', 'GS1 standards'].map(
  (label, index) => ({
    id: `s${index}`,
    label,
  }),
);

/** Six providers a setting; every score of a provider is `base` plus ten for each section, settings ten apart. */
function providers(settings: readonly string[]): AssessedProvider[] {
  return settings.flatMap((careSetting, place) =>
    Array.from({ length: 6 }, (_, index) => {
      const base = 20 + place * 10 + index;
      return {
        organisationId: `${careSetting}-${index}`,
        code: `${careSetting}-${index}`,
        name: `${careSetting} ${index}`,
        careSetting,
        regionCode: index % 2 === 0 ? 'R1' : 'R2',
        unasked: new Set(),
        scores: {
          sections: Object.fromEntries(
            sections.map(({ id }, at) => [id, base + at * 10 + (id === 's1' ? place * 5 : 0)]),
          ),
          themes: { readiness: base + 30, capabilities: base },
          overall: base + 15,
        },
      };
    }),
  );
}

const input: NationalFindingsInput = {
  words: { one: 'provider', many: 'providers' },
  scale: { decimals: 0 },
  providers: providers(['acute', 'community']),
  themes: [
    { id: 'readiness', label: 'Readiness' },
    { id: 'capabilities', label: 'Capabilities' },
  ],
  sections,
  careSettings: [
    { id: 'acute', label: 'Acute hospitals' },
    { id: 'community', label: 'Community services' },
  ],
  regions: [
    { id: 'R1', label: 'North' },
    { id: 'R2', label: 'South' },
  ],
};

const findingOf = (id: string, change: Partial<NationalFindingsInput> = {}) =>
  findNationalFindings({ ...input, ...change }).find((finding) => finding.id === id);

describe('findings', () => {
  test('of nothing are none', () => {
    expect(findNationalFindings({ ...input, providers: [] })).toEqual([]);
    expect(
      findNationalFindings({ ...input, providers: input.providers.map((one) => ({ ...one, scores: null })) }),
    ).toEqual([]);
  });

  test('name the strongest and the weakest theme with their medians', () => {
    expect(findingOf('themes')).toMatchObject({
      heading: 'Providers are furthest on in readiness, least in capabilities',
      text: 'Half of all providers score 58 or more for readiness. For capabilities the middle provider scores 28: 30 points less.',
    });
  });

  test('say when themes are level', () => {
    const level = input.providers.map((one) => ({
      ...one,
      scores: { sections: {}, themes: { readiness: 40, capabilities: 40 }, overall: 40 },
    }));
    expect(findingOf('themes', { providers: level })?.heading).toBe('The themes are level');
  });

  test('name the sections at both ends, and keep an abbreviation as it is', () => {
    const finding = findingOf('sections');
    expect(finding?.heading).toBe('Records has furthest to go');
    expect(finding?.text).toContain('records (28), orders (40) and medicines (48)');
    expect(finding?.text).toContain('GS1 standards (78), governance (68) and leadership (58)');
    expect(finding?.rows).toHaveLength(6);
  });

  test('find the section in which care settings differ most', () => {
    const finding = findingOf('care-settings');
    expect(finding?.heading).toBe('Care settings differ most in orders');
    expect(finding?.text).toContain('48 in community services and 33 in acute hospitals');
  });

  test('leave out a comparison of settings when only one is large enough', () => {
    expect(findingOf('care-settings', { providers: providers(['acute']) })).toBeUndefined();
  });

  test('set regions beside the providers in them', () => {
    const finding = findingOf('regions');
    expect(finding?.heading).toBe('Providers differ more than regions do');
    expect(finding?.text).toMatch(/within 1 point of each other.*spread over \d+ points/);
    expect(finding?.rows.map((row) => row.id)).toEqual(['all', 'R1', 'R2']);
  });
});
