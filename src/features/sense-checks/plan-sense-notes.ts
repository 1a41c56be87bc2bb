import { decideSave } from '../../platform/decide-save.ts';
import type { TypedSenseNote } from './parse-sense-form.ts';

export type SensePlan =
  | { readonly kind: 'ok'; readonly changes: readonly TypedSenseNote[] }
  /** Keys of what somebody else has said something different to meanwhile, and of what is asked no more. */
  | { readonly kind: 'refused'; readonly changed: readonly string[]; readonly gone: readonly string[] };

/**
 * What of the typed notes is to be stored, each under its new revision: all of them or, where one cannot be, none. An answer that was
 * changed is asked about no more, or anew under another key; a note on it has nothing to stand beside.
 *
 * @param asked keys of what is asked now
 * @param stored what stands, by key
 */
export function planSenseNotes(
  typed: readonly TypedSenseNote[],
  asked: ReadonlySet<string>,
  stored: ReadonlyMap<string, Pick<TypedSenseNote, 'note' | 'revision'>>,
): SensePlan {
  const decided = typed.map((each) => {
    const { key, note, revision } = each;
    const { note: content, revision: standing } = stored.get(key) ?? { note: '', revision: 0 };
    const decision = decideSave(
      { typed: { revision, content: note }, stored: { revision: standing, content } },
      (one, other) => one === other,
    );
    return { each, decision };
  });
  const differing = decided.filter(({ decision }) => decision.kind !== 'unchanged');
  const gone = differing.filter(({ each }) => !asked.has(each.key)).map(({ each }) => each.key);
  const changed = differing
    .filter(({ each, decision }) => asked.has(each.key) && decision.kind === 'conflict')
    .map(({ each }) => each.key);
  return gone.length + changed.length > 0
    ? { kind: 'refused', changed, gone }
    : {
        kind: 'ok',
        changes: differing.flatMap(({ each, decision }) =>
          decision.kind === 'saved' ? [{ ...each, revision: decision.revision }] : [],
        ),
      };
}
