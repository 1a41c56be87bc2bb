import { paths } from '../../../src/paths.ts';

/** What the addresses of a walk are about. */
export interface Place {
  /** Of a footprint. */
  readonly slug: string;
  /** ODS code of a provider in it. */
  readonly code: string;
  readonly exemplarId: string;
  readonly deploymentId: string;
  readonly riskId: string;
}

type Address = (place: Place) => string;

const round = 'dmsa-2017';
const question = { section: 'leadership', question: 'LD1' };
const unknownId = '00000000-0000-4000-8000-000000000000';

/** By route. Whoever adds a route adds it to the list of those it is for, with an address that leads to it. */
type Addresses = Readonly<Record<string, Address>>;

/** Open to everyone. */
export const publicRoutes: Addresses = {
  '/': paths.home,
  '/about': paths.about,
  '/accessibility': paths.accessibility,
  '/api/docs': paths.apiDocs,
  '/api/v1': paths.api,
  '/api/v1*': () => paths.apiItem('nothing'),
  '/api/v1/areas': () => paths.apiItem('areas'),
  '/api/v1/areas/:kind/:code': () => paths.apiItem('areas', 'region', 'Y54'),
  '/api/v1/changes': () => paths.apiChanges({ from: '2015-06-30', to: '2016-06-30' }),
  '/api/v1/footprints': () => paths.apiItem('footprints'),
  '/api/v1/footprints/:slug': ({ slug }) => paths.apiFootprint(slug),
  '/api/v1/instruments': () => paths.apiItem('instruments'),
  '/api/v1/instruments/:id': () => paths.apiItem('instruments', round),
  '/api/v1/instruments/:id/:version': () => paths.apiItem('instruments', round, '1'),
  '/api/v1/memberships': ({ slug }) => paths.apiMembershipsOf(slug),
  '/api/v1/openapi.json': paths.openApi,
  '/api/v1/organisations': paths.apiOrganisations,
  '/api/v1/organisations/:code': ({ code }) => paths.apiOrganisation(code),
  '/api/v1/programmes': () => paths.apiItem('programmes'),
  '/api/v1/official-results': () => paths.apiOfficialResults({}),
  '/api/v1/results': ({ code }) => paths.apiResultsOf(code),
  '/api/v1/roadmaps': () => paths.apiItem('roadmaps'),
  '/api/v1/roadmaps/:slug': ({ slug }) => paths.apiItem('roadmaps', slug),
  '/api/v1/successions': () => paths.apiItem('successions'),
  '/areas/:kind/:code': () => paths.area('region', 'Y54'),
  '/assets/*': () => '/assets/nothing.css',
  '/changes': () => paths.changes(),
  '/choose-password': () => paths.choosePassword('nothing'),
  '/contact': () => paths.contact(),
  '/contact/sent': () => paths.contactSent('0123abcd'),
  '/data': paths.data,
  '/exemplars': () => paths.exemplars(),
  '/exemplars/:id': ({ exemplarId }) => paths.exemplar(exemplarId),
  '/find': () => paths.findArea('doncaster'),
  '/footprints': () => paths.footprints(),
  '/footprints/compare': ({ slug }) => paths.compareFootprints(slug, 'south-east-london'),
  '/footprints/:slug': ({ slug }) => paths.footprint(slug),
  '/footprints/:slug/changes': ({ slug }) => paths.footprintChanges(slug),
  '/footprints/:slug/roadmap': ({ slug }) => paths.publishedRoadmap(slug),
  '/footprints/:slug/roadmap/sign-up': ({ slug }) => paths.roadmapSignUp(slug),
  '/footprints/:slug/roadmap/versions/:number': ({ slug }) => paths.publishedVersion(slug, 1),
  '/data/assessments/:assessment': () => paths.signedAssessment(unknownId),
  '/footprints/:slug/roadmap/versions/:number/download.json': ({ slug }) => paths.roadmapDownload(slug, 1),
  '/forgotten-password': paths.forgottenPassword,
  '/healthz': () => '/healthz',
  '/insights': paths.insights,
  '/insights/official-results': paths.nationalResults,
  '/official-results': () => paths.officialResults(),
  '/organisations': () => paths.organisations(),
  '/organisations/:code': ({ code }) => paths.organisation(code),
  '/privacy': paths.privacy,
  '/questionnaires': paths.questionnaires,
  '/questionnaires/:id/:version': () => paths.questionnaire(round, '1'),
  '/questionnaires/:id/:version/sections/:section': () => paths.questionnaireSection(round, '1', 'leadership'),
  '/readyz': () => '/readyz',
  '/search': () => paths.search('doncaster'),
  '/set-up': () => paths.setUp('nothing'),
  '/sign-in': () => paths.signIn(),
  '/sign-in/code': () => paths.signInCode(),
  '/sign-in/passkey': () => paths.signInPasskey(),
  '/sign-in/passkey/options': paths.signInPasskeyOptions,
  '/sign-in/personas': () => paths.personas(),
  '/sign-out': paths.signOut,
  '/status': paths.status,
};

/** Open to everyone who is signed in; what they show there depends on the person. */
export const signedInRoutes: Addresses = {
  '/account': paths.account,
  '/account/letters': paths.accountLetters,
  '/account/name': paths.accountName,
  '/account/password': paths.accountPassword,
  '/account/passkeys': () => paths.passkeys(),
  '/account/passkeys/:id/remove': () => paths.removePasskey(unknownId),
  '/account/passkeys/options': paths.passkeyOptions,
  '/account/second-factor': () => paths.factorNeeded(),
  '/account/second-factor/begin': () => paths.secondFactor('begin'),
  '/account/second-factor/codes': () => paths.secondFactor('codes'),
  '/account/second-factor/confirm': () => paths.secondFactor('confirm'),
  '/account/second-factor/off': () => paths.secondFactor('off'),
  '/account/sessions/:id/end': () => paths.endSession(unknownId),
  '/workspace': paths.workspace,
  '/workspace/footprints': paths.formations,
  '/workspace/footprints/new': () => paths.proposeFootprint(),
  '/workspace/people': () => paths.people(),
  '/workspace/people/invite': () => paths.invitePerson(),
  '/workspace/people/invite-many': paths.inviteMany,
  '/workspace/people/invite-many/file': paths.inviteManyFromFile,
  '/workspace/programme/coverage': () => paths.coverage(),
  '/workspace/programme/coverage/remind': () => paths.remind({ round }),
  '/workspace/programme/coverage/roadmaps': () => paths.planCoverage(),
  '/workspace/programme/coverage/roadmaps.csv': () => paths.planCoverageFile(),
  '/workspace/programme/coverage.csv': () => paths.coverageFile(),
  '/workspace/programme/coverage/remind.csv': () => paths.remindFile(),
  '/workspace/reviews': paths.reviews,
};

/** Only for roles held for the nation. */
export const nationalRoutes: Addresses = {
  '/workspace/audit': () => paths.audit(),
  '/workspace/audit/check': paths.checkAudit,
  '/workspace/audit/checkpoint.json': paths.auditCheckpoint,
  '/workspace/exemplars': paths.manageExemplars,
  '/workspace/exemplars/new': paths.nominateExemplar,
  '/workspace/exemplars/:id/withdraw': ({ exemplarId }) => paths.withdrawExemplar(exemplarId),
  '/workspace/messages': paths.messages,
  '/workspace/security': () => paths.security(),
  '/workspace/programme/imports': paths.imports,
  '/workspace/programme/imports/:id': () => paths.importUpload(unknownId),
  '/workspace/programme/imports/:id/decide': () => paths.importDecision(unknownId),
  '/workspace/programme/imports/:id/differences.csv': () => paths.importDifferences(unknownId),
  '/workspace/programme/imports/contradictions': paths.contradictions,
  '/workspace/programme/imports/contradictions/:id': () => paths.contradiction(unknownId),
  '/workspace/programme/imports/fetch': paths.fetchImports,
  '/workspace/programme/imports/new': paths.newImport,
  '/workspace/programme/instruments': paths.instruments,
  '/workspace/programme/instruments/:id/:version': () => paths.instrument(round, '1'),
  '/workspace/programme/instruments/:id/:version/confirm': () => paths.confirmInstrument(round, '1'),
  '/workspace/programme/instruments/:id/:version/differences': () => paths.instrumentDifferences('dmsa-2017', '1'),
  '/workspace/programme/instruments/:id/:version/preview': () => paths.instrumentPreview(round, '1', {}),
  '/workspace/programme/instruments/:id/:version/propose': () => paths.proposeInstrument(round, '1'),
  '/workspace/programme/instruments/:id/:version/scoring': () => paths.instrumentScoring(round, '1'),
  '/workspace/programme/instruments/:id/:version/withdraw': () => paths.withdrawInstrument(round, '1'),
  '/workspace/programme/official-results': paths.officialReleases,
  '/workspace/programme/official-results/new': () => paths.newRelease(),
  '/workspace/programme/official-results/:series/:version/withdraw': () => paths.withdrawRelease('dma-2024-2025', 2),
  '/workspace/programme/new-round': paths.newRound,
  '/workspace/programme/new-planning-round': paths.newPlanningRound,
  '/workspace/programme/rounds': paths.rounds,
  '/workspace/programme/rounds/:round': () => paths.round(round),
  '/workspace/programme/rounds/:round/close': () => paths.closeRound(round),
  '/workspace/programme/rounds/:round/correct': () => paths.correctRound(round),
  '/workspace/programme/rounds/:round/extend': () => paths.extendRound(round),
  '/workspace/programme/rounds/:round/open': () => paths.openRound(round),
  '/workspace/programme/rounds/:round/withdraw': () => paths.withdrawRound(round),
  '/workspace/programme/letters': () => paths.letters(),
  '/workspace/programme/letters/:letter/send-again': () => paths.sendLetterAgain(unknownId),
  '/workspace/programme/set-up': paths.programmeSetUp,
  '/workspace/programme/set-up/without/:role': () => paths.placesWithout('executive'),
  '/workspace/programme/settings': paths.serviceSettings,
  '/workspace/programme/successions': paths.successions,
  '/workspace/programme/successions/:id': () => paths.succession(unknownId),
  '/workspace/programme/successions/:id/confirm': () => paths.confirmSuccession(unknownId),
  '/workspace/programme/successions/:id/withdraw': () => paths.withdrawSuccession(unknownId),
  '/workspace/programme/successions/new': () => paths.newSuccession(),
  '/workspace/programme/settings/test-letter': () => paths.testLetter(),
  '/workspace/messages/:id/answered': () => paths.answerMessage(unknownId),
};

/** About one organisation or footprint, for those who hold a role that reaches it. */
export const placeRoutes: Addresses = {
  '/workspace/assessments/:code/:round': ({ code }) => paths.assessment(code, round),
  '/workspace/assessments/:code/:round/assignments': ({ code }) => paths.assignments(code, round),
  '/workspace/assessments/:code/:round/assignments.csv': ({ code }) => paths.assignmentsFile(code, round),
  '/workspace/assessments/:code/:round/assignments/change': ({ code }) =>
    paths.changeAssignments(code, round, { setting: 'acute', section: 'leadership' }),
  '/workspace/assessments/:code/:round/assignments/new': ({ code }) => paths.assignSections(code, round),
  '/workspace/assessments/:code/:round/assignments/remind': ({ code }) => paths.remindOfAssignments(code, round),
  '/workspace/assessments/:code/:round/authorise': ({ code }) => paths.assessmentAuthorise(code, round),
  '/workspace/assessments/:code/:round/documents': ({ code }) => paths.assessmentDocuments(code, round),
  '/workspace/assessments/:code/:round/documents/:digest': ({ code }) =>
    paths.assessmentDocument(code, round, unknownId),
  '/workspace/assessments/:code/:round/documents/:digest/file': ({ code }) => paths.returnFile(code, round, unknownId),
  '/workspace/assessments/:code/:round/settings/:setting/documents': ({ code }) =>
    paths.assessmentDocuments(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/documents/:digest': ({ code }) =>
    paths.assessmentDocument(code, round, unknownId, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/documents/:digest/file': ({ code }) =>
    paths.returnFile(code, round, unknownId, 'acute'),
  '/workspace/assessments/:code/:round/request-authorisation': ({ code }) => paths.assessmentRequest(code, round),
  '/workspace/assessments/:code/:round/result': ({ code }) => paths.assessmentResult(code, round),
  '/workspace/assessments/:code/:round/result.csv': ({ code }) => paths.assessmentAnswers(code, round),
  '/workspace/assessments/:code/:round/return': ({ code }) => paths.assessmentReturn(code, round),
  '/workspace/assessments/:code/:round/sense-checks': ({ code }) => paths.assessmentSenseChecks(code, round),
  '/workspace/assessments/:code/:round/sections/:section': ({ code }) =>
    paths.assessmentSection(code, round, 'leadership'),
  '/workspace/assessments/:code/:round/sections/:section/done': ({ code }) =>
    paths.sectionDone(code, round, 'leadership'),
  '/workspace/assessments/:code/:round/settings/:setting/sections/:section/done': ({ code }) =>
    paths.sectionDone(code, round, 'leadership', 'acute'),
  '/workspace/assessments/:code/:round/settings': ({ code }) => paths.careSettings(code, round),
  '/workspace/assessments/:code/:round/settings/:setting': ({ code }) => paths.assessment(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/authorise': ({ code }) =>
    paths.assessmentAuthorise(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/request-authorisation': ({ code }) =>
    paths.assessmentRequest(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/result': ({ code }) =>
    paths.assessmentResult(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/result.csv': ({ code }) =>
    paths.assessmentAnswers(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/return': ({ code }) =>
    paths.assessmentReturn(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/sense-checks': ({ code }) =>
    paths.assessmentSenseChecks(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/sections/:section': ({ code }) =>
    paths.assessmentSection(code, round, 'leadership', 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/sections/:section/apart': ({ code }) =>
    paths.answerApart(code, round, 'leadership', 'acute'),
  '/workspace/assessments/:code/:round/sections/:section/apart': ({ code }) =>
    paths.answerApart(code, round, 'leadership'),
  '/workspace/assessments/:code/:round/evidence': ({ code }) => paths.evidence(code, round),
  '/workspace/assessments/:code/:round/evidence/:evidence': ({ code }) => paths.evidenceItem(code, round, unknownId),
  '/workspace/assessments/:code/:round/evidence/:evidence/remove': ({ code }) =>
    paths.removeEvidence(code, round, unknownId),
  '/workspace/assessments/:code/:round/evidence/:evidence/scan': ({ code }) =>
    paths.scanEvidence(code, round, unknownId),
  '/workspace/assessments/:code/:round/evidence/:evidence/versions/:version/file': ({ code }) =>
    paths.evidenceFile(code, round, unknownId, 1),
  '/workspace/assessments/:code/:round/sections/:section/evidence/:question': ({ code }) =>
    paths.questionEvidence(code, round, question),
  '/workspace/assessments/:code/:round/sections/:section/evidence/:question/uses': ({ code }) =>
    paths.putEvidence(code, round, question),
  '/workspace/assessments/:code/:round/settings/:setting/evidence': ({ code }) => paths.evidence(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/evidence/:evidence': ({ code }) =>
    paths.evidenceItem(code, round, unknownId, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/evidence/:evidence/remove': ({ code }) =>
    paths.removeEvidence(code, round, unknownId, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/evidence/:evidence/scan': ({ code }) =>
    paths.scanEvidence(code, round, unknownId, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/evidence/:evidence/versions/:version/file': ({ code }) =>
    paths.evidenceFile(code, round, unknownId, 1, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/sections/:section/evidence/:question': ({ code }) =>
    paths.questionEvidence(code, round, question, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/sections/:section/evidence/:question/uses': ({ code }) =>
    paths.putEvidence(code, round, question, 'acute'),
  '/workspace/assessments/:code/:round/group': ({ code }) => paths.answeringTogether(code, round),
  '/workspace/assessments/:code/:round/group/:sharing/agree': ({ code }) =>
    paths.agreeToSharing(code, round, unknownId),
  '/workspace/assessments/:code/:round/group/:sharing/end': ({ code }) => paths.endSharing(code, round, unknownId),
  '/workspace/footprints/:slug': ({ slug }) => paths.formation(slug),
  '/workspace/footprints/:slug/decision': ({ slug }) => paths.decideFootprintForm(slug),
  '/workspace/footprints/:slug/endorsements/:organisation': ({ slug, code }) => paths.endorseFootprintForm(slug, code),
  '/workspace/footprints/:slug/form/area': ({ slug }) => paths.footprintFormArea(slug),
  '/workspace/footprints/:slug/form/organisations': ({ slug }) => paths.footprintFormOrganisations(slug),
  '/workspace/footprints/:slug/form/people': ({ slug }) => paths.footprintFormPeople(slug),
  '/workspace/footprints/:slug/forms/:number': ({ slug }) => paths.footprintForm(slug, 1),
  '/workspace/footprints/:slug/open-form': ({ slug }) => paths.openFootprintForm(slug),
  '/workspace/footprints/:slug/put': ({ slug }) => paths.putFootprintForm(slug),
  '/workspace/footprints/:slug/return': ({ slug }) => paths.returnFootprintForm(slug),
  '/workspace/people/roles/:grant': () => paths.role(unknownId),
  '/workspace/people/roles/:grant/end': () => paths.endRole(unknownId),
  '/workspace/people/roles/:grant/extend': () => paths.changeRoleEnd(unknownId),
  '/workspace/people/roles/:grant/hand-over': () => paths.handOverRole(unknownId),
  '/workspace/people/roles/:grant/history': () => paths.roleHistory(unknownId),
  '/workspace/people/roles/:grant/recover': () => paths.recoverPerson(unknownId),
  '/workspace/reviews/:slug': ({ slug }) => paths.review(slug),
  '/workspace/reviews/:slug/decision': ({ slug }) => paths.reviewDecision(slug),
  '/workspace/reviews/:slug/start': ({ slug }) => paths.startReview(slug),
  '/workspace/reviews/:slug/take-back-clearance': ({ slug }) => paths.takeBackClearance(slug),
  '/workspace/roadmaps/:slug': ({ slug }) => paths.roadmap(slug),
  '/workspace/roadmaps/:slug/agreement': ({ slug }) => paths.agreement(slug),
  '/workspace/roadmaps/:slug/agreement/:organisation': ({ slug, code }) => paths.endorse(slug, code),
  '/workspace/roadmaps/:slug/deployments': ({ slug }) => paths.roadmapContent(slug, 'deployments'),
  '/workspace/roadmaps/:slug/deployments/:id': ({ slug, deploymentId }) =>
    paths.roadmapContent(slug, 'deployments', deploymentId),
  '/workspace/roadmaps/:slug/deployments/:id/remove': ({ slug, deploymentId }) =>
    paths.roadmapContent(slug, 'deployments', deploymentId, 'remove'),
  '/workspace/roadmaps/:slug/deployments/new': ({ slug }) => paths.roadmapContent(slug, 'deployments', 'new'),
  '/workspace/roadmaps/:slug/freeze': ({ slug }) => paths.freeze(slug),
  '/workspace/roadmaps/:slug/history/:subject': ({ slug }) => paths.draftHistory(slug, 'part:vision'),
  '/workspace/roadmaps/:slug/new-version': ({ slug }) => paths.newVersion(slug),
  '/workspace/roadmaps/:slug/parts/:part': ({ slug }) => paths.roadmapContent(slug, 'parts', 'vision'),
  '/workspace/roadmaps/:slug/publish': ({ slug }) => paths.publishRoadmap(slug),
  '/workspace/roadmaps/:slug/return-to-draft': ({ slug }) => paths.unfreeze(slug),
  '/workspace/roadmaps/:slug/risks': ({ slug }) => paths.roadmapContent(slug, 'risks'),
  '/workspace/roadmaps/:slug/risks/:id': ({ slug, riskId }) => paths.roadmapContent(slug, 'risks', riskId),
  '/workspace/roadmaps/:slug/risks/:id/remove': ({ slug, riskId }) =>
    paths.roadmapContent(slug, 'risks', riskId, 'remove'),
  '/workspace/roadmaps/:slug/risks/new': ({ slug }) => paths.roadmapContent(slug, 'risks', 'new'),
  '/workspace/roadmaps/:slug/submit': ({ slug }) => paths.submitRoadmap(slug),
  '/workspace/roadmaps/:slug/trajectory': ({ slug }) => paths.roadmapContent(slug, 'trajectory'),
  '/workspace/roadmaps/:slug/universal-capabilities': ({ slug }) =>
    paths.roadmapContent(slug, 'universal-capabilities'),
  '/workspace/roadmaps/:slug/universal-capabilities/:capability': ({ slug }) =>
    paths.roadmapContent(slug, 'universal-capabilities', 'A'),
  '/workspace/roadmaps/:slug/versions/:number': ({ slug }) => paths.readVersion(slug, 1),
};

export const allRoutes: Addresses = { ...publicRoutes, ...signedInRoutes, ...nationalRoutes, ...placeRoutes };
