import type { Connection } from '../../../platform/database/database.ts';
import {
  type Instrument,
  instrumentWrittenAs,
  type ProgrammePack,
  type UsedInstrument,
} from '../../programme/index.ts';
import { findKeptContent } from './kept-instrument-repository.ts';
import { listRoundInstruments } from './round-instrument-repository.ts';

type WrittenPack = Pick<ProgrammePack, 'instruments' | 'instrumentsAsWritten'>;

/** Texts that the pack does not have, by version and digest: each is read once. */
type KeptTexts = Map<string, Instrument>;

/** What rounds are asked in which answers were given, whatever the pack would ask in them now. */
export async function readUsedInstruments(
  connection: Connection,
  pack: WrittenPack,
  texts: KeptTexts = new Map(),
): Promise<UsedInstrument[]> {
  const used: UsedInstrument[] = [];
  for (const { roundId, ...version } of await listRoundInstruments(connection)) {
    const instrument = await readText(connection, pack, version, texts);
    if (instrument !== null) {
      used.push({ roundId, instrument });
    }
  }
  return used;
}

/** The digest of a version as the pack has it; null where it does not have that version. */
export function digestInPack(
  { instrumentsAsWritten }: Pick<ProgrammePack, 'instrumentsAsWritten'>,
  { id, version }: Pick<Instrument, 'id' | 'version'>,
): string | null {
  return instrumentsAsWritten.find((each) => each.id === id && each.version === version)?.digest ?? null;
}

interface NamedText {
  readonly id: string;
  readonly version: string;
  /** Of what is kept; null where nothing is. */
  readonly digest: string | null;
}

/** A version as it is kept, be that in the pack or not; as the pack has it where it is not kept. Null where there is none. */
export async function readText(
  connection: Connection,
  pack: WrittenPack,
  { id, version, digest }: NamedText,
  texts: KeptTexts = new Map(),
): Promise<Instrument | null> {
  const inPack = pack.instruments.find((each) => each.id === id && each.version === version);
  if (inPack !== undefined && (digest === null || digestInPack(pack, inPack) === digest)) {
    return inPack;
  }
  const key = `${id} ${version} ${digest}`;
  const known = texts.get(key);
  if (known !== undefined) {
    return known;
  }
  const content = await findKeptContent(connection, { id, version });
  if (content === null) {
    return inPack ?? null;
  }
  const instrument = instrumentWrittenAs(content);
  texts.set(key, instrument);
  return instrument;
}
