import { allRoutes, publicRoutes } from '../project/requests/route-addresses.ts';
import type { Place } from '../project/requests/walked-address.ts';

/** Who is tried for a page, and in which footprint, until one may read it: the most read first. */
export const readers = [
  ['persona-programme-manager', 'wolverhampton'],
  ['persona-lead', 'wolverhampton'],
  ['persona-executive', 'wolverhampton'],
  ['persona-reviewer', 'wolverhampton'],
  ['persona-administrator', 'wolverhampton'],
  ['persona-programme-manager', 'sheffield'],
  ['persona-editor-gloucestershire', 'severn-and-dearne'],
] as const;

const authorised = 'the assessment is authorised: the page leads on to its result';
const unkept = 'it was authorised before documents were kept';
const oneSetting = 'the questionnaire of 2015 is answered once for all care settings';
const noForm = 'nobody of the demonstration decides on the one form that is in hand';
const noReview = 'no version in the region of the demonstration’s reviewer is at this step';
const noDraft = 'the only draft within reach is empty';
const onlyPosted = 'only a form is sent there';
const byItself = 'every organisation answered by itself then';
const noEvidence = 'no evidence was kept by then';
const noPoll = 'no colleagues were polled by then';
const unassigned = 'it was authorised before sections could be assigned';
const nobodys = 'the account of an invented person is nobody’s to change';

/** Pages that nobody can open in the database of 0.2.0, and why. */
export const unread: Readonly<Record<string, string>> = {
  '/workspace/assessments/:code/:round/assignments/change': unassigned,
  '/workspace/assessments/:code/:round/assignments/new': unassigned,
  '/workspace/assessments/:code/:round/assignments/remind': unassigned,
  '/workspace/assessments/:code/:round/files/accept': onlyPosted,
  '/workspace/assessments/:code/:round/settings/:setting/files/accept': onlyPosted,
  '/workspace/assessments/:code/:round/sections/:section/done': onlyPosted,
  '/workspace/assessments/:code/:round/settings/:setting/sections/:section/done': onlyPosted,
  '/workspace/assessments/:code/:round/authorise': authorised,
  '/workspace/assessments/:code/:round/documents/:digest': unkept,
  '/workspace/assessments/:code/:round/documents/:digest/file': unkept,
  '/workspace/assessments/:code/:round/group': byItself,
  '/workspace/assessments/:code/:round/group/:sharing/agree': byItself,
  '/workspace/assessments/:code/:round/group/:sharing/end': byItself,
  '/workspace/assessments/:code/:round/request-authorisation': authorised,
  '/workspace/assessments/:code/:round/return': authorised,
  '/workspace/assessments/:code/:round/sections/:section/apart': byItself,
  '/workspace/assessments/:code/:round/settings': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/authorise': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/documents/:digest': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/documents/:digest/file': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/request-authorisation': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/return': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/sections/:section/apart': oneSetting,
  '/workspace/assessments/:code/:round/evidence/:evidence': noEvidence,
  '/workspace/assessments/:code/:round/evidence/:evidence/remove': noEvidence,
  '/workspace/assessments/:code/:round/evidence/:evidence/versions/:version/file': noEvidence,
  '/workspace/assessments/:code/:round/evidence/:evidence/scan': onlyPosted,
  '/workspace/assessments/:code/:round/sections/:section/evidence/:question/uses': onlyPosted,
  '/workspace/assessments/:code/:round/notes/:question/:thread': onlyPosted,
  '/workspace/assessments/:code/:round/settings/:setting/notes/:question/:thread': onlyPosted,
  '/workspace/assessments/:code/:round/polls/:poll': noPoll,
  '/workspace/assessments/:code/:round/polls/new/:section': authorised,
  '/workspace/assessments/:code/:round/polls/survey': authorised,
  '/workspace/assessments/:code/:round/settings/:setting/polls/survey': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/polls/:poll': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/polls/new/:section': oneSetting,
  '/workspace/assessments/:code/:round/queries/:about': unkept,
  '/workspace/assessments/:code/:round/queries/:about/:query': onlyPosted,
  '/workspace/assessments/:code/:round/reopening': unkept,
  '/workspace/assessments/:code/:round/challenges/:question': unkept,
  '/workspace/assessments/:code/:round/settings/:setting/challenges/:question': oneSetting,
  '/workspace/assessments/:code/:round/challenges/:question/answer': onlyPosted,
  '/workspace/assessments/:code/:round/settings/:setting/challenges/:question/answer': onlyPosted,
  '/workspace/assessments/:code/:round/peers': unkept,
  '/workspace/assessments/:code/:round/settings/:setting/peers': oneSetting,
  '/workspace/assessments/:code/:round/peers/:invitation': unkept,
  '/workspace/assessments/:code/:round/settings/:setting/peers/:invitation': oneSetting,
  '/workspace/assessments/:code/:round/moderation': unkept,
  '/workspace/assessments/:code/:round/moderation/:section': unkept,
  '/workspace/assessments/:code/:round/settings/:setting/moderation': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/moderation/:section': oneSetting,
  '/workspace/assessments/:code/:round/validation': onlyPosted,
  '/workspace/assessments/:code/:round/settings/:setting/queries/:about': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/queries/:about/:query': onlyPosted,
  '/workspace/assessments/:code/:round/settings/:setting/reopening': oneSetting,
  '/workspace/assessments/:code/:round/settings/:setting/validation': onlyPosted,
  '/workspace/assessments/:code/:round/settings/:setting/evidence/:evidence': noEvidence,
  '/workspace/assessments/:code/:round/settings/:setting/evidence/:evidence/remove': noEvidence,
  '/workspace/assessments/:code/:round/settings/:setting/evidence/:evidence/versions/:version/file': noEvidence,
  '/workspace/assessments/:code/:round/settings/:setting/evidence/:evidence/scan': onlyPosted,
  '/workspace/assessments/:code/:round/settings/:setting/sections/:section/evidence/:question/uses': onlyPosted,
  '/workspace/footprints/:slug/decision': noForm,
  '/workspace/footprints/:slug/endorsements/:organisation': noForm,
  '/workspace/footprints/:slug/form/area': noForm,
  '/workspace/footprints/:slug/form/organisations': noForm,
  '/workspace/footprints/:slug/form/people': noForm,
  '/workspace/footprints/:slug/put': noForm,
  '/workspace/reviews/:slug/decision': noReview,
  '/workspace/reviews/:slug/take-back-clearance': noReview,
  '/workspace/roadmaps/:slug/deployments/:id/remove': noDraft,
  '/workspace/roadmaps/:slug/risks/:id/remove': noDraft,
  '/workspace/roadmaps/:slug/new-version': 'the newest version of each roadmap within reach is not settled yet',
  '/workspace/programme/letters/:letter/send-again': 'no letter was written by then',
  '/workspace/programme/imports/contradictions/:id': 'no contradiction was kept by then',
  '/workspace/audit/check': onlyPosted,
  '/workspace/messages/:id/answered': onlyPosted,
  '/workspace/programme/imports/:id/decide': onlyPosted,
  '/workspace/programme/imports/fetch': onlyPosted,
  '/workspace/programme/instruments/:id/:version/confirm': onlyPosted,
  '/workspace/programme/instruments/:id/:version/propose': onlyPosted,
  '/workspace/programme/instruments/:id/:version/withdraw': onlyPosted,
  '/workspace/programme/successions/:id/confirm': onlyPosted,
  '/workspace/programme/successions/:id/withdraw': onlyPosted,
  '/workspace/reviews/:slug/start': onlyPosted,
  '/account/name': onlyPosted,
  '/workspace/people/invite-many/file': onlyPosted,
  '/workspace/programme/settings/test-letter': onlyPosted,
  '/account/password': onlyPosted,
  '/account/passkeys': onlyPosted,
  '/account/passkeys/:id/remove': onlyPosted,
  '/account/passkeys/options': onlyPosted,
  '/account/second-factor': nobodys,
  '/account/second-factor/begin': nobodys,
  '/account/second-factor/codes': nobodys,
  '/account/second-factor/confirm': onlyPosted,
  '/account/second-factor/off': nobodys,
  '/account/sessions/:id/end': onlyPosted,
};

const publicOnlyPosted: readonly string[] = ['/sign-in/passkey', '/sign-in/passkey/options'];

/** Public addresses that answer: all but those that stand for whatever else is asked for, or where only a form is sent. */
export const publicAddresses = Object.keys(publicRoutes).filter(
  (url) => !url.endsWith('*') && !publicOnlyPosted.includes(url),
);

/** Public addresses that lead on to another, whose link is over, or of which nothing was kept then; all others answer 200. */
export const publicStatus: Readonly<Record<string, number>> = {
  '/api/v1': 302,
  '/choose-password': 404,
  '/data/assessments/:assessment': 404,
  // Nobody had published a second version by then.
  '/footprints/:slug/roadmap/versions/:number/changes': 404,
  '/vote': 404,
};

export const workingRoutes = Object.keys(allRoutes).filter((url) => !(url in publicRoutes));

export interface EarlierPlace extends Place {
  /** Of a file that waits, and of a proposal that waits. */
  readonly uploadId: string;
  readonly proposalId: string;
  /** Of a role that somebody holds. */
  readonly grantId: string;
}

/** What was assessed by then was assessed in the first round. */
export function addressIn(url: string, place: EarlierPlace): string {
  const [id = place.proposalId] = [
    ...(url.includes('/imports/') ? [place.uploadId] : []),
    ...(url.includes('/people/') ? [place.grantId] : []),
  ];
  return (allRoutes[url]?.(place) ?? url)
    .replace(/(?<=\/assessments\/[^/]+\/)[^/]+/, 'dmsa-2015')
    .replace('00000000-0000-4000-8000-000000000000', id);
}
