export { type Acting, type ActingPerson, acting, describeGrant, onBehalfOf } from './acting.ts';
export { attachActor } from './attach-actor.ts';
export { type Action, can, mayAnywhere, rolesFor, type Subject } from './can.ts';
export { type Auth, createAuth } from './create-auth.ts';
export { beginSetUp } from './first-account/begin-set-up.ts';
export { hasAdministrator } from './first-account/set-up-link-repository.ts';
export {
  endGrant,
  findEndHandedOn,
  type Held,
  type HeldGrant,
  insertGrant,
  type KnownGrant,
  listGrants,
  listGrantsWithin,
  lockGrant,
  lockLastingAdministrators,
  updateGrantEnd,
} from './grants/grant-repository.ts';
export {
  type Addressee,
  deletePersonaSessions,
  deleteSecondFactor,
  findActorByEmail,
  findPersonByEmail,
  findPersonIdByEmail,
  hasWayIn,
  insertPerson,
  isPersona,
  listAddressees,
  listPersonas,
  listWithoutWayIn,
  type Persona,
} from './identity-repository.ts';
export { identityRoutes } from './identity-routes.tsx';
export { listSecondPersons } from './list-second-persons.ts';
export { hasPasskey } from './passkeys/passkey-repository.ts';
export { insertLink } from './password/insert-link.ts';
export { letterOfLink, letterTo, linkParagraphs, type OneTimeLink } from './password/link-letter.ts';
export { passwordIn } from './password/password-rule.ts';
export { refusalFor, requireActor, requireCan, requireConfirmed } from './require-can.ts';
export { type Actor, type Grant, isRole, type Role, roleLabels, type ScopeKind, scopeOfRole } from './role.ts';
export { attachSecurityLog } from './security/attach-security-log.ts';
export { securityRoutes } from './security/security-routes.tsx';
export { keptIn, sendKeptSignIn } from './send-kept-sign-in.tsx';
export { sessionCookieName } from './session-cookie.ts';
export { deleteSessionsOf } from './session-repository.ts';
export { SendKeptPage } from './views/kept-sign-in-page.tsx';
export { SecondPerson } from './views/second-person.tsx';
