import type { Connection } from '../../platform/database/database.ts';
import type { ProgrammePack, Round } from '../programme/index.ts';
import { listRoundSteps } from './round-repository.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Refreshed before each request; whatever works beside them refreshes it first. */
    readonly programme: RunningProgramme;
  }
}

/** Who can say whether anything public has changed, a step about a round included; null while that may go unheard. */
interface Revisions {
  readonly revision: () => number | null;
}

/** A programme that runs: its pack, whose rounds are as they stand. */
export interface RunningProgramme {
  /** Always the same object; its rounds carry what was done about them as of the last `refresh`. */
  readonly pack: ProgrammePack;
  /** Reads what was done about the rounds, where anything may have changed since it was read last. */
  readonly refresh: () => Promise<void>;
}

/**
 * Lays over the rounds of a pack what was done about them. A deadline is asked on nearly every page of those who work, so what is
 * known is kept and read again only after a change, which every process hears of at its commit.
 */
export function readRunningProgramme(
  connection: Connection,
  fixed: ProgrammePack,
  changes: Revisions,
): RunningProgramme {
  let { rounds } = fixed;
  let readAt: number | null = null;
  const pack: ProgrammePack = {
    ...fixed,
    get rounds() {
      return rounds;
    },
  };
  const refresh = async () => {
    const revision = changes.revision();
    if (revision !== null && revision === readAt) {
      return;
    }
    rounds = await roundsAsTheyStand(connection, fixed.rounds);
    // As of before it was read: a change while it was being read is read again.
    readAt = revision;
  };
  return { pack, refresh };
}

async function roundsAsTheyStand(connection: Connection, fixed: readonly Round[]): Promise<Round[]> {
  const steps = Map.groupBy(await listRoundSteps(connection), ({ roundId }) => roundId);
  return fixed.map((round) => ({ ...round, steps: (steps.get(round.id) ?? []).map(({ step }) => step) }));
}
