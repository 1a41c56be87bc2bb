import { paths } from '../../paths.ts';
import { type Actor, can } from '../identity/index.ts';

export interface WorkLink {
  readonly href: string;
  readonly text: string;
}

/** Standing pages a person's roles open, beside what waits for them. */
export function workLinks(actor: Actor): WorkLink[] {
  const everyRegion = {
    regionIds: actor.grants.filter(({ scopeKind }) => scopeKind === 'region').map(({ scopeId }) => scopeId),
  };
  return [
    ...(can(actor, 'review.read', everyRegion) ? [{ href: paths.reviews(), text: 'Reviews' }] : []),
    ...(can(actor, 'exemplar.designate') ? [{ href: paths.manageExemplars(), text: 'Exemplars' }] : []),
    ...(can(actor, 'contact.read') ? [{ href: paths.messages(), text: 'Messages' }] : []),
    { href: paths.insights(), text: 'National insights' },
  ];
}
