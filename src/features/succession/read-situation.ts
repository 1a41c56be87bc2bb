import type { AppContext } from '../../context.ts';
import type { Connection } from '../../platform/database/database.ts';
import { today } from '../../platform/days.ts';
import { formatDate } from '../../views/format.ts';
import { listAssessmentStates } from '../assessment/index.ts';
import {
  type FootprintFacts,
  listCodesInUse,
  listFootprintFacts,
  listFootprintKeyPeriods,
  listOrganisationFacts,
  listSuccessionsOf,
  type OrganisationFacts,
} from '../directory/index.ts';
import { listExemplarsOf } from '../exemplar/index.ts';
import { findCase } from '../formation/index.ts';
import { listGrantsWithin } from '../identity/index.ts';
import { assessmentRounds } from '../programme/index.ts';
import { currentEndorsements, findCurrentVersion, listEndorsements, listVersions } from '../roadmap/index.ts';
import type { SituationEndorsement } from './facts.ts';
import { leftBy, namedIn } from './plan-checks.ts';
import { findAppliedProposal, listOpenProposals } from './proposal-repository.ts';
import { eventLabels, type ProposedEvent } from './proposed-event.ts';
import type { Situation, SituationFootprint, SituationOrganisation, SituationUndone } from './situation.ts';
import { trustTypes } from './trust-types.ts';

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
  const footprints = await Promise.all(facts.map((one) => footprintOf(connection, one, day)));
  const organisationIds = [
    ...facts.flatMap(({ memberships }) => memberships.map(({ organisationId }) => organisationId)),
    ...named.organisations,
    ...merging,
    ...touched,
    ...leftBy(undone?.plan.changes ?? []),
  ];
  const organisations = await listOrganisationFacts(connection, [...new Set(organisationIds)], day);
  return {
    today: today(clock),
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

async function footprintOf(connection: Connection, facts: FootprintFacts, day: string): Promise<SituationFootprint> {
  const { areaId, slug } = facts;
  const version = await findCurrentVersion(connection, areaId);
  const versions = version === null ? [] : await listVersions(connection, areaId);
  const published = versions.filter(({ publishedAt }) => publishedAt !== null).map(({ number }) => number);
  const form = (await findCase(connection, slug))?.form ?? null;
  return {
    ...facts,
    version:
      version === null
        ? null
        : { versionId: version.versionId, number: version.number, state: version.state, digest: version.digest },
    endorsements: version === null ? [] : await endorsementsOf(connection, version, day),
    published: published.toSorted((one, other) => one - other),
    grants: (await listGrantsWithin(connection, 'footprint', [areaId])).map((grant) => ({
      ...grant,
      scopeKind: 'footprint' as const,
    })),
    openForm: form === null ? null : (openForms[form.state] ?? null),
  };
}

const openForms: Readonly<Record<string, string>> = {
  writing: 'that is being written',
  'with-ccgs': 'before its CCGs',
  'with-region': 'before its region',
};

async function endorsementsOf(
  connection: Connection,
  version: { readonly versionId: string; readonly digest: string | null },
  day: string,
): Promise<SituationEndorsement[]> {
  const standing = currentEndorsements(await listEndorsements(connection, version.versionId), version.digest);
  const ids = standing.map(({ organisationId }) => organisationId);
  const named = await listOrganisationFacts(connection, ids, day);
  const names = new Map(named.map(({ organisationId, name }) => [organisationId, name]));
  return standing.map(({ organisationId, decision }) => ({
    organisationName: names.get(organisationId) ?? organisationId,
    decision,
  }));
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
    for (const [organisationId, state] of await listAssessmentStates(connection, round.id)) {
      begun.set(organisationId, (begun.get(organisationId) ?? 0) + (state === 'not-started' ? 0 : 1));
    }
  }
  return Promise.all(
    facts.map(async (one) => ({
      ...one,
      isTrust: trusts.has(one.typeId),
      assessments: begun.get(one.organisationId) ?? 0,
      exemplars: isAboutThem ? (await listExemplarsOf(connection, one.organisationId)).length : 0,
      grants: isAboutThem
        ? (await listGrantsWithin(connection, 'organisation', [one.organisationId])).map((grant) => ({
            ...grant,
            scopeKind: 'organisation' as const,
          }))
        : [],
    })),
  );
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
