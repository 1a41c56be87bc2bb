import { type DatedState, datedStates } from './dated-states.ts';
import type { Relation } from './lay-relations.ts';
import type { OrganisationHistory, TypeRules } from './organisation-history.ts';
import type { HistoryRows, StoredOrganisation, StoredRelation, StoredState } from './stored-history.ts';

/** What is stored of an organisation (null: it is new), and what it is to be. */
export interface HistoryChange {
  readonly stored: StoredOrganisation | null;
  readonly history: OrganisationHistory;
  readonly relations: readonly Relation[];
}

/** The rows that bring what is stored to what it is to be, and no others: what stays as it was is not written again. */
export function historyRows(changes: readonly HistoryChange[], types: TypeRules): HistoryRows {
  const parts = changes.map((change) => rowsOfOne(change, types));
  return {
    organisations: parts.flatMap(({ organisation }) => organisation),
    removedRecordIds: parts.flatMap(({ removedRecordIds }) => removedRecordIds),
    seenAgain: parts.flatMap(({ seenAgain }) => seenAgain),
    records: parts.flatMap(({ records }) => records),
    removedRelationIds: parts.flatMap(({ removedRelationIds }) => removedRelationIds),
    relations: parts.flatMap(({ relations }) => relations),
  };
}

function rowsOfOne({ stored, history, relations }: HistoryChange, types: TypeRules) {
  const { organisationId, code } = history;
  const dated = new Map(datedStates(history, types).map((each) => [stateKey(each), each]));
  const states = new Map((stored?.states ?? []).map((state) => [stateKey(state), state]));
  const laid = new Map(relations.map((relation) => [relationKey(relation), relation]));
  const known = new Map((stored?.relations ?? []).map((relation) => [relationKey(relation), relation]));
  return {
    organisation: stored === null ? [{ organisationId, code }] : [],
    removedRecordIds: missingFrom(states, dated).map(({ recordId }) => recordId),
    seenAgain: [...states].flatMap(([key, state]) => seenAgain(state, dated.get(key))),
    records: missingFrom(dated, states).map((each) => ({ organisationId, code, dated: each })),
    removedRelationIds: missingFrom(known, laid).map(({ relationId }) => relationId),
    relations: missingFrom(laid, known).map((relation) => ({ organisationId, relation })),
  };
}

function missingFrom<T>(items: ReadonlyMap<string, T>, others: ReadonlyMap<string, unknown>): T[] {
  return [...items].flatMap(([key, item]) => (others.has(key) ? [] : [item]));
}

function seenAgain({ recordId, state }: StoredState, now: DatedState | undefined) {
  return now === undefined || now.state.seen.length === state.seen.length ? [] : [{ recordId, seen: now.state.seen }];
}

/** What makes two periods the same row: all but the days on which they were seen. */
function stateKey({ from, to, endedBy, state: { facts, cited } }: DatedState): string {
  return JSON.stringify([
    from,
    to,
    endedBy,
    cited.sourceId,
    cited.row,
    cited.standing,
    cited.note,
    facts.name,
    facts.typeId,
    facts.typeStanding,
    facts.status,
    facts.address,
    facts.town,
    facts.postcode,
    facts.phone,
    facts.regionCode,
    facts.geographyCode,
  ]);
}

function relationKey({ kind, relatedCode, from, to, seenOn, cited }: Relation | StoredRelation): string {
  return JSON.stringify([kind, relatedCode, from, to, seenOn, cited.sourceId, cited.row]);
}
