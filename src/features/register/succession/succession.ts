/** What happened to organisations or areas on a day. */
export const successionKinds = ['merge', 'split', 'transfer', 'rename', 'boundary-change', 'closure', 'undo'] as const;

export type SuccessionKind = (typeof successionKinds)[number];

/** Organisations are named by code, areas by id. */
export const successionSubjects = ['organisation', 'area'] as const;

export type SuccessionSubject = (typeof successionSubjects)[number];

/** One step from what was to what came after. */
export interface SuccessionLink {
  readonly predecessorId: string;
  /** Null when nothing came after. */
  readonly successorId: string | null;
  /** The first day of what came after. */
  readonly effectiveOn: string;
}

/** That an organisation came to its end on a day, as others took its place, or nobody did. */
export interface Closing {
  readonly code: string;
  /** First day without it. */
  readonly on: string;
  /** Codes of those that took its place. */
  readonly successors: readonly string[];
  /** Who says so, or one of them. */
  readonly sourceId: string;
}

/** A line of a successor file. */
export interface SuccessionPair {
  readonly predecessorCode: string;
  readonly successorCode: string;
  /** First day on which the successor stands in the place of the predecessor. */
  readonly effectiveOn: string;
  /** The record of the file it was read from, from 1. */
  readonly row: number | null;
}
