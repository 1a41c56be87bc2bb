import type { Changes } from '../../platform/database/change-listener.ts';
import type { Connection } from '../../platform/database/database.ts';
import { KeptReading } from '../../platform/database/kept-reading.ts';
import { unavailableIn } from '../../platform/http/problem.ts';
import { type AskedInstruments, readAskedInstruments } from '../instruments/index.ts';
import {
  type Instrument,
  onRecord,
  type ProgrammePack,
  type Round,
  type RoundOnRecord,
  roundsRecordedBy,
} from '../programme/index.ts';
import { listPlannedRounds, listRoundSteps, lockRoundNames } from './round-repository.ts';

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

/** A programme that runs: its pack, whose rounds are as they stand, with those that were planned on screen, and ask what they were answered with. */
export interface RunningProgramme {
  /** Always the same object; its rounds, what was done about them and what they ask are those of the last `refresh`. */
  readonly pack: ProgrammePack;
  /** Reads what was done about the rounds, where anything may have changed since it was read last. */
  readonly refresh: () => Promise<void>;
  /**
   * As `refresh`, for a page that is only read: while the database is away and no change can be heard, so that no answer is kept, the
   * rounds stay as they were last known. A page that needs more of the database says itself that it is away.
   */
  readonly refreshIfPossible: () => Promise<void>;
}

/** A deadline is asked on nearly every page of those who work, so the rounds are kept. */
export function runningProgramme(
  fixed: ProgrammePack,
  changes: Changes,
  read: () => Promise<ProgrammeState>,
): RunningProgramme {
  const { rounds, roundsOnRecord, usedInstruments, activeInstruments } = fixed;
  const first = { rounds, roundsOnRecord, usedInstruments, activeInstruments };
  const kept = new KeptReading({ changes, read, first });
  const pack: ProgrammePack = {
    ...fixed,
    // In a demonstration it moves on with the clock.
    get positionOn() {
      return fixed.positionOn;
    },
    get rounds() {
      return kept.current.rounds;
    },
    get roundsOnRecord() {
      return kept.current.roundsOnRecord;
    },
    get usedInstruments() {
      return kept.current.usedInstruments;
    },
    get activeInstruments() {
      return kept.current.activeInstruments;
    },
  };
  const refresh = async () => {
    if (!kept.isFresh) {
      await kept.read();
    }
  };
  const refreshIfPossible = async () => {
    try {
      await refresh();
    } catch (error) {
      if (!kept.isKnown || changes.revision() !== null || unavailableIn(error) === null) {
        throw error;
      }
    }
  };
  return { pack, refresh, refreshIfPossible };
}

/** Lays over the rounds of a pack what was done about them, and adds those that were planned on screen, as long as the service runs. */
export function readRunningProgramme(connection: Connection, fixed: ProgrammePack, changes: Changes): RunningProgramme {
  const texts = new Map<string, Instrument>();
  return runningProgramme(fixed, changes, () => readState(connection, fixed, texts));
}

/** The same for whoever reads the programme once, such as a command. */
export async function readProgrammeNow(connection: Connection, fixed: ProgrammePack): Promise<ProgrammePack> {
  return { ...fixed, ...(await readState(connection, fixed, new Map())) };
}

/** Every round as it stands; nobody else plans or renames one until the transaction ends. */
export async function lockRounds(transaction: Connection, { rounds }: Pick<ProgrammePack, 'rounds'>): Promise<Round[]> {
  await lockRoundNames(transaction);
  const fixed = rounds.filter(({ isPlannedHere }) => !isPlannedHere);
  return roundsRecordedBy(await readRounds(transaction, fixed), null);
}

/** What of a programme may be otherwise than its pack says. */
type ProgrammeState = Pick<ProgrammePack, 'rounds' | 'roundsOnRecord' | 'usedInstruments' | 'activeInstruments'>;

async function readState(
  connection: Connection,
  fixed: ProgrammePack,
  texts: Map<string, Instrument>,
): Promise<ProgrammeState> {
  const [roundsOnRecord, asked] = await Promise.all([
    readRounds(connection, fixed.rounds),
    readAskedInstruments(connection, fixed, texts),
  ]);
  const rounds = roundsRecordedBy(roundsOnRecord, null).map((round) => withWaiting(round, asked));
  return { rounds, roundsOnRecord, ...asked };
}

/** What nobody has answered and has no active version waits, whatever its day. */
function withWaiting(round: Round, { usedInstruments, activeInstruments }: AskedInstruments): Round {
  const isAnswered = usedInstruments.some(({ roundId }) => roundId === round.id);
  const isActive = activeInstruments.some(({ id }) => id === round.instrument);
  return { ...round, waitsForActivation: round.instrument !== null && !isAnswered && !isActive };
}

/** The rounds of a pack and those that were planned on screen, with what was done about them. */
async function readRounds(connection: Connection, fixed: readonly Round[]): Promise<RoundOnRecord[]> {
  const [planned, done] = await Promise.all([listPlannedRounds(connection), listRoundSteps(connection)]);
  const steps = Map.groupBy(done, ({ roundId }) => roundId);
  return [...onRecord(fixed), ...planned].map(({ round, ...facts }) => ({
    ...facts,
    round: { ...round, steps: (steps.get(round.id) ?? []).map(({ step }) => step) },
  }));
}
