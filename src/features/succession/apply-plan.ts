import type { Connection } from '../../platform/database/database.ts';
import { type ActingPerson, endGrant, findEndHandedOn, insertGrant } from '../identity/index.ts';
import {
  areaFact,
  areaLinkFact,
  beginOrganisationRecord,
  endOrganisationRecord,
  endPlaces,
  insertCarriedPatients,
  insertPlaces,
  insertSuccession,
  membershipFact,
  organisationPlaceFact,
  type PlaceFact,
  type PlaceKind,
  type RegisterTransaction,
  type SuccessionDay,
} from '../register/index.ts';
import { beginCitingDraft, withdrawInSuccession } from '../roadmap/index.ts';
import type { AreaNames, Change } from './change.ts';
import type { Plan } from './planning/plan.ts';
import type { SuccessionContext } from './propose-succession.ts';

/** Facts of the plan were changed by somebody who did not wait for it; the transaction must not be kept. */
export class PlanOvertakenError extends Error {
  override readonly name = 'PlanOvertakenError';
  readonly code = 'plan_overtaken';
}

interface EventToApply {
  readonly eventId: string;
  readonly plan: Plan;
  readonly undoes: string | null;
}

/** Does everything in a plan inside the caller's transaction: ends first, so that no two facts of one sort ever overlap. */
export async function applyPlan(
  context: SuccessionContext,
  transaction: RegisterTransaction,
  { eventId, plan, undoes }: EventToApply,
  by: ActingPerson,
): Promise<void> {
  const { effectiveOn, reason } = plan.event;
  const { isDemonstration } = context.config;
  const day: SuccessionDay = {
    on: effectiveOn,
    sourceId: isDemonstration ? 'succession-illustrative' : 'succession',
    standing: isDemonstration ? 'inferred' : 'official',
    note: plan.title,
  };
  const { subject, kind, links } = plan;
  const { sourceId, standing } = day;
  await insertSuccession(transaction, {
    eventId,
    subject,
    kind,
    effectiveOn,
    reason,
    sourceId,
    standing,
    recordedAt: by.at,
    undoes,
    links,
  });
  for (const change of endsFirst(plan.changes)) {
    await applyFact(transaction, change, day);
    await applyDuty(context, transaction, change, { eventId, title: plan.title, by });
  }
}

function endsFirst(changes: readonly Change[]): Change[] {
  const isEnd = ({ kind }: Change) => kind.startsWith('end-') || kind === 'withdraw-version';
  return [...changes.filter(isEnd), ...changes.filter((change) => !isEnd(change))];
}

/** What the directory says from the day on. */
async function applyFact(transaction: RegisterTransaction, change: Change, day: SuccessionDay): Promise<void> {
  switch (change.kind) {
    case 'begin-area':
    case 'resume-area':
      return begin(transaction, 'area', footprintFact(change), day);
    case 'end-area':
      return endPlaces(transaction, 'area', [footprintFact(change)], day);
    case 'rename-area':
      await endPlaces(transaction, 'area', [footprintFact(change.before)], day);
      return begin(transaction, 'area', footprintFact(change.after), day);
    case 'begin-membership':
      return begin(transaction, 'membership', membershipFact(change), day, change.to);
    case 'end-membership':
      return endPlaces(transaction, 'membership', [membershipFact(change)], day);
    case 'begin-link':
      return begin(transaction, 'area-link', areaLinkFact(change), day, change.to);
    case 'end-link':
      return endPlaces(transaction, 'area-link', [areaLinkFact(change)], day);
    case 'begin-organisation':
    case 'resume-organisation':
      return beginOrganisationRecord(transaction, change, day);
    case 'end-organisation':
      return endOrganisationRecord(transaction, change.organisationId, day);
    case 'begin-place':
      return begin(transaction, 'organisation-place', organisationPlaceFact(change), day);
    case 'carry-patients':
      return insertCarriedPatients(transaction, change, day);
    default:
      return undefined;
  }
}

const footprintFact = (area: AreaNames): PlaceFact => areaFact({ ...area, kind: 'footprint' });

/** `to` is the first day after, where an end lies ahead. */
function begin(
  transaction: RegisterTransaction,
  kind: PlaceKind,
  fact: PlaceFact,
  { on, sourceId, standing, note }: SuccessionDay,
  to: string | null = null,
): Promise<void> {
  return insertPlaces(transaction, kind, [{ ...fact, validFrom: on, validTo: to, sourceId, standing, note }]);
}

interface Confirmation {
  readonly eventId: string;
  readonly title: string;
  readonly by: ActingPerson;
}

/** What people may do and have to write, from the moment of the confirmation. */
async function applyDuty(
  context: SuccessionContext,
  transaction: Connection,
  change: Change,
  { eventId, title, by }: Confirmation,
): Promise<void> {
  switch (change.kind) {
    case 'begin-grant':
      // A role that was given until some day is held in the new place until the same day.
      return insertGrant(transaction, change.personId, change, {
        by: by.personId,
        endsAt: await findEndHandedOn(transaction, change.personId, change.role, by.at),
      });
    case 'end-grant':
      return endGrant(transaction, change.personId, change, { at: by.at, by: by.personId, reason: title });
    case 'withdraw-version': {
      const outcome = await withdrawInSuccession(transaction, change, by);
      if (outcome.kind === 'moved-on') {
        throw new PlanOvertakenError(`Version ${change.number} is not the one that the plan was made for`);
      }
      return undefined;
    }
    case 'begin-draft': {
      const citedVersionIds = change.cites.map(({ versionId }) => versionId);
      const command = { footprintId: change.footprintId, citedVersionIds, successionEventId: eventId };
      const outcome = await beginCitingDraft(context, transaction, { ...command, summaryOfChanges: title }, by);
      if (outcome.kind === 'refused') {
        throw new PlanOvertakenError(outcome.reason);
      }
      return undefined;
    }
    default:
      return undefined;
  }
}
