export type Role =
  | 'contributor'
  | 'coordinator'
  | 'executive'
  | 'signatory'
  | 'peer'
  | 'editor'
  | 'lead'
  | 'reviewer'
  | 'analyst'
  | 'programme-manager'
  | 'administrator';

export type ScopeKind = 'organisation' | 'footprint' | 'region' | 'nation';

export function isRole(text: string): text is Role {
  return Object.hasOwn(scopeOfRole, text);
}

/** Where each role may be held. */
export const scopeOfRole: Readonly<Record<Role, ScopeKind>> = {
  contributor: 'organisation',
  coordinator: 'organisation',
  executive: 'organisation',
  signatory: 'organisation',
  // The organisation that they come from.
  peer: 'organisation',
  editor: 'footprint',
  lead: 'footprint',
  reviewer: 'region',
  analyst: 'nation',
  'programme-manager': 'nation',
  administrator: 'nation',
};

export const roleLabels: Readonly<Record<Role, string>> = {
  contributor: 'Section contributor',
  coordinator: 'Assessment coordinator',
  executive: 'Authorising executive',
  signatory: 'Assessment signatory',
  peer: 'Peer moderator',
  editor: 'Roadmap editor',
  lead: 'Footprint lead',
  reviewer: 'Regional reviewer',
  analyst: 'National analyst',
  'programme-manager': 'Programme manager',
  administrator: 'Administrator',
};

/** A role held for a scope: an organisation, a footprint or region (its area id), or the nation (empty id). */
export interface Grant {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  /** Name of the organisation or area, for showing. */
  readonly scopeName: string;
}

/** A signed-in person with all live grants. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly grants: readonly Grant[];
}
