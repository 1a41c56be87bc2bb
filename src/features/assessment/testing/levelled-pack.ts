import { projectFolder } from '../../../project-folder.ts';
import { type ProgrammePack, readProgrammePack } from '../../programme/index.ts';
import { onRecord } from '../../programme/rounds-on-record.ts';
import { levelledInstrument } from './levelled-instrument.ts';

/** The shipped programme, with the instrument with levels asked in every round of assessment. */
export async function levelledPack(): Promise<ProgrammePack> {
  const instrument = levelledInstrument();
  const pack = await readProgrammePack(projectFolder('programmes', 'england-ldr'));
  const rounds = pack.rounds.map((round) =>
    round.kind === 'assessment' ? { ...round, instrument: instrument.id } : round,
  );
  return { ...pack, rounds, roundsOnRecord: onRecord(rounds), instruments: [instrument] };
}
