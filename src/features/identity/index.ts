export { attachActor } from './attach-actor.ts';
export { type Auth, createAuth } from './auth.ts';
export { type Action, can, grantFor, type Subject } from './can.ts';
export { identityRoutes } from './identity-routes.tsx';
export { insertGrant, insertPerson, listPersonas, type NewPerson, type Persona } from './identity-repository.ts';
export { describeGrant, onBehalfOf, requireActor, requireCan } from './require-can.ts';
export { type Actor, type Grant, type Role, roleLabels, type ScopeKind, scopeOfRole } from './role.ts';
