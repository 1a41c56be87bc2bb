import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overviewOfResult, scoreAssessment, storedScores } from '../scoring/index.ts';
import { arbitraryAssessment } from '../scoring/testing/arbitraries.ts';
import { answers, fixtureInstrument } from '../scoring/testing/fixture-instrument.ts';
import { weakSections } from './weak-sections.ts';

it('begins with the lowest section, and names none that has all there is', () => {
  const instrument = fixtureInstrument();
  const given = answers({
    ...{ SA1: 'agree', SA2: 'agree', SA3: 'agree', RA1: '61-80', RA2: 'unstructured', RA3: '0-50' },
    ...{ MM1: '0', MM2: '21-40', EI1: '81-100', EI2: 'neither' },
  });
  const scores = storedScores(scoreAssessment(instrument, 'acute', given));
  expect(weakSections(overviewOfResult(instrument, scores, []), instrument.scoring.scale)).toEqual([
    'medicines',
    'records',
    'infrastructure',
  ]);
});

it('names three at the most, each once, and only with a score below the best', () => {
  fc.assert(
    fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers: given }) => {
      const { sections } = scoreAssessment(instrument, careSetting, given);
      const scores = storedScores(scoreAssessment(instrument, careSetting, given));
      const { scale } = instrument.scoring;
      const weak = weakSections(overviewOfResult(instrument, scores, []), scale);
      expect(new Set(weak).size).toBe(weak.length);
      expect(weak.length).toBeLessThanOrEqual(3);
      const scoreOf = (id: string) => sections.find(({ sectionId }) => sectionId === id)?.score ?? null;
      for (const id of weak) {
        expect(scoreOf(id)).not.toBe(null);
        expect(scoreOf(id)).toBeLessThan(scale.most);
      }
      const lowest = weak.map((id) => scoreOf(id) ?? 0);
      expect(lowest).toEqual(lowest.toSorted((one, other) => one - other));
    }),
  );
});
