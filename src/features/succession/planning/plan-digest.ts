import { digestOf } from '../../../platform/canonical-json.ts';
import type { Change } from '../change.ts';
import type { Plan } from './plan.ts';

/** Names what the digest is formed over. A change of it is a new name, and what was proposed before must be looked at again. */
const format = 'succession-plan/2';

/**
 * What a second person confirms: the facts of a plan (ids, days, kinds, numbers, and what was typed by whoever proposed it), and none
 * of the sentences in which the service tells them. Put in other words, a plan is the same; with one fact changed it is another.
 */
export function planDigest(plan: Plan): string {
  const { event, subject, kind, links, changes, standing, before, after, touches } = plan;
  const facts = {
    format,
    event,
    subject,
    kind,
    links,
    changes: changes.map(factsOf),
    standing,
    before,
    after,
    touches,
  };
  // As it is read back from the database: what is left out there must not count here.
  return digestOf(JSON.parse(JSON.stringify(facts)));
}

/** A change without the words in which it is told to those concerned. */
function factsOf(change: Change): object {
  switch (change.kind) {
    case 'withdraw-version': {
      const { reason: _, ...facts } = change;
      return facts;
    }
    case 'begin-draft':
      return { ...change, cites: change.cites.map(({ versionId }) => versionId) };
    default:
      return change;
  }
}
