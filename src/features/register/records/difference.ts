/** What a source changed of what was known. */
export type DifferenceKind =
  | 'added'
  | 'renamed'
  | 'retyped'
  | 'status-changed'
  | 'moved'
  | 'phone-changed'
  | 'region-changed'
  | 'geography-changed'
  | 'opening-changed'
  | 'closed'
  | 'end-changed'
  | 'reopened'
  | 'reissued'
  | 'relation-changed'
  | 'succession-added'
  | 'standing-changed'
  | 'note-changed'
  /** A copy says it otherwise than it is known, and it is not taken in. */
  | 'not-taken'
  /** What is known was kept. */
  | 'contradicted'
  /** Said to be closed, and seen open by nobody. */
  | 'not-added';

export interface Difference {
  readonly kind: DifferenceKind;
  /** Code of the organisation. */
  readonly code: string;
  readonly name: string;
  /** What was known for the day of the source; empty where nothing was. */
  readonly before: string;
  readonly after: string;
  /** True when a newer source is known, so that only the past is filled in. */
  readonly isPast: boolean;
  readonly row: number | null;
}
