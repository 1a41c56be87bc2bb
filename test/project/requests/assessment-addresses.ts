import { paths } from '../../../src/paths.ts';
import { type Addresses, round, unknownId } from './walked-address.ts';

const question = { section: 'leadership', question: 'LD1' };

/** About the assessment of one organisation, for those who hold a role that reaches it. */
export const assessmentRoutes: Addresses = {
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
  '/workspace/assessments/:code/:round/report': ({ code }) => paths.organisationReport(code, round),
  '/workspace/assessments/:code/:round/report.pdf': ({ code }) => paths.organisationReportPdf(code, round),
  '/workspace/assessments/:code/:round/settings/:setting/report.pdf': ({ code }) =>
    paths.organisationReportPdf(code, round, 'acute'),
  '/workspace/assessments/:code/:round/report.xlsx': ({ code }) => paths.organisationReportFile(code, round),
  '/workspace/assessments/:code/:round/settings/:setting/report.xlsx': ({ code }) =>
    paths.organisationReportFile(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/report': ({ code }) =>
    paths.organisationReport(code, round, 'acute'),
  '/workspace/assessments/:code/:round/files': ({ code }) => paths.returnFiles(code, round),
  '/workspace/assessments/:code/:round/files/accept': ({ code }) => paths.acceptReturnFile(code, round),
  '/workspace/assessments/:code/:round/files/answers.xlsx': ({ code }) => paths.returnDownload(code, round, 'xlsx'),
  '/workspace/assessments/:code/:round/files/answers.csv': ({ code }) => paths.returnDownload(code, round, 'csv'),
  '/workspace/assessments/:code/:round/files/answers.json': ({ code }) => paths.returnDownload(code, round, 'json'),
  '/workspace/assessments/:code/:round/settings/:setting/files': ({ code }) => paths.returnFiles(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/files/accept': ({ code }) =>
    paths.acceptReturnFile(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/files/answers.xlsx': ({ code }) =>
    paths.returnDownload(code, round, 'xlsx', 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/files/answers.csv': ({ code }) =>
    paths.returnDownload(code, round, 'csv', 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/files/answers.json': ({ code }) =>
    paths.returnDownload(code, round, 'json', 'acute'),
  '/workspace/assessments/:code/:round/notes': ({ code }) => paths.privateNotes(code, round),
  '/workspace/assessments/:code/:round/notes/:question': ({ code }) => paths.questionNotes(code, round, 'LD1'),
  '/workspace/assessments/:code/:round/notes/:question/:thread': ({ code }) =>
    paths.thread(code, round, 'LD1', unknownId),
  '/workspace/assessments/:code/:round/settings/:setting/notes': ({ code }) => paths.privateNotes(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/notes/:question': ({ code }) =>
    paths.questionNotes(code, round, 'LD1', 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/notes/:question/:thread': ({ code }) =>
    paths.thread(code, round, 'LD1', unknownId, 'acute'),
  '/workspace/assessments/:code/:round/polls': ({ code }) => paths.polls(code, round),
  '/workspace/assessments/:code/:round/polls/survey': ({ code }) => paths.openSurvey(code, round),
  '/workspace/assessments/:code/:round/settings/:setting/polls/survey': ({ code }) =>
    paths.openSurvey(code, round, 'acute'),
  '/workspace/assessments/:code/:round/polls/new/:section': ({ code }) => paths.openPoll(code, round, 'leadership'),
  '/workspace/assessments/:code/:round/polls/:poll': ({ code }) => paths.poll(code, round, unknownId),
  '/workspace/assessments/:code/:round/settings/:setting/polls': ({ code }) => paths.polls(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/polls/new/:section': ({ code }) =>
    paths.openPoll(code, round, 'leadership', 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/polls/:poll': ({ code }) =>
    paths.poll(code, round, unknownId, 'acute'),
  '/workspace/assessments/:code/:round/queries': ({ code }) => paths.queries(code, round),
  '/workspace/assessments/:code/:round/queries/:about': ({ code }) => paths.queriesAbout(code, round, 'LD1'),
  '/workspace/assessments/:code/:round/queries/:about/:query': ({ code }) => paths.query(code, round, 'LD1', unknownId),
  '/workspace/assessments/:code/:round/reopening': ({ code }) => paths.reopening(code, round),
  '/workspace/assessments/:code/:round/settings/:setting/reopening': ({ code }) =>
    paths.reopening(code, round, 'acute'),
  '/workspace/assessments/:code/:round/challenges/:question': ({ code }) => paths.challenge(code, round, 'LD1'),
  '/workspace/assessments/:code/:round/challenges/:question/answer': ({ code }) =>
    paths.challengeAnswer(code, round, 'LD1'),
  '/workspace/assessments/:code/:round/settings/:setting/challenges/:question': ({ code }) =>
    paths.challenge(code, round, 'LD1', 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/challenges/:question/answer': ({ code }) =>
    paths.challengeAnswer(code, round, 'LD1', 'acute'),
  '/workspace/assessments/:code/:round/peers': ({ code }) => paths.peers(code, round),
  '/workspace/assessments/:code/:round/settings/:setting/peers': ({ code }) => paths.peers(code, round, 'acute'),
  '/workspace/assessments/:code/:round/peers/:invitation': ({ code }) => paths.peer(code, round, unknownId),
  '/workspace/assessments/:code/:round/settings/:setting/peers/:invitation': ({ code }) =>
    paths.peer(code, round, unknownId, 'acute'),
  '/workspace/assessments/:code/:round/moderation': ({ code }) => paths.moderation(code, round),
  '/workspace/assessments/:code/:round/moderation/:section': ({ code }) =>
    paths.moderationSection(code, round, 'leadership'),
  '/workspace/assessments/:code/:round/settings/:setting/moderation': ({ code }) =>
    paths.moderation(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/moderation/:section': ({ code }) =>
    paths.moderationSection(code, round, 'leadership', 'acute'),
  '/workspace/assessments/:code/:round/validation': ({ code }) => paths.validation(code, round),
  '/workspace/assessments/:code/:round/settings/:setting/queries': ({ code }) => paths.queries(code, round, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/queries/:about': ({ code }) =>
    paths.queriesAbout(code, round, 'LD1', 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/queries/:about/:query': ({ code }) =>
    paths.query(code, round, 'LD1', unknownId, 'acute'),
  '/workspace/assessments/:code/:round/settings/:setting/validation': ({ code }) =>
    paths.validation(code, round, 'acute'),
  '/workspace/assessments/:code/:round/group': ({ code }) => paths.answeringTogether(code, round),
  '/workspace/assessments/:code/:round/group/:sharing/agree': ({ code }) =>
    paths.agreeToSharing(code, round, unknownId),
  '/workspace/assessments/:code/:round/group/:sharing/end': ({ code }) => paths.endSharing(code, round, unknownId),
};
