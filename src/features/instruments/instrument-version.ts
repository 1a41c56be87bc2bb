import type { ProgrammePack, Round } from '../programme/index.ts';
import type { Activation } from './activation/activation.ts';

/** One version of an instrument as it is kept. */
export interface InstrumentVersion {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly digest: string;
  /** Whether the pack has it now, with this very text. */
  readonly isInPack: boolean;
  /** Whether it is the one that rounds ask which nobody has answered yet. */
  readonly isAsked: boolean;
  /** The rounds that ask it because it was answered there, the first one first. */
  readonly askedIn: readonly AskedIn[];
  /** That it is active, or the last that was proposed of it; null where neither is so. */
  readonly activation: Activation | null;
}

export interface AskedIn {
  readonly round: Pick<Round, 'id' | 'label'>;
  /** When the first answer was given. */
  readonly since: Date;
}

/**
 * `in-use`: it was answered, and further rounds ask it. `kept`: they ask another. `active`: it may be asked, and nobody has answered it.
 * `proposed`: it waits for a second person. `inactive`: no round can ask it.
 */
export type AskedState = 'in-use' | 'kept' | 'active' | 'proposed' | 'inactive';

export function versionState({ digest, isAsked, askedIn, activation }: InstrumentVersion): AskedState {
  const isActive = activation?.state === 'active' && activation.digest === digest;
  if (askedIn.length > 0 || isActive) {
    return isAsked ? (askedIn.length > 0 ? 'in-use' : 'active') : 'kept';
  }
  return activation?.state === 'proposed' && activation.digest === digest ? 'proposed' : 'inactive';
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

/** Of what was done about one version, the newest first, what counts: that its text is active, or else what was done last. */
export function countingActivation(activations: readonly Activation[], digest: string): Activation | null {
  return activations.find((each) => each.state === 'active' && each.digest === digest) ?? activations[0] ?? null;
}
