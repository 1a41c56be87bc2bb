import type { AreaAnswer, FootprintAnswer } from '../answers/area-answers.ts';
import type { MembershipAnswer } from '../answers/membership-answers.ts';
import type { OrganisationAnswer } from '../answers/organisation-answers.ts';

/* Answers shown in the documentation. The facts in them are those of the reference files. */

/** The day the examples answer for. */
export const exampleDay = '2016-06-30';

const stp = { kind: 'stp', code: 'E54000016', name: 'The Black Country', slug: 'the-black-country' };
const region = {
  kind: 'region',
  code: 'Y55',
  name: 'Midlands and East of England',
  slug: 'midlands-and-east-of-england',
};
const footprint = { kind: 'footprint', code: 'wol', name: 'Wolverhampton', slug: 'wolverhampton' };

const roadmapReport = {
  id: 'ldr-wol',
  title: 'Local Digital Roadmap, report to the Health and Wellbeing Board',
  publisher: 'City of Wolverhampton Council',
  url: 'https://wolverhampton.moderngov.co.uk/mgAi.aspx?ID=20864',
};

export const areaExample: AreaAnswer = {
  ...stp,
  note: '',
  validFrom: '2016-03-15',
  validTo: null,
  standing: 'official',
  source: {
    id: 'ons-stps-2016',
    title: 'Sustainability and transformation plan footprints: names, codes, regions and CCGs, as first issued',
    publisher: 'Office for National Statistics',
    url: 'https://geoportal.statistics.gov.uk',
  },
  illustrative: false,
  links: { self: '/api/v1/areas/stp/E54000016', page: '/areas/stp/E54000016' },
};

export const footprintExample: FootprintAnswer = {
  ...footprint,
  stps: [stp],
  regions: [region],
  note: 'NHS Wolverhampton CCG leads',
  validFrom: exampleDay,
  validTo: null,
  standing: 'stated',
  source: roadmapReport,
  illustrative: false,
  links: {
    self: '/api/v1/footprints/wolverhampton',
    page: '/footprints/wolverhampton',
    members: '/api/v1/memberships?footprint=wolverhampton',
    roadmap: '/api/v1/roadmaps/wolverhampton',
  },
};

export const membershipExample: MembershipAnswer = {
  footprint,
  organisation: { code: '06A', name: 'NHS Wolverhampton CCG', type: 'ccg' },
  organisationStatus: 'active',
  role: 'lead',
  listedAs: 'NHS Wolverhampton CCG',
  note: '',
  validFrom: exampleDay,
  validTo: null,
  standing: 'stated',
  source: roadmapReport,
  illustrative: false,
  links: { footprint: '/api/v1/footprints/wolverhampton', organisation: '/api/v1/organisations/06A' },
};

export const organisationExample: OrganisationAnswer = {
  address: '',
  phone: '',
  openedOn: '2013-04-01',
  closedOn: null,
  code: '06A',
  hasOdsCode: true,
  name: 'NHS Wolverhampton CCG',
  type: { id: 'ccg', label: 'Clinical commissioning group' },
  typeStanding: 'official',
  status: 'active',
  town: 'Wolverhampton',
  postcode: 'WV10 9RU',
  stps: [stp],
  regions: [region],
  registeredPatients: { value: 269_145, measuredOn: '2016-01-01', sourceId: 'nhsbsa-list-sizes-2016' },
  note: '',
  validFrom: '2013-04-01',
  validTo: null,
  standing: 'official',
  source: {
    id: 'ods-ccgs-2016',
    title: 'Clinical commissioning groups (eccg)',
    publisher: 'NHS Digital, Organisation Data Service',
    url: 'https://digital.nhs.uk/services/organisation-data-service',
  },
  illustrative: false,
  links: {
    self: '/api/v1/organisations/06A',
    page: '/organisations/06A',
    memberships: '/api/v1/memberships?organisation=06A',
    results: '/api/v1/results?organisation=06A',
  },
};
