import { paths } from '../../paths.ts';
import { type Decision, decisionLabels } from '../agreement/index.ts';
import { type Actor, can } from '../identity/index.ts';
import type { VersionState } from '../roadmap/index.ts';
import { roadmapHints } from './roadmap-items.ts';
import type { WorkItem } from './work-item.ts';

/** The current roadmap of a footprint that organisations which the person acts for are members of. */
export interface MemberRoadmapFact {
  readonly footprintId: string;
  readonly slug: string;
  readonly name: string;
  readonly roundLabel: string;
  readonly number: number;
  readonly state: VersionState;
  readonly organisationIds: readonly string[];
  /** What those organisations have decided about this very text. */
  readonly decisions: readonly { readonly organisationId: string; readonly decision: Decision }[];
}

/**
 * What somebody of a member organisation may look at: the roadmap of its footprint, with what the organisation has decided. Whoever
 * writes it, or is asked to decide, has it in their list by that already.
 *
 * @param asked slugs of the footprints in which the person is asked to decide
 */
export function memberRoadmapItems(
  actor: Actor,
  facts: readonly MemberRoadmapFact[],
  asked: ReadonlySet<string>,
): WorkItem[] {
  return facts
    .filter(({ slug }) => !asked.has(slug))
    .filter(({ footprintId }) => !can(actor, 'roadmap.edit', { footprintIds: [footprintId] }))
    .flatMap((fact) => memberRoadmapItem(actor, fact));
}

function memberRoadmapItem(actor: Actor, fact: MemberRoadmapFact): WorkItem[] {
  if (!can(actor, 'roadmap.read', { organisationIds: fact.organisationIds })) {
    return [];
  }
  const names = new Map(actor.grants.map(({ scopeId, scopeName }) => [scopeId, scopeName]));
  const { slug, name, roundLabel, number, state } = fact;
  const decided = fact.decisions.flatMap(({ organisationId, decision }) => {
    const organisation = names.get(organisationId);
    return organisation === undefined ? [] : [`${organisation}: ${decisionLabels[decision].toLowerCase()}`];
  });
  const isOpen = state === 'endorsement' && decided.length > 0;
  return [
    {
      id: `member-roadmap-${slug}`,
      text: `Roadmap: ${name}`,
      href: isOpen ? paths.agreement(slug) : paths.roadmap(slug),
      hint: [`For “${roundLabel}”`, `Version ${number}`, roadmapHints[state], ...decided].join('. '),
      dueOn: null,
      waits: false,
      part: { place: slug, step: 'endorse' },
      heldBy: null,
    },
  ];
}
