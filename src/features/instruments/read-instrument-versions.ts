import { by } from '../../platform/compare.ts';
import type { Connection } from '../../platform/database/database.ts';
import { findRound, type ProgrammePack } from '../programme/index.ts';
import { listActivations } from './activation/activation-repository.ts';
import { countingActivation, type InstrumentVersion, isInPack } from './instrument-version.ts';
import { listKeptInstruments } from './kept/kept-instrument-repository.ts';
import { listRoundInstruments } from './kept/round-instrument-repository.ts';

/** Every version that is kept, in the order in which each instrument went through them. */
export async function readInstrumentVersions(
  connection: Connection,
  pack: ProgrammePack,
): Promise<readonly InstrumentVersion[]> {
  const [kept, asked, activations] = await Promise.all([
    listKeptInstruments(connection),
    listRoundInstruments(connection),
    listActivations(connection),
  ]);
  const since = asked.toSorted(by(({ askedSince }) => askedSince.toISOString()));
  return kept.map(({ id, version, title, digest }) => ({
    id,
    version,
    title,
    digest,
    isInPack: isInPack(pack, { id, version, digest }),
    isAsked: pack.activeInstruments.some((each) => each.id === id && each.version === version),
    activation: countingActivation(
      activations.filter((each) => each.id === id && each.version === version),
      digest,
    ),
    askedIn: since
      .filter((each) => each.id === id && each.version === version)
      .map(({ roundId, askedSince }) => ({
        round: findRound(pack, roundId) ?? { id: roundId, label: roundId },
        since: askedSince,
      })),
  }));
}
