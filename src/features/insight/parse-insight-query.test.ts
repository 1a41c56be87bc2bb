import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInsightQuery, scoreChoices } from './parse-insight-query.ts';

const known = {
  themes: [
    { id: 'readiness', label: 'Readiness' },
    { id: 'infrastructure', label: 'Infrastructure' },
  ],
  sections: [
    { id: 'leadership', label: 'Leadership' },
    { id: 'infra', label: 'Infrastructure' },
  ],
  careSettings: [{ id: 'acute', label: 'Acute' }],
  regions: [{ id: 'Y54', label: 'North' }],
};

describe('what to explore', () => {
  test('a theme of one section is offered once', () => {
    expect(scoreChoices(known).map(({ value }) => value)).toEqual([
      'overall',
      'theme:readiness',
      'theme:infrastructure',
      'section:leadership',
    ]);
  });

  test('comes from the address', () => {
    const query = { 'care-setting': 'acute', region: 'Y54', score: 'section:leadership' };
    expect(parseInsightQuery(query, known)).toEqual({
      careSetting: 'acute',
      region: 'Y54',
      score: 'section:leadership',
    });
  });

  test('is all of it, and the overall score, where nothing known is asked for', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('care-setting', 'region', 'score'), fc.anything()), (query) => {
        const read = parseInsightQuery(query, known);
        expect(['', 'acute']).toContain(read.careSetting);
        expect(['', 'Y54']).toContain(read.region);
        expect(scoreChoices(known).map(({ value }) => value)).toContain(read.score);
      }),
    );
  });
});
