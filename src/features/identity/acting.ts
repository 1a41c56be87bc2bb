import type { Action, Subject } from './can.ts';
import { onBehalfOf } from './require-can.ts';
import type { Actor } from './role.ts';

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

export function acting(actor: Actor, action: Action, subject: Subject, at: Date): Acting {
  const behalf = onBehalfOf(actor, action, subject);
  const role = actor.jobTitle === '' ? behalf : actor.jobTitle;
  return { personId: actor.personId, name: actor.name, role, onBehalfOf: behalf, at };
}
