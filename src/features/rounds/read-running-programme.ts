import type { Connection } from '../../platform/database/database.ts';
import type { ProgrammePack, Round } from '../programme/index.ts';
import { listPlannedRounds, listRoundSteps } from './round-repository.ts';
import { type RunningProgramme, runningProgramme } from './running-programme.ts';

/** Lays over the rounds of a pack what was done about them, and adds those that were planned on screen, as long as the service runs. */
export function readRunningProgramme(
  connection: Connection,
  fixed: ProgrammePack,
  changes: Parameters<typeof runningProgramme>[1],
): RunningProgramme {
  return runningProgramme(fixed, changes, () => roundsAsTheyStand(connection, fixed.rounds));
}

/** The same for whoever reads the programme once, such as a command. */
export async function readProgrammeNow(connection: Connection, fixed: ProgrammePack): Promise<ProgrammePack> {
  return { ...fixed, rounds: await roundsAsTheyStand(connection, fixed.rounds) };
}

async function roundsAsTheyStand(connection: Connection, fixed: readonly Round[]): Promise<Round[]> {
  const [planned, done] = await Promise.all([listPlannedRounds(connection), listRoundSteps(connection)]);
  const steps = Map.groupBy(done, ({ roundId }) => roundId);
  return [...fixed, ...planned].map((round) => ({
    ...round,
    steps: (steps.get(round.id) ?? []).map(({ step }) => step),
  }));
}
