import type { Connection } from '../../../platform/database/database.ts';
import {
  type Instrument,
  instrumentWrittenAs,
  type ProgrammePack,
  type UsedInstrument,
} from '../../programme/index.ts';
import { type ActiveVersion, listActiveVersions } from '../activation/activation-repository.ts';
import { findKeptContent } from './kept-instrument-repository.ts';
import { listRoundInstruments } from './round-instrument-repository.ts';

type WrittenPack = Pick<ProgrammePack, 'instruments' | 'instrumentsAsWritten'>;

/** Texts that the pack does not have, by version and digest: each is read once. */
type KeptTexts = Map<string, Instrument>;

/** What is asked, whatever the pack would ask now. */
export type AskedInstruments = Pick<ProgrammePack, 'usedInstruments' | 'activeInstruments'>;

/** What rounds ask in which answers were given, and of each instrument of the pack the version that other rounds ask. */
export async function readAskedInstruments(
  connection: Connection,
  pack: WrittenPack,
  texts: KeptTexts = new Map(),
): Promise<AskedInstruments> {
  return {
    usedInstruments: await readUsed(connection, pack, texts),
    activeInstruments: await readActive(connection, pack, texts),
  };
}

/** That of the pack where it is active, or else the newest that is; none of an instrument of which no version is. */
async function readActive(connection: Connection, pack: WrittenPack, texts: KeptTexts): Promise<Instrument[]> {
  const versions = await listActiveVersions(connection);
  const active: Instrument[] = [];
  for (const { id, version } of pack.instruments) {
    const own = versions.filter((each) => each.id === id);
    const isOfPack = (each: ActiveVersion) =>
      each.version === version && each.digest === digestInPack(pack, { id, version });
    const asked = own.find(isOfPack) ?? own.at(-1);
    const instrument = asked === undefined ? null : await readText(connection, pack, asked, texts);
    if (instrument !== null) {
      active.push(instrument);
    }
  }
  return active;
}

async function readUsed(connection: Connection, pack: WrittenPack, texts: KeptTexts): Promise<UsedInstrument[]> {
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
