import { finding } from '../../../platform/check-result.ts';
import { formatDate } from '../../../views/format.ts';
import type { EventOf } from '../proposed-event.ts';
import { findFootprintOf, type PlanDraft } from './plan-draft.ts';
import type { Situation } from './situation.ts';

/** A footprint gets another name and goes on under the key and code it has. */
export function planRename(event: EventOf<'rename'>, situation: Situation): PlanDraft {
  const { footprint: slug, name, effectiveOn } = event;
  const footprint = findFootprintOf(situation, slug);
  const title = `${footprint?.name ?? slug} is called ${name} from ${formatDate(effectiveOn)}`;
  const base = { subject: 'area', kind: 'rename', title, warnings: [] } as const;
  if (footprint === null) {
    return { ...base, links: [], changes: [], consequences: [], blockers: [] };
  }
  const { areaId, code } = footprint;
  const before = { areaId, code, name: footprint.name, slug: footprint.slug };
  const isSame = before.name === name && before.slug === event.slug;
  return {
    ...base,
    links: [{ predecessorId: areaId, successorId: areaId }],
    changes: [{ kind: 'rename-area', before, after: { areaId, code, name, slug: event.slug } }],
    consequences: [
      { rule: 'memberships', text: 'Its members, roles, roadmaps and endorsements stay as they are.' },
      { rule: 'endorsements', text: 'A document that is open for endorsement keeps the name it was frozen with.' },
    ],
    blockers: isSame ? [finding('nothing-changes', areaId, 'The footprint has this name and address already')] : [],
  };
}
