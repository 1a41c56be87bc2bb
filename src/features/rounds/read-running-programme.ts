import type { Connection } from '../../platform/database/database.ts';
import type { ProgrammePack, Round } from '../programme/index.ts';
import { listPlannedRounds, listRoundSteps } from './round-repository.ts';

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

/** A programme that runs: its pack, whose rounds are as they stand, with those that were planned on screen. */
export interface RunningProgramme {
  /** Always the same object; its rounds, and what was done about them, are those of the last `refresh`. */
  readonly pack: ProgrammePack;
  /** Reads what was done about the rounds, where anything may have changed since it was read last. */
  readonly refresh: () => Promise<void>;
}

/**
 * Lays over the rounds of a pack what was done about them, and adds those that were planned on screen. A deadline is asked on nearly every page of those who work, so what is
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
  const [planned, done] = await Promise.all([listPlannedRounds(connection), listRoundSteps(connection)]);
  const steps = Map.groupBy(done, ({ roundId }) => roundId);
  return [...fixed, ...planned].map((round) => ({
    ...round,
    steps: (steps.get(round.id) ?? []).map(({ step }) => step),
  }));
}

/** The same for whoever reads the programme once, such as a command. */
export async function readProgrammeNow(connection: Connection, fixed: ProgrammePack): Promise<ProgrammePack> {
  return { ...fixed, rounds: await roundsAsTheyStand(connection, fixed.rounds) };
}
