import { evidencePaths } from './evidence-paths.ts';
import { notePaths } from './note-paths.ts';
import { pollPaths } from './poll-paths.ts';
import { type DocumentPageId, publishedRoadmapPaths } from './published-roadmap-paths.ts';
import { questionnairePaths } from './questionnaire-paths.ts';
import { reportPaths } from './report-paths.ts';
import { returnFilePaths } from './return-file-paths.ts';
import { validationPaths } from './validation-paths.ts';

const segment = encodeURIComponent;

/** Parts of a query by name; empty ones are left out of the address. */
type Query = Readonly<Record<string, string>>;

function withQuery(address: string, query: Query): string {
  const text = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
  return text === '' ? address : `${address}?${text}`;
}

function assessment(code: string, round: string, setting: string | null = null): string {
  const ofOrganisation = `/workspace/assessments/${segment(code)}/${segment(round)}`;
  return setting === null ? ofOrganisation : `${ofOrganisation}/settings/${segment(setting)}`;
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
  findArea: (query = '') => (query === '' ? '/find' : `/find?q=${segment(query)}`),
  search: (query = '') => (query === '' ? '/search' : `/search?q=${segment(query)}`),

  footprints: (query: Query = {}) => withQuery('/footprints', query),
  /** Two footprints side by side; of one the other is still to be chosen, of none both. */
  compareFootprints: (a = '', b = '') => withQuery('/footprints/compare', { a, b }),
  footprint: (slug: string, query: Query = {}) => withQuery(`/footprints/${segment(slug)}`, query),
  /** `from`, `to`: the two days to compare. */
  footprintChanges: (slug: string, query: Query = {}) => withQuery(`/footprints/${segment(slug)}/changes`, query),
  /** `from`, `to`: the two days to compare; `fragment`: the part of the page. */
  changes: (query: Query = {}, fragment = '') =>
    `${withQuery('/changes', query)}${fragment === '' ? '' : `#${fragment}`}`,
  ...publishedRoadmapPaths,
  /** `series`: the publication; `setting`, `year`: the part of it; `format`: as a file. */
  nationalResults: () => '/insights/official-results',
  officialResults: (query: Query = {}) => withQuery('/official-results', query),
  organisations: (query: Query = {}) => withQuery('/organisations', query),
  organisation: (code: string) => `/organisations/${segment(code)}`,
  area: (kind: string, code: string, query: Query = {}) => withQuery(`/areas/${segment(kind)}/${segment(code)}`, query),
  ...questionnairePaths(withQuery),
  insights: () => '/insights',
  /** `group`: the capability group that those shown are in. */
  exemplars: (query: Query = {}) => withQuery('/exemplars', query),
  exemplar: (id: string) => `/exemplars/${segment(id)}`,

  signIn: (returnTo?: string) => (returnTo === undefined ? '/sign-in' : `/sign-in?return-to=${segment(returnTo)}`),
  signOut: () => '/sign-out',
  /** `returnTo`: where to go as the one that is chosen. */
  personas: (returnTo = '') => withQuery('/sign-in/personas', { 'return-to': returnTo }),
  /** `returnTo`: where to go once the code is right. */
  signInCode: (returnTo = '') => withQuery('/sign-in/code', { 'return-to': returnTo }),
  /** To the provider of single sign-on. `returnTo`: where to go once back and signed in. */
  signInProvider: (returnTo = '') => withQuery('/sign-in/provider', { 'return-to': returnTo }),
  signInProviderCallback: () => '/sign-in/provider/callback',
  /** What the browser is to be told when somebody signs in by a passkey. */
  signInPasskeyOptions: () => '/sign-in/passkey/options',
  /** `returnTo`: where to go once the passkey is right. */
  signInPasskey: (returnTo = '') => withQuery('/sign-in/passkey', { 'return-to': returnTo }),
  account: () => '/account',
  /** When to be written to. */
  accountLetters: () => '/account/letters',
  accountName: () => '/account/name',
  accountPassword: () => '/account/password',
  /** A code from an app as second factor: to begin, to confirm with the first code, to get new recovery codes, to take it off. */
  secondFactor: (step: 'begin' | 'confirm' | 'codes' | 'off', returnTo = '') =>
    withQuery(`/account/second-factor/${step}`, { 'return-to': returnTo }),
  /** Where somebody is led whose role needs one. `returnTo`: where they go then. */
  factorNeeded: (returnTo = '') => withQuery('/account/second-factor', { 'return-to': returnTo }),
  /** What the browser is to be told when it makes a passkey. */
  passkeyOptions: () => '/account/passkeys/options',
  passkeys: (returnTo = '') => withQuery('/account/passkeys', { 'return-to': returnTo }),
  removePasskey: (id: string) => `/account/passkeys/${segment(id)}/remove`,
  endSession: (id: string) => `/account/sessions/${segment(id)}/end`,
  forgottenPassword: () => '/forgotten-password',
  /** Where somebody chooses a password, with the token of the link that was sent to them. */
  choosePassword: (token = '') => (token === '' ? '/choose-password' : `/choose-password?token=${segment(token)}`),
  /** Where the first administrator makes their account, with the token of the link that the service printed. */
  setUp: (token = '') => (token === '' ? '/set-up' : `/set-up?token=${segment(token)}`),

  workspace: () => '/workspace',
  /** `setting`: one care setting of an organisation that answers for several; null for what is about all of them. */
  assessment,
  assessmentSection: (code: string, round: string, section: string, setting: string | null = null) =>
    `${paths.assessment(code, round, setting)}/sections/${segment(section)}`,
  assessmentSenseChecks: (code: string, round: string, setting: string | null = null) =>
    `${paths.assessment(code, round, setting)}/sense-checks`,
  assessmentRequest: (code: string, round: string, setting: string | null = null) =>
    `${paths.assessment(code, round, setting)}/request-authorisation`,
  assessmentAuthorise: (code: string, round: string, setting: string | null = null) =>
    `${paths.assessment(code, round, setting)}/authorise`,
  assessmentReturn: (code: string, round: string, setting: string | null = null) =>
    `${paths.assessment(code, round, setting)}/return`,
  /** What was put to be signed, each time; one of these documents to read; and as a file. */
  assessmentDocuments: (code: string, round: string, setting: string | null = null) =>
    `${paths.assessment(code, round, setting)}/documents`,
  assessmentDocument: (code: string, round: string, digest: string, setting: string | null = null) =>
    `${paths.assessmentDocuments(code, round, setting)}/${segment(digest)}`,
  returnFile: (code: string, round: string, digest: string, setting: string | null = null) =>
    `${paths.assessmentDocument(code, round, digest, setting)}/file`,
  /** The document of a signed assessment, as everybody may have it. */
  signedAssessment: (assessmentId: string) => `/data/assessments/${segment(assessmentId)}`,
  /** Where a section that is taken from elsewhere is answered by itself, or no more. */
  answerApart: (code: string, round: string, section: string, setting: string | null = null) =>
    `${paths.assessmentSection(code, round, section, setting)}/apart`,
  ...evidencePaths(assessment),
  ...returnFilePaths(assessment),
  ...notePaths(assessment),
  ...pollPaths(assessment),
  ...validationPaths(assessment),
  ...reportPaths(assessment, withQuery),
  /** `round`: its id; `wait`: what they wait for. */
  signedReturns: (query: Query) => withQuery('/workspace/returns', query),
  /** Where it is said with whom of its group an organisation answers together. */
  answeringTogether: (code: string, round: string) => `${paths.assessment(code, round)}/group`,
  agreeToSharing: (code: string, round: string, sharing: string) =>
    `${paths.answeringTogether(code, round)}/${segment(sharing)}/agree`,
  endSharing: (code: string, round: string, sharing: string) =>
    `${paths.answeringTogether(code, round)}/${segment(sharing)}/end`,
  /** Who answers what. `by`: `person` instead of by section; `show`: `overdue` alone. */
  assignments: (code: string, round: string, query: Query = {}) =>
    withQuery(`${paths.assessment(code, round)}/assignments`, query),
  assignmentsFile: (code: string, round: string) => `${paths.assignments(code, round)}.csv`,
  /** `setting` and `section`: the care setting, or the reserved one, and the section, of which questions can be chosen then. */
  assignSections: (code: string, round: string, query: Query = {}) =>
    withQuery(`${paths.assignments(code, round)}/new`, query),
  /** `person`: all that somebody has; or `setting` and `section`, as above. */
  changeAssignments: (code: string, round: string, query: Query = {}) =>
    withQuery(`${paths.assignments(code, round)}/change`, query),
  /** `person`: one alone; everybody who owes something overdue where it is left out. */
  remindOfAssignments: (code: string, round: string, person = '') =>
    withQuery(`${paths.assignments(code, round)}/remind`, { person }),
  /** Where somebody says that they are done with a section, or are not. */
  sectionDone: (code: string, round: string, section: string, setting: string | null = null) =>
    `${paths.assessmentSection(code, round, section, setting)}/done`,
  /** Where it is said which care settings an organisation answers for. */
  careSettings: (code: string, round: string) => `${paths.assessment(code, round)}/settings`,

  roadmap: (slug: string) => `/workspace/roadmaps/${segment(slug)}`,
  /**
   * Every text saved of one thing (`trajectory`, `part:vision`: a kind of content, and the id where it has many) in the current version, or
   * in the one of a number.
   */
  draftHistory: (slug: string, subject: string, number: number | null = null) =>
    withQuery(`/workspace/roadmaps/${segment(slug)}/history/${segment(subject)}`, {
      version: number === null ? '' : String(number),
    }),
  /** A page of one kind of content, by steps: its name (`parts`, `trajectory`, `risks`), one thing of it or `new`, `remove` of that. */
  roadmapContent: (slug: string, ...steps: readonly string[]) =>
    ['/workspace/roadmaps', ...[slug, ...steps].map(segment)].join('/'),
  freeze: (slug: string) => `/workspace/roadmaps/${segment(slug)}/freeze`,
  unfreeze: (slug: string) => `/workspace/roadmaps/${segment(slug)}/return-to-draft`,
  agreement: (slug: string) => `/workspace/roadmaps/${segment(slug)}/agreement`,
  endorse: (slug: string, organisationCode: string) =>
    `/workspace/roadmaps/${segment(slug)}/agreement/${segment(organisationCode)}`,
  submitRoadmap: (slug: string) => `/workspace/roadmaps/${segment(slug)}/submit`,
  publishRoadmap: (slug: string) => `/workspace/roadmaps/${segment(slug)}/publish`,
  readVersion: (slug: string, number: number) => `/workspace/roadmaps/${segment(slug)}/versions/${number}`,
  roadmapPage: (slug: string, number: number, page: DocumentPageId) =>
    `/workspace/roadmaps/${segment(slug)}/versions/${number}/${page}`,
  versionChanges: (slug: string, number: number) => `/workspace/roadmaps/${segment(slug)}/versions/${number}/changes`,
  newVersion: (slug: string) => `/workspace/roadmaps/${segment(slug)}/new-version`,
  /** A version as a file, with what is withheld from the public. */
  versionFile: (slug: string, number: number, file: string) =>
    `/workspace/roadmaps/${segment(slug)}/versions/${number}/files/${segment(file)}`,

  formations: () => '/workspace/footprints',
  /** `find`: words to look for the lead CCG by. */
  proposeFootprint: (find = '') => withQuery('/workspace/footprints/new', { find }),
  formation: (slug: string) => `/workspace/footprints/${segment(slug)}`,
  openFootprintForm: (slug: string) => `/workspace/footprints/${segment(slug)}/open-form`,
  footprintForm: (slug: string, number: number) => `/workspace/footprints/${segment(slug)}/forms/${number}`,
  footprintFormArea: (slug: string) => `/workspace/footprints/${segment(slug)}/form/area`,
  /** `find`: words to look for an organisation by; `code`: the one to put on the form or change there. */
  footprintFormOrganisations: (slug: string, query: Query = {}) =>
    withQuery(`/workspace/footprints/${segment(slug)}/form/organisations`, query),
  footprintFormPeople: (slug: string) => `/workspace/footprints/${segment(slug)}/form/people`,
  putFootprintForm: (slug: string) => `/workspace/footprints/${segment(slug)}/put`,
  returnFootprintForm: (slug: string) => `/workspace/footprints/${segment(slug)}/return`,
  endorseFootprintForm: (slug: string, organisationCode: string) =>
    `/workspace/footprints/${segment(slug)}/endorsements/${segment(organisationCode)}`,
  decideFootprintForm: (slug: string) => `/workspace/footprints/${segment(slug)}/decision`,

  reviews: () => '/workspace/reviews',
  review: (slug: string) => `/workspace/reviews/${segment(slug)}`,
  startReview: (slug: string) => `/workspace/reviews/${segment(slug)}/start`,
  takeBackClearance: (slug: string) => `/workspace/reviews/${segment(slug)}/take-back-clearance`,
  /** `outcome`: the one whose letter is previewed. */
  reviewDecision: (slug: string, outcome = '') =>
    `/workspace/reviews/${segment(slug)}/decision${outcome === '' ? '' : `?outcome=${segment(outcome)}`}`,

  answeringTime: (query: Query = {}) => withQuery('/workspace/programme/answering-time', query),
  answeringTimeFile: (query: Query = {}) => withQuery('/workspace/programme/answering-time.csv', query),
  coverage: (query: Query = {}) => withQuery('/workspace/programme/coverage', query),
  remind: (query: Query = {}) => withQuery('/workspace/programme/coverage/remind', query),
  remindFile: (query: Query = {}) => withQuery('/workspace/programme/coverage/remind.csv', query),
  planCoverage: (query: Query = {}) => withQuery('/workspace/programme/coverage/roadmaps', query),
  planCoverageFile: (query: Query = {}) => withQuery('/workspace/programme/coverage/roadmaps.csv', query),
  coverageFile: (query: Query = {}) => withQuery('/workspace/programme/coverage.csv', query),

  rounds: () => '/workspace/programme/rounds',
  newRound: () => '/workspace/programme/new-round',
  newPlanningRound: () => '/workspace/programme/new-planning-round',
  round: (id: string) => `/workspace/programme/rounds/${segment(id)}`,
  openRound: (id: string) => `/workspace/programme/rounds/${segment(id)}/open`,
  correctRound: (id: string) => `/workspace/programme/rounds/${segment(id)}/correct`,
  extendRound: (id: string) => `/workspace/programme/rounds/${segment(id)}/extend`,
  setResultsDay: (id: string) => `/workspace/programme/rounds/${segment(id)}/results`,
  closeRound: (id: string) => `/workspace/programme/rounds/${segment(id)}/close`,
  withdrawRound: (id: string) => `/workspace/programme/rounds/${segment(id)}/withdraw`,

  imports: () => '/workspace/programme/imports',
  fetchImports: () => '/workspace/programme/imports/fetch',
  newImport: () => '/workspace/programme/imports/new',
  importUpload: (id: string) => `/workspace/programme/imports/${segment(id)}`,
  importDifferences: (id: string) => `/workspace/programme/imports/${segment(id)}/differences.csv`,
  importDecision: (id: string) => `/workspace/programme/imports/${segment(id)}/decide`,
  /** What files say against the directory. */
  officialReleases: () => '/workspace/programme/official-results',
  newRelease: (query: Query = {}) => withQuery('/workspace/programme/official-results/new', query),
  withdrawRelease: (series: string, version: number) =>
    `/workspace/programme/official-results/${segment(series)}/${version}/withdraw`,
  contradictions: () => '/workspace/programme/imports/contradictions',
  contradiction: (id: string) => `/workspace/programme/imports/contradictions/${segment(id)}`,

  /** `find`, `state`: which letters to show; `before`: the one that those shown are older than. */
  letters: (query: Query = {}) => withQuery('/workspace/programme/letters', query),
  sendLetterAgain: (id: string) => `/workspace/programme/letters/${segment(id)}/send-again`,

  /** What is still missing until the programme runs. */
  programmeSetUp: () => '/workspace/programme/set-up',
  /** The places in which nobody holds a role that each of them needs; `page`: which of its pages. */
  placesWithout: (role: string, query: Query = {}) =>
    withQuery(`/workspace/programme/set-up/without/${segment(role)}`, query),
  serviceSettings: () => '/workspace/programme/settings',
  testLetter: () => '/workspace/programme/settings/test-letter',

  successions: () => '/workspace/programme/successions',
  /** `kind`: of the event to propose; `event`: the one to take back. */
  newSuccession: (query: Query = {}) => withQuery('/workspace/programme/successions/new', query),
  succession: (id: string) => `/workspace/programme/successions/${segment(id)}`,
  confirmSuccession: (id: string) => `/workspace/programme/successions/${segment(id)}/confirm`,
  withdrawSuccession: (id: string) => `/workspace/programme/successions/${segment(id)}/withdraw`,

  /** `find`, `role`, `scope`: whom to show; `after`: the row to go on after. */
  people: (query: Query = {}) => withQuery('/workspace/people', query),
  invitePerson: (query: Query = {}) => withQuery('/workspace/people/invite', query),
  inviteMany: () => '/workspace/people/invite-many',
  inviteManyFromFile: () => '/workspace/people/invite-many/file',
  /** One role that somebody holds, and what can be done about it. */
  role: (grantId: string) => `/workspace/people/roles/${segment(grantId)}`,
  endRole: (grantId: string) => `/workspace/people/roles/${segment(grantId)}/end`,
  changeRoleEnd: (grantId: string) => `/workspace/people/roles/${segment(grantId)}/extend`,
  recoverPerson: (grantId: string) => `/workspace/people/roles/${segment(grantId)}/recover`,
  /** What happened to the access of its holder. `before`: only events older than the one of this number. */
  roleHistory: (grantId: string, before = '') =>
    withQuery(`/workspace/people/roles/${segment(grantId)}/history`, { before }),
  handOverRole: (grantId: string) => `/workspace/people/roles/${segment(grantId)}/hand-over`,

  nominateExemplar: () => '/workspace/exemplars/new',
  manageExemplars: () => '/workspace/exemplars',
  withdrawExemplar: (id: string) => `/workspace/exemplars/${segment(id)}/withdraw`,
  /** `kind`: of the events shown; `before`: the one that those shown are older than. */
  security: (query: Query = {}) => withQuery('/workspace/security', query),
  messages: () => '/workspace/messages',
  answeredMessages: () => '/workspace/messages?show=answered',
  answerMessage: (id: string) => `/workspace/messages/${segment(id)}/answered`,

  /** `chain`, `person`, `day`: what to show; `before`: the event to go on after. */
  audit: (query: Query = {}) => withQuery('/workspace/audit', query),
  checkAudit: () => '/workspace/audit/check',
  auditCheckpoint: () => '/workspace/audit/checkpoint.json',

  api: () => '/api/v1',
  apiFootprint: (slug: string) => `/api/v1/footprints/${segment(slug)}`,
  apiOrganisations: () => '/api/v1/organisations',
  apiOrganisation: (code: string) => `/api/v1/organisations/${segment(code)}`,
  apiChanges: (query: Query) => withQuery('/api/v1/changes', query),
  apiSuccessionsOf: (code: string) => `/api/v1/successions?code=${segment(code)}`,
  apiDocs: () => '/api/docs',
  openApi: () => '/api/v1/openapi.json',
  /** A list of the API, or one thing in it: `apiItem('areas', 'stp', 'E54000001')`. */
  apiItem: (list: string, ...keys: readonly string[]) => ['/api/v1', list, ...keys.map(segment)].join('/'),
  apiMembershipsOf: (slug: string) => `/api/v1/memberships?footprint=${segment(slug)}`,
  apiMembershipsOfOrganisation: (code: string) => `/api/v1/memberships?organisation=${segment(code)}`,
  apiOfficialResults: (query: Query) => withQuery('/api/v1/official-results', query),
  apiResultsOf: (code: string) => `/api/v1/results?organisation=${segment(code)}`,
} as const;
