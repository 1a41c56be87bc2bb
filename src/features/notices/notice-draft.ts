import type { Role, ScopeKind } from '../identity/index.ts';
import type { LetterKind, LetterPlace } from '../programme/index.ts';

/** Everybody who holds one of these roles at one of these places. */
export interface Audience {
  readonly roles: readonly Role[];
  readonly scopeKind: ScopeKind;
  readonly scopeIds: readonly string[];
  /** Of them these people alone; left out for all of them. */
  readonly personIds?: readonly string[];
}

/** Something that people are to be told, and who. */
export interface NoticeDraft {
  readonly kind: LetterKind;
  readonly to: readonly Audience[];
  /** Where the step is taken, or what was done can be seen: an address within the service. */
  readonly href: string;
  readonly known: Readonly<Partial<Record<LetterPlace, string>>>;
  /** What stands for a thing that nobody must be told twice; left out where they may. */
  readonly once?: string;
}

export const executivesOf = (...scopeIds: string[]): Audience => ({
  roles: ['executive'],
  scopeKind: 'organisation',
  scopeIds,
});

export const leadsOf = (...scopeIds: string[]): Audience => ({ roles: ['lead'], scopeKind: 'footprint', scopeIds });

export const writersOf = (...scopeIds: string[]): Audience => ({
  roles: ['lead', 'editor'],
  scopeKind: 'footprint',
  scopeIds,
});

export const reviewersOf = (scopeIds: readonly string[]): Audience => ({
  roles: ['reviewer'],
  scopeKind: 'region',
  scopeIds,
});

/** Those of the national team who hold one of these roles. */
export const officeWith = (...roles: Role[]): Audience => ({ roles, scopeKind: 'nation', scopeIds: [''] });
