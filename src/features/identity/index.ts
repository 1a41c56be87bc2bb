export { type Acting, type ActingPerson, acting, describeGrant, onBehalfOf } from './acting.ts';
export { attachActor } from './attach-actor.ts';
export { type Action, can, type Subject } from './can.ts';
export { type Auth, createAuth, sessionCookieName } from './create-auth.ts';
export {
  deletePersonaSessions,
  endGrant,
  findActorByEmail,
  insertGrant,
  insertPerson,
  listGrantsWithin,
} from './identity-repository.ts';
export { identityRoutes } from './identity-routes.tsx';
export { type InvitationOutcome, invitePerson } from './invite-person.ts';
export { requireActor, requireCan } from './require-can.ts';
export { type Actor, type Grant, type Role, roleLabels, type ScopeKind, scopeOfRole } from './role.ts';
export { attachSecurityLog } from './security/attach-security-log.ts';
export { securityRoutes } from './security/security-routes.tsx';
export { keptIn, sendKeptSignIn } from './send-kept-sign-in.tsx';
