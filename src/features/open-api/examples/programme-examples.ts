import type { WholeInstrumentAnswer } from '../answers/instrument-answers.ts';
import type { ProgrammeAnswer } from '../answers/programme-answers.ts';

/* Shortened: one of each, where the real answer has many. */

const source = { id: null, title: 'Programme pack england-ldr', publisher: 'Local Digital Roadmaps', url: null };

export const programmeExample: ProgrammeAnswer = {
  id: 'england-ldr',
  title: 'Local Digital Roadmaps, England 2015 to 2017',
  summary: 'Local health and care organisations agree one plan for care that no longer depends on paper.',
  positionOn: '2016-06-30',
  rounds: [
    {
      id: 'dmsa-2015',
      kind: 'assessment',
      label: 'Digital maturity self-assessment 2015/16',
      opensOn: '2015-11-01',
      dueOn: '2016-01-15',
      extendedTo: null,
      state: 'open',
      instrument: 'dmsa-2015',
      baselineRound: null,
    },
  ],
  commitments: [],
  areaKinds: [{ id: 'footprint', label: 'Local Digital Roadmap footprint' }],
  organisationTypes: [
    { id: 'acute-trust', label: 'Acute trust', isAssessed: true, careSetting: 'acute', furtherCareSettings: [] },
  ],
  careSettings: [{ id: 'acute', label: 'Acute and specialist hospitals' }],
  capabilityGroups: [],
  universalCapabilities: [],
  standing: 'inferred',
  source,
  illustrative: false,
};

export const instrumentExample: WholeInstrumentAnswer = {
  id: 'dmsa-2015',
  version: '1',
  title: 'Digital maturity self-assessment 2015/16',
  provenance: 'Published themes and scales; the questions are a reconstruction in our own words.',
  declaration: 'I have authority to answer for this organisation.',
  signing: { roles: ['executive'], who: 'an executive', boardApproval: 'not-asked' },
  notApplicableNeedsReason: false,
  asksDesiredLevels: false,
  returns: 'per-organisation',
  scoring: {
    id: 'mean-of-sections',
    label: 'A section’s score is the mean of its answers. A theme’s score is the mean of its sections.',
    theme: 'mean-of-sections',
    gates: [],
    scale: { least: 0, most: 100, decimals: 0 },
  },
  follows: null,
  rounds: ['dmsa-2015'],
  sectionCount: 1,
  questionCount: 1,
  standing: 'inferred',
  source,
  illustrative: false,
  links: { self: '/api/v1/instruments/dmsa-2015/1', page: '/questionnaires/dmsa-2015/1' },
  digest: '9d2c'.repeat(16),
  versions: [{ version: '1', digest: '9d2c'.repeat(16), links: { self: '/api/v1/instruments/dmsa-2015/1' } }],
  scales: [
    {
      id: 'agreement',
      label: 'How far do you agree?',
      isScored: true,
      options: [
        { id: 'disagree-completely', label: 'Disagree completely', score: 0 },
        { id: 'agree-completely', label: 'Agree completely', score: 100 },
      ],
    },
  ],
  themes: [
    {
      id: 'readiness',
      title: 'Readiness',
      description: 'Whether the organisation is able to plan digital change, carry it out and get the most from it.',
      answered: 'setting',
      sharedInGroup: false,
      weight: 1,
      sections: [
        {
          id: 'strategic-alignment',
          number: 1,
          title: 'Strategic alignment',
          description: 'Whether there is a digital strategy, whom it serves, and whether it is used.',
          answeredBy: 'The executive director who leads on strategy',
          weight: 1,
          questions: [
            {
              id: 'SA1',
              title: null,
              text: 'Our board has approved a digital strategy that serves our clinical and business aims.',
              help: 'Look for a strategy that is in date and that the board has approved.',
              scale: 'agreement',
              evidence: [],
              levels: [],
              careSettings: [],
              when: null,
              mayBeNotApplicable: false,
              weight: 1,
              lineage: null,
              standing: 'inferred',
            },
          ],
        },
      ],
    },
  ],
};
