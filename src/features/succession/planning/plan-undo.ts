import { type Finding, finding } from '../../../platform/check-result.ts';
import { formatDate, listInWords } from '../../../views/format.ts';
import { type Change, changesOf } from '../change.ts';
import type { SituationGrant, SituationMembership } from '../facts.ts';
import type { EventOf } from '../proposed-event.ts';
import type { Consequence } from './plan.ts';
import type { PlanDraft } from './plan-draft.ts';
import { roadmapOutcome } from './roadmap-rule.ts';
import type { Situation, SituationFootprint, SituationUndone } from './situation.ts';

/**
 * Takes an event back from a day on: what it ended goes on, what it began ends. What happened in between stays on record.
 * Nothing that was lost by the event in the meantime comes back by itself: endorsements that lapsed have lapsed.
 */
export function planUndo(event: EventOf<'undo'>, situation: Situation): PlanDraft {
  const { undone } = situation;
  if (undone === null) {
    const unknown = finding(
      'event-unknown',
      event.eventId,
      'Only an event that was applied on this service can be taken back',
    );
    return { ...noDraft, title: 'An event is taken back', blockers: [unknown] };
  }
  const { plan } = undone;
  const title = `Taken back from ${formatDate(event.effectiveOn)}: ${plan.title}`;
  const isRename = plan.kind === 'rename';
  const roadmaps = isRename ? [] : situation.footprints.map((footprint) => roadmapOutcome(footprint, title));
  return {
    subject: plan.subject,
    kind: 'undo',
    title,
    links: reversed(plan.links),
    changes: [...inverse(plan.changes, situation, event.effectiveOn), ...roadmaps.flatMap(({ changes }) => changes)],
    consequences: [...consequencesOf(plan.changes), ...roadmaps.flatMap(({ consequences }) => consequences)],
    blockers: [...roadmaps.flatMap(({ blockers }) => blockers), ...blockersOf(event, undone)],
    warnings: joinedSince(plan.changes, situation),
  };
}

const noDraft = { subject: 'area', kind: 'undo', links: [], changes: [], consequences: [], warnings: [] } as const;

/** What came after leads back; what had nothing after it leads back to nobody. */
function reversed(links: SituationUndone['plan']['links']): PlanDraft['links'] {
  return links.flatMap(({ predecessorId, successorId }) =>
    successorId === null ? [] : [{ predecessorId: successorId, successorId: predecessorId }],
  );
}

function inverse(done: readonly Change[], situation: Situation, day: string): Change[] {
  const begunAreas = new Set(changesOf(done, 'begin-area').map(({ areaId }) => areaId));
  const begunOrganisations = new Set(changesOf(done, 'begin-organisation').map((one) => one.organisationId));
  const held = situation.footprints.flatMap(({ memberships }) => memberships);
  const grants = [
    ...situation.footprints.flatMap((footprint) => footprint.grants),
    ...situation.organisations.flatMap((organisation) => organisation.grants),
  ];
  return [
    ...changesOf(done, 'begin-area').map((change) => ({ ...change, kind: 'end-area' as const })),
    ...changesOf(done, 'end-area').map((change) => ({ ...change, kind: 'resume-area' as const })),
    ...changesOf(done, 'rename-area').map(({ before, after }) => ({
      kind: 'rename-area' as const,
      before: after,
      after: before,
    })),
    ...changesOf(done, 'begin-organisation').map((change) => ({ ...change, kind: 'end-organisation' as const })),
    ...changesOf(done, 'end-organisation').map((change) => ({ ...change, kind: 'resume-organisation' as const })),
    ...membershipsBack(done, held, begunAreas, begunOrganisations, day),
    ...linksBack(done, situation.footprints, begunAreas, day),
    ...grantsBack(done, grants, begunAreas, begunOrganisations),
  ];
}

function membershipsBack(
  done: readonly Change[],
  held: readonly SituationMembership[],
  begunAreas: ReadonlySet<string>,
  begunOrganisations: ReadonlySet<string>,
  day: string,
): Change[] {
  const key = ({ areaId, organisationId, role }: Pick<SituationMembership, 'areaId' | 'organisationId' | 'role'>) =>
    `${areaId} ${organisationId} ${role}`;
  const begun = new Set(changesOf(done, 'begin-membership').map(key));
  const ends = held.filter(
    (one) => begun.has(key(one)) || begunAreas.has(one.areaId) || begunOrganisations.has(one.organisationId),
  );
  const stays = new Set(held.filter((one) => !ends.includes(one)).map(key));
  const begins = changesOf(done, 'end-membership').filter((one) => !stays.has(key(one)) && isAhead(one.to, day));
  return [
    ...ends.map(({ areaId, organisationId, role, to }) => ({
      kind: 'end-membership' as const,
      areaId,
      organisationId,
      role,
      to,
    })),
    ...begins.map((change) => ({ ...change, kind: 'begin-membership' as const })),
  ];
}

/** What was to end by the day anyway does not begin again. */
function isAhead(to: string | null, day: string): boolean {
  return to === null || to > day;
}

function linksBack(
  done: readonly Change[],
  footprints: readonly SituationFootprint[],
  begunAreas: ReadonlySet<string>,
  day: string,
): Change[] {
  const held = new Map(
    footprints
      .flatMap(({ links }) => links)
      .filter(({ childAreaId, parentAreaId }) => begunAreas.has(childAreaId) || begunAreas.has(parentAreaId))
      .map(({ childAreaId, parentAreaId, relation, to }) => [
        `${childAreaId} ${parentAreaId}`,
        { childAreaId, parentAreaId, relation, to },
      ]),
  );
  return [
    ...[...held.values()].map((link) => ({ kind: 'end-link' as const, ...link })),
    ...changesOf(done, 'end-link')
      .filter(({ to }) => isAhead(to, day))
      .map((change) => ({ ...change, kind: 'begin-link' as const })),
  ];
}

function grantsBack(
  done: readonly Change[],
  held: readonly SituationGrant[],
  begunAreas: ReadonlySet<string>,
  begunOrganisations: ReadonlySet<string>,
): Change[] {
  const ends = held.filter(({ scopeId }) => begunAreas.has(scopeId) || begunOrganisations.has(scopeId));
  return [
    ...ends.map(({ personName, ...grant }) => ({ kind: 'end-grant' as const, ...grant })),
    ...changesOf(done, 'end-grant').map((change) => ({ ...change, kind: 'begin-grant' as const })),
  ];
}

function consequencesOf(done: readonly Change[]): Consequence[] {
  const back = [...changesOf(done, 'end-area'), ...changesOf(done, 'end-organisation')].map(({ name }) => name);
  const over = [...changesOf(done, 'begin-area'), ...changesOf(done, 'begin-organisation')].map(({ name }) => name);
  const all: (Consequence | null)[] = [
    back.length === 0
      ? null
      : { rule: 'memberships', text: `Again from that day, with the members they had: ${listInWords(back)}.` },
    over.length === 0
      ? null
      : {
          rule: 'memberships',
          text: `No more from that day: ${listInWords(over)}. The time in between stays on record.`,
        },
    back.length === 0
      ? null
      : {
          rule: 'roadmaps',
          text: 'The versions that were being written before are their owners’ again; a draft begun since stays readable.',
        },
    changesOf(done, 'withdraw-version').length === 0
      ? null
      : {
          rule: 'endorsements',
          text: 'Endorsements that lapsed by the event do not come back: the document is put to its members again.',
        },
    changesOf(done, 'end-grant').length === 0
      ? null
      : { rule: 'roles', text: 'Roles that ended by the event are held again, and those that began by it end.' },
  ];
  return all.filter((one) => one !== null);
}

function blockersOf(event: EventOf<'undo'>, { plan, isUndone, later }: SituationUndone): Finding[] {
  return [
    ...(isUndone ? [finding('undone-already', event.eventId, 'This event has been taken back already')] : []),
    ...(plan.kind === 'undo'
      ? [finding('undo-of-undo', event.eventId, 'An undo is not taken back: propose the event itself again')]
      : []),
    ...(event.effectiveOn > plan.event.effectiveOn
      ? []
      : [
          finding(
            'undo-too-early',
            event.eventId,
            `It took effect on ${formatDate(plan.event.effectiveOn)} and can be taken back from the day after`,
          ),
        ]),
    ...later.map((title) => finding('event-since', event.eventId, `Take back first what came after it: ${title}`)),
  ];
}

/** Organisations that joined what the event began have no place of old to go back to. */
function joinedSince(done: readonly Change[], { footprints, organisations }: Situation): Finding[] {
  const begun = new Set(changesOf(done, 'begin-area').map(({ areaId }) => areaId));
  const known = new Set(changesOf(done, 'begin-membership').map(({ organisationId }) => organisationId));
  return footprints
    .filter(({ areaId }) => begun.has(areaId))
    .flatMap(({ name, memberships }) => {
      const joined = [...new Set(memberships.map(({ organisationId }) => organisationId))].filter(
        (id) => !known.has(id),
      );
      const names = organisations
        .filter(({ organisationId }) => joined.includes(organisationId))
        .map((one) => one.name);
      const message = `${listInWords(names)} joined ${name} since and will be in no footprint of these. A footprint form puts that right`;
      return names.length === 0 ? [] : [finding('joined-since', name, message)];
    });
}
