import { paths } from '../../paths.ts';
import { type Actor, can, type Grant } from '../identity/index.ts';

export interface WorkLink {
  readonly href: string;
  readonly text: string;
}

/** Standing pages a person's roles open, beside what waits for them. */
export function workLinks(actor: Actor): WorkLink[] {
  const scopes = (kind: Grant['scopeKind']) =>
    actor.grants.filter(({ scopeKind }) => scopeKind === kind).map(({ scopeId }) => scopeId);
  const everyRegion = { regionIds: scopes('region') };
  const everywhere = { ...everyRegion, footprintIds: scopes('footprint'), organisationIds: scopes('organisation') };
  return [
    ...(can(actor, 'formation.read', everywhere) ? [{ href: paths.formations(), text: 'Footprint forms' }] : []),
    ...(can(actor, 'review.read', everyRegion) ? [{ href: paths.reviews(), text: 'Reviews' }] : []),
    ...(can(actor, 'coverage.read', everyRegion) ? [{ href: paths.coverage(), text: 'Coverage' }] : []),
    ...(can(actor, 'round.manage') ? [{ href: paths.rounds(), text: 'Rounds' }] : []),
    ...(can(actor, 'instrument.read') ? [{ href: paths.instruments(), text: 'Questionnaires' }] : []),
    ...(can(actor, 'exemplar.designate') ? [{ href: paths.manageExemplars(), text: 'Manage exemplars' }] : []),
    ...(can(actor, 'succession.confirm') ? [{ href: paths.successions(), text: 'Mergers and other changes' }] : []),
    ...(can(actor, 'directory.import') ? [{ href: paths.imports(), text: 'Directory files' }] : []),
    ...(can(actor, 'directory.import') ? [{ href: paths.officialReleases(), text: 'Official results' }] : []),
    ...(can(actor, 'set-up.read') ? [{ href: paths.programmeSetUp(), text: 'Set-up' }] : []),
    ...(can(actor, 'settings.change') ? [{ href: paths.serviceSettings(), text: 'Settings of the service' }] : []),
    ...(can(actor, 'letter.read') ? [{ href: paths.letters(), text: 'E-mails' }] : []),
    ...(can(actor, 'contact.read') ? [{ href: paths.messages(), text: 'Messages' }] : []),
    ...(can(actor, 'people.read', everywhere) ? [{ href: paths.people(), text: 'People' }] : []),
    ...(can(actor, 'audit.read') ? [{ href: paths.audit(), text: 'Audit trail' }] : []),
    ...(can(actor, 'security.read') ? [{ href: paths.security(), text: 'Sign-ins and refusals' }] : []),
    { href: paths.insights(), text: 'Insights' },
  ];
}
