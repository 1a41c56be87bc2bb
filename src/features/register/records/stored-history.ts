import type { DatedState } from './dated-states.ts';
import type { Relation } from './lay-relations.ts';
import type { OrganisationHistory } from './organisation-history.ts';

/** A stored period and its row. */
export interface StoredState extends DatedState {
  readonly recordId: string;
}

export interface StoredRelation extends Relation {
  readonly relationId: string;
}

/** An organisation as it is stored: the rows beside the history that they make up. */
export interface StoredOrganisation {
  readonly history: OrganisationHistory;
  readonly states: readonly StoredState[];
  readonly relations: readonly StoredRelation[];
}

/** Rows to write for many organisations; what is removed makes room for what is inserted. */
export interface HistoryRows {
  readonly organisations: readonly { readonly organisationId: string; readonly code: string }[];
  readonly removedRecordIds: readonly string[];
  /** Nothing but the days on which it was seen has changed. */
  readonly seenAgain: readonly { readonly recordId: string; readonly seen: readonly string[] }[];
  readonly records: readonly { readonly organisationId: string; readonly code: string; readonly dated: DatedState }[];
  readonly removedRelationIds: readonly string[];
  readonly relations: readonly { readonly organisationId: string; readonly relation: Relation }[];
}
