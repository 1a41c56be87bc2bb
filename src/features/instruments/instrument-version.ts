import type { ProgrammePack, Round } from '../programme/index.ts';

/** One version of an instrument as it is kept. */
export interface InstrumentVersion {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly digest: string;
  /** Whether the pack has it now, with this very text. */
  readonly isInPack: boolean;
  /** The rounds that ask it because it was answered there, the first one first. */
  readonly askedIn: readonly AskedIn[];
}

export interface AskedIn {
  readonly round: Pick<Round, 'id' | 'label'>;
  /** When the first answer was given. */
  readonly since: Date;
}

/** Whether the pack has a version with this very text. */
export function isInPack(
  { instrumentsAsWritten }: Pick<ProgrammePack, 'instrumentsAsWritten'>,
  { id, version, digest }: Pick<InstrumentVersion, 'id' | 'version' | 'digest'>,
): boolean {
  return instrumentsAsWritten.some(
    (written) => written.id === id && written.version === version && written.digest === digest,
  );
}
