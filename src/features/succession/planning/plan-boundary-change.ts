import { type Finding, finding } from '../../../platform/check-result.ts';
import { formatDate, listInWords } from '../../../views/format.ts';
import { type Change, strongestRoles } from '../change.ts';
import type { SituationMembership } from '../facts.ts';
import type { EventOf } from '../proposed-event.ts';
import { findFootprintOf, footprintsOf, memberIdsOf, organisationsOf, type PlanDraft } from './plan-draft.ts';
import { roadmapOutcome } from './roadmap-rule.ts';
import type { Situation, SituationFootprint } from './situation.ts';

/** Organisations move from one footprint to another; both go on. */
export function planBoundaryChange(event: EventOf<'boundary-change'>, situation: Situation): PlanDraft {
  const from = findFootprintOf(situation, event.from);
  const to = findFootprintOf(situation, event.to);
  const movers = organisationsOf(situation, event.organisations);
  const moverNames = listInWords(movers.map(({ name }) => name));
  const title = `${moverNames} ${movers.length === 1 ? 'moves' : 'move'} from ${from?.name ?? event.from} to ${to?.name ?? event.to} on ${formatDate(event.effectiveOn)}`;
  const roadmaps = footprintsOf(situation, [event.from, event.to]).map((footprint) => roadmapOutcome(footprint, title));
  return {
    subject: 'area',
    kind: 'boundary-change',
    title,
    links: from === null || to === null ? [] : linksBetween(from, to),
    changes: [
      ...(from === null || to === null ? [] : moves(from, to, new Set(movers.map((one) => one.organisationId)))),
      ...roadmaps.flatMap(({ changes }) => changes),
    ],
    consequences: [
      { rule: 'memberships', text: `${moverNames}: membership of ${from?.name} ends and of ${to?.name} begins.` },
      ...roadmaps.flatMap(({ consequences }) => consequences),
    ],
    blockers: [...roadmaps.flatMap(({ blockers }) => blockers), ...moverBlockers(event, situation, from)],
    warnings: [],
  };
}

/** Both go on, and a part of one becomes a part of the other. */
function linksBetween(from: SituationFootprint, to: SituationFootprint) {
  return [
    { predecessorId: from.areaId, successorId: from.areaId },
    { predecessorId: from.areaId, successorId: to.areaId },
  ];
}

function moves(from: SituationFootprint, to: SituationFootprint, movers: ReadonlySet<string>): Change[] {
  const leaving = from.memberships.filter(({ organisationId }) => movers.has(organisationId));
  const there = to.memberships.filter(({ organisationId }) => movers.has(organisationId));
  const arriving = leaving.map(({ organisationId, role, to: end }) => ({
    areaId: to.areaId,
    organisationId,
    // Who leads is settled by the footprint that is joined, not brought along.
    role: role === 'lead' ? ('core' as const) : role,
    to: end,
  }));
  const wanted = strongestRoles([...there, ...arriving]);
  const isHeld = (one: (typeof wanted)[number]) =>
    there.some(({ organisationId, role }) => organisationId === one.organisationId && role === one.role);
  const replaced = there.filter(
    ({ organisationId, role }) => !wanted.some((one) => one.organisationId === organisationId && one.role === role),
  );
  return [
    ...[...leaving, ...replaced].map((one) => ({ kind: 'end-membership' as const, ...placeOf(one) })),
    ...wanted.filter((one) => !isHeld(one)).map((one) => ({ kind: 'begin-membership' as const, ...placeOf(one) })),
  ];
}

function moverBlockers(
  event: EventOf<'boundary-change'>,
  situation: Situation,
  from: SituationFootprint | null,
): Finding[] {
  if (from === null) {
    return [];
  }
  const members = memberIdsOf(from);
  const movers = organisationsOf(situation, event.organisations);
  const strangers = movers.filter(({ organisationId }) => !members.includes(organisationId));
  const isEmptied = members.every((id) => movers.some(({ organisationId }) => organisationId === id));
  return [
    ...strangers.map(({ code, name }) =>
      finding('not-a-member', code, `${name} is not a member of ${from.name} on that day`),
    ),
    ...(isEmptied
      ? [finding('footprint-emptied', from.areaId, `Nobody would be left in ${from.name}. Propose a merge instead`)]
      : []),
  ];
}

function placeOf({ areaId, organisationId, role, to }: Omit<SituationMembership, 'from'>) {
  return { areaId, organisationId, role, to };
}
