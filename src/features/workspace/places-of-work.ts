import type { Actor, Grant } from '../identity/index.ts';
import { type Round, roundState } from '../programme/index.ts';
import type { RoundOfWork } from './work-item.ts';

/** The places of one kind for which a person holds a role, by id, with their names; a peer has no part in what is of their own organisation. */
export function scopesOf(actor: Actor, kind: Grant['scopeKind']): Map<string, string> {
  const grants = actor.grants.filter((grant) => grant.scopeKind === kind && grant.role !== 'peer');
  return new Map(grants.map((grant) => [grant.scopeId, grant.scopeName]));
}

/** A round as an item of work knows it on a day. */
export function roundOfWork(round: Round, day: string): RoundOfWork {
  return { id: round.id, label: round.label, state: roundState(round, day) };
}
