import { unavailableIn } from '../../platform/http/problem.ts';
import type { ProgrammePack, Round } from '../programme/index.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Refreshed before each request; whatever works beside them refreshes it first. */
    readonly programme: RunningProgramme;
  }
  interface FastifyContextConfig {
    /** True for a page that names no round and answers whether the database is there or not. */
    readonly namesNoRound?: boolean;
  }
}

/** Who can say whether anything public has changed, a step about a round included; null while that may go unheard. */
interface Revisions {
  readonly revision: () => number | null;
}

/** A programme that runs: its pack, whose rounds are as they stand, with those that were planned on screen. */
export interface RunningProgramme {
  /** Always the same object; its rounds, and what was done about them, are those of the last `refresh`. */
  readonly pack: ProgrammePack;
  /** Reads what was done about the rounds, where anything may have changed since it was read last. */
  readonly refresh: () => Promise<void>;
  /**
   * As `refresh`, for a page that is only read: while the database is away and no change can be heard, so that no answer is kept, the
   * rounds stay as they were last known. A page that needs more of the database says itself that it is away.
   */
  readonly refreshIfPossible: () => Promise<void>;
}

/**
 * A deadline is asked on nearly every page of those who work, so the rounds are kept, and read again only after a change, which every
 * process hears of at its commit. Of several readings under way the one that began last holds: an answer that comes late would bring
 * back what was there before.
 */
export function runningProgramme(
  fixed: ProgrammePack,
  changes: Revisions,
  readRounds: () => Promise<readonly Round[]>,
): RunningProgramme {
  let { rounds } = fixed;
  let known: { readonly reading: number; readonly revision: number | null } = { reading: 0, revision: null };
  let readings = 0;
  const pack: ProgrammePack = {
    ...fixed,
    get rounds() {
      return rounds;
    },
  };
  const refresh = async () => {
    // As of before it is read: a change while it is being read is read again.
    const revision = changes.revision();
    if (revision !== null && revision === known.revision) {
      return;
    }
    readings += 1;
    const reading = readings;
    const found = await readRounds();
    if (reading > known.reading) {
      rounds = found;
      known = { reading, revision };
    }
  };
  const refreshIfPossible = async () => {
    try {
      await refresh();
    } catch (error) {
      if (known.reading === 0 || changes.revision() !== null || unavailableIn(error) === null) {
        throw error;
      }
    }
  };
  return { pack, refresh, refreshIfPossible };
}
