import type { Instrument, Theme } from '../../programme/index.ts';

/** Dimensions of a made-up instrument in the shape of a national one that adds up points: id, weight, points of its questions. */
const dimensions: readonly (readonly [id: string, weight: number, points: readonly number[]])[] = [
  ['structures', 0.25, [20, 10, 10]],
  ['resilience', 0.15, [10, 10]],
  ['management', 0.2, [30]],
  ['processes', 0.15, [5, 15, 20]],
  ['exchange', 0.2, [5, 5]],
  ['telehealth', 0.03, [10]],
  ['participation', 0.02, [8, 2]],
];

/** Seven weighted dimensions of points from 0 to 100, small enough to reckon by hand. */
export function weightedInstrument(): Instrument {
  return {
    id: 'weighted',
    version: '1',
    title: 'Weighted assessment',
    follows: null,
    scales: [
      {
        id: 'reached',
        label: 'How much is reached?',
        scored: true,
        options: [
          { id: 'none', label: 'None', score: 0 },
          { id: 'half', label: 'Half', score: 50 },
          { id: 'full', label: 'All', score: 100 },
        ],
      },
    ],
    themes: dimensions.map(([id, weight, points], index) => dimension(id, weight, points, index + 1)),
    scoring: {
      id: 'weighted-dimensions',
      label: 'Points are added up in each dimension, and dimensions weighed.',
      theme: 'mean-of-sections',
      gates: [],
      scale: { least: 0, most: 100, decimals: 1 },
    },
    notApplicableNeedsReason: false,
    provenance: 'Made up for tests.',
    declaration: 'The answers are right.',
  };
}

function dimension(id: string, weight: number, points: readonly number[], number: number): Theme {
  const questions = points.map((each, index) => ({
    id: `${id}-${index + 1}`,
    title: null,
    text: `Question ${index + 1} on ${id}`,
    help: '',
    scale: 'reached',
    evidence: [],
    levels: [],
    careSettings: [],
    notApplicable: false,
    weight: each,
    lineage: null,
    standing: 'inferred' as const,
  }));
  const section = { id: `${id}-all`, number, title: id, description: '', answeredBy: '', weight: 1, questions };
  return { id, title: id, description: '', weight, sections: [section] };
}
