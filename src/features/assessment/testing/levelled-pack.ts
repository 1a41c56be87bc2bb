import { projectFolder } from '../../../project-folder.ts';
import { type Instrument, type ProgrammePack, readProgrammePack } from '../../programme/index.ts';
import { onRecord } from '../../programme/rounds-on-record.ts';
import { levelledInstrument } from '../../scoring/testing/levelled-instrument.ts';

/** The shipped programme, with the instrument with levels asked in every round of assessment. */
export function levelledPack(): Promise<ProgrammePack> {
  return packAsking(levelledInstrument());
}

/** The shipped programme, with this instrument asked in every round of assessment. */
export async function packAsking(instrument: Instrument): Promise<ProgrammePack> {
  const pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  const rounds = pack.rounds.map((round) =>
    round.kind === 'assessment' ? { ...round, instrument: instrument.id } : round,
  );
  return { ...pack, rounds, roundsOnRecord: onRecord(rounds), instruments: [instrument] };
}
