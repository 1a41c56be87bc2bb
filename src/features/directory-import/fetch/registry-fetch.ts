import type { UploadState } from '../uploads/upload-state.ts';

/** `unchanged`: the same answer as before. `nothing`: it was asked what has changed, and nothing has. */
export type FetchOutcome = 'fetched' | 'unchanged' | 'nothing' | 'failed';

/** A time that the registry was asked. */
export interface RegistryFetch {
  readonly fetchId: string;
  readonly address: string;
  readonly askedAt: Date;
  /** Null where its time had come. */
  readonly askedByName: string | null;
  /** Null while it is under way. */
  readonly endedAt: Date | null;
  readonly outcome: FetchOutcome | '';
  /** What went wrong, at the end or when it was last tried; empty where nothing did. */
  readonly problem: string;
  readonly organisationCount: number | null;
  /** The file that its answer became. */
  readonly file: { readonly uploadId: string; readonly state: UploadState } | null;
}

const HOUR = 3_600_000;

/** After one that failed too: it was tried several times, and the registry is left in peace until the next time. */
export function isFetchDue(
  now: Date,
  lastAskedAt: Date | null,
  { everyHours }: { readonly everyHours: number },
): boolean {
  return lastAskedAt === null || now.getTime() - lastAskedAt.getTime() >= everyHours * HOUR;
}
