import type { MembershipRole } from './features/programme/index.ts';
import type { Connection } from './platform/database/database.ts';

/*
 * What the one writer of the register and those who rest on who is a member have in common. It stands beside the context, because
 * the directory knows none of its listeners and each of them knows the directory.
 */

/** An organisation in a footprint, as a document or the register names it. One in two roles stands twice. */
export interface NamedMember {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly role: MembershipRole;
  /** First day of the membership, where that is recorded. */
  readonly validFrom?: string | null;
}

/** Who changes the register, and when. */
export interface RegisterActor {
  /** Null where no account stands behind it. */
  readonly personId: string | null;
  readonly name: string;
  readonly onBehalfOf: string;
  readonly at: Date;
}

/** Members of a footprint on its working day that are not what they were before a change of the register. */
export interface MembersChanged {
  readonly footprintId: string;
  readonly before: readonly NamedMember[];
  readonly after: readonly NamedMember[];
}

/** What was written, told while the transaction is still open. */
export interface RegisterChanged {
  /** Footprints with other members than before; often none. */
  readonly footprints: readonly MembersChanged[];
  /** What was done: `the file members.csv was brought in`. */
  readonly because: string;
  readonly by: RegisterActor;
}

/** What members were asked to agree on and goes back to be changed, because they are others. */
export interface TakenBack {
  /** What it is, as it stands in a sentence: `version 2 of the roadmap`, `the footprint form`. */
  readonly what: string;
  /** Null for the form of a footprint that the directory does not have yet. */
  readonly footprintId: string | null;
  /** What that is called in its form; empty where it is known by the directory. */
  readonly footprintName: string;
  /** How many decisions on it no longer count. */
  readonly lapsedCount: number;
}

/**
 * Whoever rests on who is a member, and takes back what does not hold any more. Throwing takes the change itself back. Gives what it took
 * back.
 */
export type RegisterListener = (transaction: Connection, changed: RegisterChanged) => Promise<readonly TakenBack[]>;

/** Organisations and areas whose own records (names, codes, places, days) were written. */
export interface WrittenRecords {
  readonly organisationIds: readonly string[];
  readonly areaIds: readonly string[];
}

/** Whoever keeps something that follows from the records, and brings it up to them. Told at once, and for a long file in pieces. */
export type RecordListener = (transaction: Connection, written: WrittenRecords) => Promise<void>;

/** What a change of the register needs of the service. */
export interface RegisterKeeping {
  /** The day on which members are looked at, unless a footprint begins later or ended before. */
  readonly positionOn: string;
  /** Everybody who must be told; put together once, in `src/register-listeners.ts`. */
  readonly listeners: readonly RegisterListener[];
  /** Everybody who follows the records. */
  readonly recordListeners: readonly RecordListener[];
}
