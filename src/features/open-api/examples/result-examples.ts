import type { RoadmapDownload } from '../../roadmap/index.ts';
import type { ResultAnswer } from '../answers/result-answers.ts';
import type { RoadmapAnswer } from '../answers/roadmap-answers.ts';

/* Results and roadmaps in the documentation are made up, and say so. */

const madeUp = {
  standing: 'illustrative',
  source: { id: null, title: 'Made up to show the service', publisher: 'Local Digital Roadmaps', url: null },
  illustrative: true,
} as const;

export const resultExample: ResultAnswer = {
  organisation: { code: 'RL4', name: 'The Royal Wolverhampton NHS Trust', type: 'acute-trust' },
  round: { id: 'dmsa-2015', label: 'Digital maturity self-assessment 2015/16' },
  careSetting: { id: 'acute', label: 'Acute and specialist hospitals' },
  instrument: { id: 'dmsa-2015', version: '1' },
  method: { id: 'mean-of-sections', label: 'A section’s score is the mean of its answers.' },
  submittedAt: '2016-01-14T16:20:00.000Z',
  moderation: {
    finishedAt: '2016-02-19T11:00:00.000Z',
    checkedBy: 'peers',
    answers: 140,
    checked: 12,
    changed: 1,
  },
  overall: {
    score: 52.5,
    answered: 140,
    evidenced: 12,
    class: 'asserted',
    applicable: 141,
    notApplicable: 2,
    missing: 1,
    found: { score: 51.9, checked: 12, class: 'asserted' },
  },
  themes: [
    {
      id: 'readiness',
      title: 'Readiness',
      score: 75,
      answered: 40,
      evidenced: 0,
      class: 'asserted',
      applicable: 40,
      notApplicable: 0,
      missing: 0,
      found: { score: 73.5, checked: 12, class: 'asserted' },
    },
  ],
  sections: [
    {
      id: 'strategic-alignment',
      title: 'Strategic alignment',
      score: 80,
      answered: 5,
      evidenced: 5,
      class: 'evidenced',
      applicable: 5,
      notApplicable: 0,
      missing: 0,
      found: { score: 70, checked: 5, class: 'peer-checked' },
    },
  ],
  takenFrom: null,
  corrected: [],
  ...madeUp,
  links: {
    organisation: '/api/v1/organisations/RL4',
    instrument: '/api/v1/instruments/dmsa-2015/1',
    questionnaire: '/questionnaires/dmsa-2015/1',
  },
};

const digest = '3a1f'.repeat(16);

export const roadmapExample: RoadmapAnswer = {
  footprint: { kind: 'footprint', code: 'wol', name: 'Wolverhampton', slug: 'wolverhampton' },
  version: 1,
  release: 1,
  publishedAt: '2016-10-17T09:00:00.000Z',
  digest,
  ...madeUp,
  links: {
    self: '/api/v1/roadmaps/wolverhampton',
    page: '/footprints/wolverhampton/roadmap/versions/1',
    download: '/footprints/wolverhampton/roadmap/versions/1/download.json',
    footprint: '/api/v1/footprints/wolverhampton',
  },
};

export const downloadExample: RoadmapDownload = {
  schema: 'local-digital-roadmaps/download/1',
  illustrative: true,
  digest,
  recordDigest: digest,
  document: {
    schema: 'local-digital-roadmaps/document/1',
    programme: { id: 'england-ldr', title: 'Local Digital Roadmaps, England 2015 to 2017' },
    round: { id: 'ldr-2016', label: 'Local Digital Roadmap 2016' },
    footprint: {
      code: 'wol',
      name: 'Wolverhampton',
      region: 'Y55',
      stps: [{ code: 'E54000016', name: 'The Black Country' }],
    },
    version: 1,
    frozenAt: '2016-06-20T09:00:00.000Z',
    illustrative: true,
    members: [{ code: '06A', name: 'NHS Wolverhampton CCG', role: 'lead' }],
    baselineSource: {
      round: { id: 'dmsa-2015', label: 'Digital maturity self-assessment 2015/16' },
      instrument: { id: 'dmsa-2015', version: '1', title: 'Digital maturity self-assessment 2015/16' },
      method: { id: 'mean-of-sections', label: 'A section’s score is the mean of its answers.' },
    },
    terms: {
      template: { id: 'ldr-2016', label: 'Local Digital Roadmap' },
      capabilityGroups: [],
      universalCapabilities: [],
      targetYears: [],
      ambitionYears: [],
      planQuarters: [],
      deploymentYears: [],
    },
    sections: [
      {
        id: 'vision',
        kind: 'part',
        title: 'Vision',
        visibility: 'public',
        digest,
        salt: null,
        content: { partId: 'vision', body: 'Everyone who cares for a patient sees the same record.', localHeading: '' },
      },
    ],
  },
  endorsements: [
    {
      organisation: '06A',
      person: 'Alex Illustrative',
      role: 'Accountable officer',
      decision: 'endorse',
      conditions: '',
      at: '2016-06-22T10:00:00.000Z',
      digest,
    },
  ],
  publication: { release: 1, version: 1, footprint: 'wol', publishedAt: '2016-10-17T09:00:00.000Z' },
};
