import type { Changes } from '../database/change-listener.ts';
import type { Connection } from '../database/database.ts';
import { KeptReading } from '../database/kept-reading.ts';
import { type GivenSettings, nothingSaid, type Settings, settingsInForce } from './settings.ts';
import { getSettingsInForce } from './settings-repository.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What whoever runs the service has set, as it is now. */
    readonly settings: SettingsSource;
  }
}

interface SourceOptions {
  readonly database: Connection;
  readonly given: GivenSettings;
  /** What the service is called where nobody says otherwise. */
  readonly usualName: string;
  readonly changes: Changes;
}

export type Follower = (settings: Settings) => Promise<void>;

/** How old settings may be while no process hears what another changes. */
const DEAF_MILLISECONDS = 1000;

/** The settings that hold, read again when something public has changed: they may be what changed, by whichever process. */
export class SettingsSource {
  readonly #options: SourceOptions;
  readonly #followers: Follower[] = [];
  readonly #kept: KeptReading<Settings>;
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(options: SourceOptions) {
    this.#options = options;
    const { database, given, usualName, changes } = options;
    this.#kept = new KeptReading({
      changes,
      read: () => getSettingsInForce(database, given, usualName),
      first: settingsInForce(given, nothingSaid, usualName),
      follow: (settings) => this.#tell(settings),
    });
  }

  /** As they were last read, for whoever answers a request: they are looked at before it. */
  get current(): Settings {
    return this.#kept.current;
  }

  /** What the environment names, which nobody changes on screen. */
  get given(): GivenSettings {
    return this.#options.given;
  }

  /** As they are now. */
  async read(): Promise<Settings> {
    this.#readAt = performance.now();
    await this.#kept.read();
    return this.current;
  }

  /**
   * Looks whether they may have changed, and reads them if so. Nothing goes wrong here: where the database is away they stay as they
   * were. While nobody hears of changes nobody waits either, as a page that is made then is not kept.
   */
  async keepUp(): Promise<void> {
    if (this.#options.changes.revision() === null) {
      if (performance.now() - this.#readAt > DEAF_MILLISECONDS) {
        void this.read().catch(() => undefined);
      }
    } else if (!this.#kept.isFresh) {
      await this.read().catch(() => undefined);
    }
  }

  /** Tells of the settings now, and each time that they were read. */
  async follow(follower: Follower): Promise<void> {
    this.#followers.push(follower);
    await follower(this.current);
  }

  async #tell(settings: Settings): Promise<void> {
    for (const follower of this.#followers) {
      await follower(settings);
    }
  }
}
