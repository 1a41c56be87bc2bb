import { instrumentOfRound, type ProgrammePack } from '../../programme/index.ts';
import { type InstrumentVersion, versionState } from '../instrument-version.ts';

/** A version that anybody may read. */
export interface ReadableVersion {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly digest: string;
  /** Names of the rounds that ask it. */
  readonly askedIn: readonly string[];
}

/** Those that may be asked, or were answered, the newest of each questionnaire first: until then a version is not for everybody. */
export function readableVersions(pack: ProgrammePack, versions: readonly InstrumentVersion[]): ReadableVersion[] {
  return versions
    .filter((version) => !['proposed', 'inactive'].includes(versionState(version)))
    .map(({ id, version, title, digest }) => ({
      id,
      version,
      title,
      digest,
      askedIn: pack.rounds
        .filter((round) => round.kind === 'assessment')
        .filter((round) => {
          const asked = instrumentOfRound(pack, round.id);
          return asked.id === id && asked.version === version;
        })
        .map(({ label }) => label),
    }))
    .toReversed();
}
