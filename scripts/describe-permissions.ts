import { type Action, can, permissions } from '../src/features/identity/can.ts';
import { type Role, roleLabels, scopeOfRole } from '../src/features/identity/role.ts';
import { projectFolder } from '../src/project-folder.ts';

export const permissionsFile = projectFolder('docs', 'permissions.md');

/** Every action in words. */
const actions: Readonly<Record<Action, string>> = {
  'assessment.read':
    'see how far an assessment has come, and read what it says once it is authorised and the results of its round are public',
  'assessment.read-provisional': 'read what it says once it is authorised, before the results of its round are public',
  'assessment.read-draft': 'read what it says before that; other roles where its questionnaire lets them',
  'answering-time.read': 'read how long questions take, of five organisations or more',
  'coverage.read': 'read how far every provider has come, and who can act for it',
  'round.manage': 'open a round, extend its deadline, close it',
  'round.remind': 'have those reminded who have not submitted',
  'instrument.read': 'look at every version of a questionnaire, as those who answer see it, and try its scoring',
  'instrument.propose': 'propose that a version of a questionnaire may be asked',
  'instrument.confirm': 'confirm what somebody else has proposed so, or take the proposal back',
  'assessment.answer': 'answer its questions',
  'assessment.choose-settings': 'say which care settings the organisation answers for',
  'assessment.assign': 'say who answers which section, take it back, hand it over, remind people of it',
  'assessment.share':
    'propose that it is answered together with another organisation of the group, agree to that, end it',
  'assessment.request-authorisation': 'ask for its authorisation',
  'assessment.return': 'return it to be looked at again',
  'assessment.authorise': 'authorise it, which submits it',
  'assessment.query': 'ask about what was signed, resolve or withdraw the query',
  'assessment.reply': 'reply to queries about what was signed',
  'assessment.challenge': 'challenge what was found of single answers that it signed',
  'assessment.validate': 'validate what was signed, take that back',
  'assessment.moderate':
    'check single answers of what was signed, finish that; not for their own organisation, nor what they answered or signed',
  'assessment.answer-challenge': 'answer challenges of what others found; not for their own organisation',
  'assessment.invite-peer':
    'invite somebody of another organisation to check a signed return, take that back; which of these roles do so, a programme says',
  'assessment.read-invitation': 'read such an invitation, and what was answered',
  'assessment.answer-invitation': 'accept such an invitation, or decline it',
  'assessment.reopen': 'open again what was signed, and for a correction once its results are public',
  'evidence.read': 'read what the answers rest on',
  'evidence.add': 'add a file or link, let answers rest on it, replace it by a newer version',
  'evidence.remove': 'remove it',
  'private-note.read': 'read what colleagues tell each other about an answer, before and after it is signed',
  'private-note.write': 'add to that, mention a colleague in it, resolve a thread, open it again',
  'poll.read': 'see how the answers of colleagues to a closed poll spread',
  'poll.manage': 'open a poll of colleagues, remind them, close or withdraw it',
  'roadmap.read': 'read every version of a roadmap, with the parts that are not public',
  'roadmap.edit': 'write in its draft, and begin the next version',
  'roadmap.freeze': 'freeze the draft, and return a frozen version to draft',
  'roadmap.endorse': 'endorse or decline a frozen version for an organisation',
  'roadmap.submit': 'submit it to the region',
  'review.read': 'read a review that is not settled',
  'review.decide': 'review a version, clear it, ask for changes, take a clearance back',
  'publication.publish': 'publish a cleared version',
  'formation.read': 'read the forms of a footprint',
  'formation.edit': 'propose a footprint, write its form, put it to its commissioners, take it back',
  'formation.endorse': 'endorse or decline a form for a commissioner',
  'formation.decide': 'accept a form for the region, or send it back',
  'directory.import':
    'bring in a file, for the directory or of official results, and decide on what contradicts the directory',
  'succession.propose': 'propose a merger, split, closure or other succession',
  'succession.confirm': 'confirm what somebody else has proposed',
  'exemplar.designate': 'name an exemplar, and withdraw it',
  'security.read': 'read who signed in and what was refused',
  'contact.read': 'read messages, and mark them answered',
  'audit.read': 'read and check the audit trail',
  'settings.change': 'name the service and who runs it, set its mail server',
  'set-up.read': 'see what is missing until the programme runs',
  'letter.read': 'read the e-mails that people were sent, and what became of them',
  'letter.send-again': 'have an e-mail sent again that was not delivered',
  'people.read': 'see who has which role',
  'people.manage-contributors': 'invite section contributors, extend, hand over and end their roles',
  'people.manage-signatories': 'the same for assessment signatories',
  'people.manage-editors': 'the same for roadmap editors',
  'people.manage-reviewers': 'the same for regional reviewers',
  'people.manage-all': 'the same for every role; help somebody back into their account, and sign them out',
};

/** The text of `docs/permissions.md`: what `can` answers for somebody who holds one role, of a thing that its scope reaches. */
export function describePermissions(): string {
  const roles = Object.keys(roleLabels) as Role[];
  const head = roles.map((role) => `${roleLabels[role]} (${scopeOfRole[role]})`);
  const rows = (Object.keys(permissions) as Action[]).map((action) => [
    `\`${action}\`: ${actions[action]}`,
    ...roles.map((role) => (mayDo(role, action) ? 'yes' : '')),
  ]);
  const table = [['To', ...head], ['---', ...roles.map(() => ':-:')], ...rows];
  return `${introduction}\n\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

const introduction = `# Who may do what

Written by \`npm run tables\` from the answers of \`can\` (\`src/features/identity/can.ts\`), the only place where permission is decided;
a test compares it.

A role is held for a scope, which stands in brackets, and allows what is said here **of that scope alone**: an executive endorses for
their own organisation, a lead submits for their own footprint, a reviewer decides in their own region. A role for the nation
reaches everything. A peer moderator is of one organisation, and what they may do is of the single returns of others that they are invited to check and of nothing else, least of all
of their own organisation ([ADR 65](adr/0065-a-peer-is-invited-to-one-return.md)). Somebody with several roles may do what any of them allows. Who confirms a succession, or that a
questionnaire may be asked, must be somebody else than who proposed it, whatever their roles. Where a footprint came in the place of others and its roadmap is read
beside theirs, the record goes with the work: whoever reads it by a role for the footprint itself (its editors and leads) reads every version of
theirs, with its history, as those did who wrote them, and changes nothing there. Its members and regions do not: to them the draft shows
nothing of what came before that they cannot read where it was written.
The audit trail shows the answers that were signed to those alone who may read every assessment. Before it is authorised its own organisation alone
reads what an assessment says, and whom its questionnaire names beside it (\`draftsReadBy\`, [ADR 48](adr/0048-a-return-is-its-organisations-until-it-is-authorised.md)).

What is not here needs no role: public pages and the API are open to everyone, *My work* to everybody who is signed in. A refusal is
answered 403 and recorded as a security event. Roles are given on the page *People*, and by \`npm run ldr -- user invite\`.`;

function mayDo(role: Role, action: Action): boolean {
  const scopeKind = scopeOfRole[role];
  const grant = { role, scopeKind, scopeId: scopeKind === 'nation' ? '' : 'here', scopeName: '' };
  const here = { organisationIds: ['here'], peerIds: ['here'], footprintIds: ['here'], regionIds: ['here'] };
  return can({ personId: '', name: '', jobTitle: '', grants: [grant] }, action, here);
}
