import type { ChangeAnswer, SuccessionAnswer } from '../answers/history-answers.ts';
import { footprintExample } from './directory-examples.ts';

/* Answers about history shown in the documentation. The facts in them are those of the reference files. */

/** Of what kept its name and place. */
export const historyExample = { formerNames: [], predecessors: [], successors: [] };

const organisation = (code: string, name: string) => ({ code, name, kind: 'organisation', slug: null });

export const successionExample: SuccessionAnswer = {
  id: '01a2b3c4-0000-7000-8000-000000000000',
  subject: 'organisation',
  kind: 'merge',
  effectiveOn: '2017-04-01',
  predecessors: [
    organisation('00W', 'NHS Central Manchester CCG'),
    organisation('01M', 'NHS North Manchester CCG'),
    organisation('01N', 'NHS South Manchester CCG'),
  ],
  successors: [organisation('14L', 'NHS Manchester CCG')],
  reason: '',
  standing: 'official',
  source: {
    id: 'ods-successors-2022',
    title: 'Succession of organisations',
    publisher: 'NHS Digital, Organisation Data Service',
    url: 'https://digital.nhs.uk/services/organisation-data-service',
  },
  illustrative: false,
};

export const changeExample: ChangeAnswer = {
  subject: 'area',
  change: 'opened',
  code: footprintExample.code,
  name: footprintExample.name,
  type: 'footprint',
  status: '',
  before: '',
  after: footprintExample.name,
  on: footprintExample.validFrom,
  onIs: 'stated',
  others: [],
  standing: footprintExample.standing,
  source: footprintExample.source,
  illustrative: false,
  links: { page: '/footprints/wolverhampton?as-at=2016-06-30' },
};
