const segment = encodeURIComponent;

/** Parts of a query by name; empty ones are left out of the address. */
type Query = Readonly<Record<string, string>>;

function withQuery(address: string, query: Query): string {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return text === '' ? address : `${address}?${text}`;
}

/** Every address of the service; pages and redirects build theirs here and nowhere else. */
export const paths = {
  home: () => '/',
  about: () => '/about',
  /** `topic`: the subject chosen beforehand. */
  contact: (topic = '') => (topic === '' ? '/contact' : `/contact?topic=${segment(topic)}`),
  contactSent: (reference: string) => `/contact/sent?reference=${segment(reference)}`,
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  status: () => '/status',
  data: () => '/data',
  search: (query = '') => (query === '' ? '/search' : `/search?q=${segment(query)}`),

  footprints: (query: Query = {}) => withQuery('/footprints', query),
  footprint: (slug: string) => `/footprints/${segment(slug)}`,
  publishedRoadmap: (slug: string) => `/footprints/${segment(slug)}/roadmap`,
  publishedVersion: (slug: string, number: number) => `/footprints/${segment(slug)}/roadmap/versions/${number}`,
  roadmapSignUp: (slug: string) => `/footprints/${segment(slug)}/roadmap/sign-up`,
  roadmapDownload: (slug: string, number: number) =>
    `/footprints/${segment(slug)}/roadmap/versions/${number}/download.json`,
  organisations: (query: Query = {}) => withQuery('/organisations', query),
  organisation: (code: string) => `/organisations/${segment(code)}`,
  area: (kind: string, code: string) => `/areas/${segment(kind)}/${segment(code)}`,
  insights: () => '/insights',
  exemplars: () => '/exemplars',
  exemplar: (id: string) => `/exemplars/${segment(id)}`,

  signIn: (returnTo?: string) => (returnTo === undefined ? '/sign-in' : `/sign-in?return-to=${segment(returnTo)}`),
  signOut: () => '/sign-out',
  personas: () => '/sign-in/personas',

  workspace: () => '/workspace',
  assessment: (code: string, round: string) => `/workspace/assessments/${segment(code)}/${segment(round)}`,
  assessmentSection: (code: string, round: string, section: string) =>
    `/workspace/assessments/${segment(code)}/${segment(round)}/sections/${segment(section)}`,
  assessmentRequest: (code: string, round: string) =>
    `/workspace/assessments/${segment(code)}/${segment(round)}/request-authorisation`,
  assessmentAuthorise: (code: string, round: string) =>
    `/workspace/assessments/${segment(code)}/${segment(round)}/authorise`,
  assessmentReturn: (code: string, round: string) => `/workspace/assessments/${segment(code)}/${segment(round)}/return`,
  assessmentResult: (code: string, round: string) => `/workspace/assessments/${segment(code)}/${segment(round)}/result`,

  roadmap: (slug: string) => `/workspace/roadmaps/${segment(slug)}`,
  roadmapPart: (slug: string, part: string) => `/workspace/roadmaps/${segment(slug)}/parts/${segment(part)}`,
  /** Every text saved of one thing in the current version: `part:vision`, `trajectory`, `universal-plan:A`, `deployment:<id>`. */
  draftHistory: (slug: string, subject: string) => `/workspace/roadmaps/${segment(slug)}/history/${segment(subject)}`,
  trajectory: (slug: string) => `/workspace/roadmaps/${segment(slug)}/trajectory`,
  universalPlans: (slug: string) => `/workspace/roadmaps/${segment(slug)}/universal-capabilities`,
  universalPlan: (slug: string, capability: string) =>
    `/workspace/roadmaps/${segment(slug)}/universal-capabilities/${segment(capability)}`,
  deployments: (slug: string) => `/workspace/roadmaps/${segment(slug)}/deployments`,
  newDeployment: (slug: string) => `/workspace/roadmaps/${segment(slug)}/deployments/new`,
  deployment: (slug: string, id: string) => `/workspace/roadmaps/${segment(slug)}/deployments/${segment(id)}`,
  removeDeployment: (slug: string, id: string) =>
    `/workspace/roadmaps/${segment(slug)}/deployments/${segment(id)}/remove`,
  freeze: (slug: string) => `/workspace/roadmaps/${segment(slug)}/freeze`,
  unfreeze: (slug: string) => `/workspace/roadmaps/${segment(slug)}/return-to-draft`,
  agreement: (slug: string) => `/workspace/roadmaps/${segment(slug)}/agreement`,
  endorse: (slug: string, organisationCode: string) =>
    `/workspace/roadmaps/${segment(slug)}/agreement/${segment(organisationCode)}`,
  submitRoadmap: (slug: string) => `/workspace/roadmaps/${segment(slug)}/submit`,
  publishRoadmap: (slug: string) => `/workspace/roadmaps/${segment(slug)}/publish`,
  readVersion: (slug: string, number: number) => `/workspace/roadmaps/${segment(slug)}/versions/${number}`,
  newVersion: (slug: string) => `/workspace/roadmaps/${segment(slug)}/new-version`,

  reviews: () => '/workspace/reviews',
  review: (slug: string) => `/workspace/reviews/${segment(slug)}`,
  startReview: (slug: string) => `/workspace/reviews/${segment(slug)}/start`,
  /** `outcome`: the one whose letter is previewed. */
  reviewDecision: (slug: string, outcome = '') =>
    `/workspace/reviews/${segment(slug)}/decision${outcome === '' ? '' : `?outcome=${segment(outcome)}`}`,

  nominateExemplar: () => '/workspace/exemplars/new',
  manageExemplars: () => '/workspace/exemplars',
  withdrawExemplar: (id: string) => `/workspace/exemplars/${segment(id)}/withdraw`,
  messages: () => '/workspace/messages',
  answeredMessages: () => '/workspace/messages?show=answered',
  answerMessage: (id: string) => `/workspace/messages/${segment(id)}/answered`,

  api: () => '/api/v1',
  apiFootprint: (slug: string) => `/api/v1/footprints/${segment(slug)}`,
  apiOrganisations: () => '/api/v1/organisations',
  apiOrganisation: (code: string) => `/api/v1/organisations/${segment(code)}`,
  apiDocs: () => '/api/docs',
  openApi: () => '/api/v1/openapi.json',
  /** A list of the API, or one thing in it: `apiItem('areas', 'stp', 'E54000001')`. */
  apiItem: (list: string, ...keys: readonly string[]) => ['/api/v1', list, ...keys.map(segment)].join('/'),
  apiMembershipsOf: (slug: string) => `/api/v1/memberships?footprint=${segment(slug)}`,
  apiMembershipsOfOrganisation: (code: string) => `/api/v1/memberships?organisation=${segment(code)}`,
  apiResultsOf: (code: string) => `/api/v1/results?organisation=${segment(code)}`,
} as const;
