import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreAssessment, smallestGroup, storedScores, withheldSections } from '../scoring/index.ts';
import { arbitraryAssessment } from '../scoring/testing/arbitraries.ts';
import { type PeerScore, partKey, peerSpreads, scoresForEverybody } from './peer-spreads.ts';

const overall = (score: number | null): { scores: PeerScore[] } => ({
  scores: [{ level: 'overall', key: 'overall', score, answered: score === null ? 0 : 9 }],
});
const arbitraryScores = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { maxLength: 20 });

describe('the spread of others', () => {
  it('is shown of five scores, and of none that there is not', () => {
    expect(peerSpreads([10, 20, 30, 40].map(overall)).get('overall overall')).toBe(null);
    expect(peerSpreads([10, 20, 30, 40, null].map(overall)).get('overall overall')).toBe(null);
    expect(peerSpreads([10, 20, 30, 40, 50].map(overall)).get('overall overall')).toMatchObject({ n: 5, median: 30 });
  });

  it('does not hang on the order, and never counts an unknown score', () => {
    fc.assert(
      fc.property(
        arbitraryScores.chain((scores) =>
          fc.tuple(
            fc.constant(scores),
            fc.shuffledSubarray(scores, { minLength: scores.length, maxLength: scores.length }),
          ),
        ),
        ([scores, shuffled]) => {
          const known = scores.filter((score) => score !== null);
          const spread = peerSpreads(scores.map(overall)).get('overall overall') ?? null;
          expect(peerSpreads(shuffled.map(overall)).get('overall overall') ?? null).toEqual(spread);
          expect(spread === null).toBe(known.length < smallestGroup);
          expect(spread?.n ?? known.length).toBe(known.length);
        },
      ),
    );
  });

  it('counts no score that is withheld from everybody', () => {
    fc.assert(
      fc.property(arbitraryAssessment(), ({ instrument, careSetting, answers }) => {
        const scores = storedScores(scoreAssessment(instrument, careSetting, answers));
        const withheld = withheldSections(instrument, scores);
        const peers = Array.from({ length: smallestGroup }, () => ({ scores: scoresForEverybody(instrument, scores) }));
        const spreads = peerSpreads(peers);
        expect([...withheld].filter((key) => spreads.has(partKey({ level: 'section', key })))).toEqual([]);
      }),
    );
  });
});
