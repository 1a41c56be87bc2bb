import type { AppContext } from '../../context.ts';
import { type Action, type Actor, onBehalfOf, type Subject } from '../identity/index.ts';

/** What a use case of this feature needs of the service. */
export type RoadmapContext = Pick<AppContext, 'database' | 'pack' | 'newId' | 'config'>;

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
