import type { OfficialResultAnswer } from '../answers/official-answers.ts';

export const officialResultExample: OfficialResultAnswer = {
  code: 'RNZ',
  name: 'SALISBURY NHS FOUNDATION TRUST',
  careSetting: 'Acute',
  year: 2025,
  scores: [
    { measure: 'Well led', score: 2.8, published: '2.8' },
    { measure: 'Ensure smart foundations', score: 2.4, published: '2.4' },
  ],
  class: 'official',
  note: '',
  release: { series: 'dma-2024-2025', version: 2, publishedOn: '2026-03-30' },
  standing: 'official',
  source: {
    id: 'results-dma-2024-2025-2',
    title: 'Digital Maturity Assessment: results of 2024 and 2025, data file, version 2',
    publisher: 'NHS England',
    url: null,
  },
  illustrative: false,
  links: { organisation: '/api/v1/organisations/RNZ', area: null },
};
