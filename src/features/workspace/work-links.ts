import { paths } from '../../paths.ts';
import { type Actor, can, type Grant, type Subject } from '../identity/index.ts';

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
  const pages: readonly (readonly [isOpen: boolean, href: string, text: string])[] = [
    [takesPartInForms(actor, everywhere), paths.formations(), 'Footprint forms'],
    [can(actor, 'review.read', everyRegion), paths.reviews(), 'Reviews'],
    [can(actor, 'assessment.query', everyRegion), paths.signedReturns({}), 'Signed returns'],
    [can(actor, 'coverage.read', everyRegion), paths.coverage(), 'Coverage'],
    [can(actor, 'answering-time.read'), paths.answeringTime(), 'How long answering takes'],
    [can(actor, 'round.manage'), paths.rounds(), 'Rounds'],
    [can(actor, 'instrument.read'), paths.instruments(), 'Questionnaires'],
    [can(actor, 'exemplar.designate'), paths.manageExemplars(), 'Manage exemplars'],
    [can(actor, 'succession.confirm'), paths.successions(), 'Mergers and other changes'],
    [can(actor, 'directory.import'), paths.imports(), 'Directory files'],
    [can(actor, 'directory.import'), paths.officialReleases(), 'Official results'],
    [can(actor, 'set-up.read'), paths.programmeSetUp(), 'Set-up'],
    [can(actor, 'settings.change'), paths.serviceSettings(), 'Settings of the service'],
    [can(actor, 'letter.read'), paths.letters(), 'E-mails'],
    [can(actor, 'contact.read'), paths.messages(), 'Messages'],
    [can(actor, 'people.read', everywhere), paths.people(), 'People'],
    [can(actor, 'audit.read'), paths.audit(), 'Audit trail'],
    [can(actor, 'security.read'), paths.security(), 'Sign-ins and refusals'],
    [true, paths.insights(), 'Insights'],
  ];
  return pages.flatMap(([isOpen, href, text]) => (isOpen ? [{ href, text }] : []));
}

/** Whoever writes, endorses or decides on forms, and those who read them all; others have nothing to do there. */
function takesPartInForms(actor: Actor, everywhere: Subject): boolean {
  return (
    can(actor, 'formation.read') ||
    (['formation.edit', 'formation.endorse', 'formation.decide'] as const).some((action) =>
      can(actor, action, everywhere),
    )
  );
}
