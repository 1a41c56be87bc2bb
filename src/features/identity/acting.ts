import { type Action, grantFor, type Subject } from './can.ts';
import { type Actor, type Grant, roleLabels } from './role.ts';

/** Who takes a step, on whose behalf and when. */
export interface Acting {
  /** Null where no account stands behind it. */
  readonly personId: string | null;
  readonly name: string;
  /** The office the person holds, as it stands beside their name. */
  readonly role: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

/** Somebody with an account, where it must be known who stands behind a step. */
export interface ActingPerson extends Acting {
  readonly personId: string;
}

export function acting(actor: Actor, action: Action, subject: Subject, at: Date): ActingPerson {
  const behalf = onBehalfOf(actor, action, subject);
  const role = actor.jobTitle === '' ? behalf : actor.jobTitle;
  return { personId: actor.personId, name: actor.name, role, onBehalfOf: behalf, at };
}

/** For the audit trail: in which role and for whom the actor does this, e.g. `Footprint lead, Doncaster`. */
export function onBehalfOf(actor: Actor, action: Action, subject: Subject = {}): string {
  const grant = grantFor(actor, action, subject);
  return grant === null ? actor.name : describeGrant(grant);
}

/** A grant in words, e.g. `Footprint lead, Doncaster`. */
export function describeGrant(grant: Grant): string {
  return `${roleLabels[grant.role]}, ${grant.scopeKind === 'nation' ? 'national team' : grant.scopeName}`;
}
