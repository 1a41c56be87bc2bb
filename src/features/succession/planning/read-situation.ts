import type { AppContext } from '../../../context.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { today } from '../../../platform/days.ts';
import { formatDate } from '../../../views/format.ts';
import { currentEndorsements } from '../../agreement/index.ts';
import { listBegun } from '../../assessment/index.ts';
import { listExemplarsOf } from '../../exemplar/index.ts';
import { listCases } from '../../formation/index.ts';
import { listGrantsWithin } from '../../identity/index.ts';
import { assessmentRounds, planningRound, roundState } from '../../programme/index.ts';
import { listSuccessionsOf } from '../../register/index.ts';
import {
  listEndorsementsOf,
  listVersionsOf,
  listWrittenVersionIds,
  type RoadmapVersionRow,
  versionsBeside,
} from '../../roadmap/index.ts';
import type { SituationEndorsement, SituationVersion } from '../facts.ts';
import { findAppliedProposal, listOpenProposals } from '../proposal-repository.ts';
import { eventLabels, type ProposedEvent } from '../proposed-event.ts';
import { trustTypes } from '../trust-types.ts';
import { leftBy, namedIn } from './plan-checks.ts';
import type { Situation, SituationFootprint, SituationOrganisation, SituationUndone } from './situation.ts';
import {
  type FootprintFacts,
  listCodesInUse,
  listFootprintFacts,
  listFootprintKeyPeriods,
  listOrganisationFacts,
  type OrganisationFacts,
} from './situation-facts-repository.ts';

type ReadContext = Pick<AppContext, 'pack' | 'clock'>;

/** The facts that an event meets on its day. `own`: the proposal that is being confirmed, which does not wait for itself. */
export async function readSituation(
  { pack, clock }: ReadContext,
  connection: Connection,
  event: ProposedEvent,
  own: string | null = null,
): Promise<Situation> {
  const day = event.effectiveOn;
  const undone = event.kind === 'undo' ? await readUndone(connection, event.eventId) : null;
  const named = namedIn(event);
  const touched = undone?.plan.touches ?? [];
  const merging = event.kind === 'organisation-merge' ? [...event.predecessors, event.successor.code] : [];
  const memberIds = [...merging, ...(undone?.plan.subject === 'organisation' ? touched : [])];
  const facts = await listFootprintFacts(connection, { slugs: named.footprints, areaIds: touched, memberIds }, day);
  const footprints = await footprintsOf(connection, facts, day);
  const organisationIds = [
    ...facts.flatMap(({ memberships }) => memberships.map(({ organisationId }) => organisationId)),
    ...named.organisations,
    ...merging,
    ...touched,
    ...leftBy(undone?.plan.changes ?? []),
  ];
  const organisations = await listOrganisationFacts(connection, [...new Set(organisationIds)], day);
  const present = today(clock);
  const planning = planningRound(pack, present);
  return {
    today: present,
    isPlanningOpen: planning !== undefined && roundState(planning, present) === 'open',
    footprints,
    organisations: await organisationsOf({ pack, clock }, connection, organisations, event),
    taken: await listFootprintKeyPeriods(connection),
    organisationCodes: await listCodesInUse(connection, merging, day),
    pending: await pendingOn(connection, [...facts.map(({ areaId }) => areaId), ...merging, ...touched], own),
    undone,
  };
}

async function pendingOn(connection: Connection, ids: readonly string[], own: string | null): Promise<string[]> {
  const open = await listOpenProposals(connection);
  return open
    .filter(({ proposalId, touches }) => proposalId !== own && touches.some((id) => ids.includes(id)))
    .map(({ plan }) => plan.title);
}

async function footprintsOf(
  connection: Connection,
  facts: readonly FootprintFacts[],
  day: string,
): Promise<SituationFootprint[]> {
  const ids = facts.map(({ areaId }) => areaId);
  const versions = await listVersionsOf(connection, ids);
  const all = [...versions.values()].flat();
  const written = await listWrittenVersionIds(
    connection,
    all.map(({ versionId }) => versionId),
  );
  const current = [...versions.values()].flatMap(([newest]) => newest ?? []);
  const endorsements = await endorsementsOf(connection, current, day);
  const cases = facts.length === 0 ? [] : await listCases(connection, day);
  const forms = new Map(cases.map(({ life, form }) => [life?.areaId ?? '', form]));
  const grants = Map.groupBy(await listGrantsWithin(connection, 'footprint', ids), ({ scopeId }) => scopeId);
  return facts.map((one) => {
    const own = versions.get(one.areaId) ?? [];
    const [version, ...earlier] = own;
    const published = own.filter(({ publishedAt }) => publishedAt !== null).map(({ number }) => number);
    const form = forms.get(one.areaId) ?? null;
    return {
      ...one,
      version: version === undefined ? null : factsOf(version),
      earlier: earlier.map(factsOf),
      beside: versionsBeside(own, written).map(factsOf),
      endorsements: endorsements.get(version?.versionId ?? '') ?? [],
      published: published.toSorted((a, b) => a - b),
      grants: (grants.get(one.areaId) ?? []).map((grant) => ({ ...grant, scopeKind: 'footprint' as const })),
      openForm: form === null ? null : (openForms[form.state] ?? null),
    };
  });
}

function factsOf({ versionId, number, state, digest }: RoadmapVersionRow): SituationVersion {
  return { versionId, number, state, digest };
}

const openForms: Readonly<Record<string, string>> = {
  writing: 'that is being written',
  'with-ccgs': 'before its commissioners',
  'with-region': 'before its region',
};

/** The decisions that stand on each version, by version, with the names of the day. */
async function endorsementsOf(
  connection: Connection,
  versions: readonly { readonly versionId: string; readonly digest: string | null }[],
  day: string,
): Promise<ReadonlyMap<string, SituationEndorsement[]>> {
  const versionIds = versions.map(({ versionId }) => versionId);
  const made = await listEndorsementsOf(connection, versionIds);
  const standing = versions.map(({ versionId, digest }) => ({
    versionId,
    endorsements: currentEndorsements(made.get(versionId) ?? [], digest),
  }));
  const ids = standing.flatMap(({ endorsements }) => endorsements.map(({ organisationId }) => organisationId));
  const named = await listOrganisationFacts(connection, [...new Set(ids)], day);
  const names = new Map(named.map(({ organisationId, name }) => [organisationId, name]));
  return new Map(
    standing.map(({ versionId, endorsements }) => [
      versionId,
      endorsements.map(({ organisationId, decision }) => ({
        organisationName: names.get(organisationId) ?? organisationId,
        decision,
      })),
    ]),
  );
}

/** Assessments, exemplars and roles matter only for organisations that become another. */
async function organisationsOf(
  { pack }: ReadContext,
  connection: Connection,
  facts: readonly OrganisationFacts[],
  event: ProposedEvent,
): Promise<SituationOrganisation[]> {
  const trusts = trustTypes(pack);
  const isAboutThem = event.kind === 'organisation-merge' || event.kind === 'undo';
  const begun = new Map<string, number>();
  for (const round of isAboutThem ? assessmentRounds(pack) : []) {
    for (const organisationId of await listBegun(connection, round.id)) {
      begun.set(organisationId, (begun.get(organisationId) ?? 0) + 1);
    }
  }
  const ids = isAboutThem ? facts.map(({ organisationId }) => organisationId) : [];
  const exemplars = Map.groupBy(
    await listExemplarsOf(connection, ids, { asAt: pack.positionOn, recordedBy: null }),
    ({ organisationId }) => organisationId,
  );
  const grants = Map.groupBy(await listGrantsWithin(connection, 'organisation', ids), ({ scopeId }) => scopeId);
  return facts.map((one) => ({
    ...one,
    isTrust: trusts.has(one.typeId),
    assessments: begun.get(one.organisationId) ?? 0,
    exemplars: exemplars.get(one.organisationId)?.length ?? 0,
    grants: (grants.get(one.organisationId) ?? []).map((grant) => ({ ...grant, scopeKind: 'organisation' as const })),
  }));
}

async function readUndone(connection: Connection, eventId: string): Promise<SituationUndone | null> {
  const proposal = await findAppliedProposal(connection, eventId);
  if (proposal === null) {
    return null;
  }
  const { plan } = proposal;
  const ids = plan.subject === 'area' ? plan.touches : plan.links.map(({ successorId }) => successorId ?? '');
  const events = await listSuccessionsOf(connection, plan.subject, ids);
  const own = events.find((event) => event.eventId === eventId);
  const since = events.filter(
    ({ eventId: other, kind, isUndone, effectiveOn }) =>
      other !== eventId && kind !== 'undo' && !isUndone && effectiveOn >= plan.event.effectiveOn,
  );
  return {
    eventId,
    plan,
    isUndone: own?.isUndone ?? false,
    later: since.map(({ kind, effectiveOn }) => `${labelOf(kind)}, ${formatDate(effectiveOn)}`),
  };
}

function labelOf(kind: string): string {
  return kind in eventLabels ? eventLabels[kind as keyof typeof eventLabels] : 'A transfer';
}
