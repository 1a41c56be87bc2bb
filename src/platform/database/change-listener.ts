import { setTimeout as after } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../logging.ts';
import { ChangeRevision } from './change-revision.ts';

/** Who can say whether something has changed in the database, by any process. */
export interface Changes {
  /** Counts the changes heard of; null while some may go unheard. */
  readonly revision: () => number | null;
}

/** Nobody listens, so anything may have changed at any time. */
export const unheardChanges: Changes = { revision: () => null };

export interface ListenOptions {
  readonly url: string;
  readonly channel: string;
  readonly log: Pick<Logger, 'warn' | 'info'>;
}

const BEAT_MILLISECONDS = 1000;
const DEADLINE_MILLISECONDS = 2000;
const RETRY_MILLISECONDS = 500;

/**
 * Hears on a connection of its own what other processes have changed, and on every connection of the pool what is changed there:
 * PostgreSQL tells a session of a change of its own before it says that the commit is done, so whoever waits for a commit finds
 * the revision raised.
 *
 * A connection that breaks, or is silent for longer than two beats, hears nothing: the revision is null until there is another.
 */
export class ChangeListener implements Changes {
  readonly #options: ListenOptions;
  readonly #revision = new ChangeRevision();
  #client: pg.Client | null = null;
  #lastRound: Promise<void> = Promise.resolve();
  #isStopped = false;
  #isToldDeaf = false;

  constructor(options: ListenOptions) {
    this.#options = options;
  }

  revision(): number | null {
    return this.#client === null ? null : this.#revision.current;
  }

  /** For a pool to call with each connection that it opens, before anybody uses it. */
  readonly attend = async (client: pg.ClientBase): Promise<void> => {
    client.on('notification', ({ payload = '' }) => this.#revision.hear(payload));
    await within(DEADLINE_MILLISECONDS, client.query(this.#listenStatement));
  };

  /** Done once it listens, or has tried to: it goes on trying. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#options.url,
      connectionTimeoutMillis: DEADLINE_MILLISECONDS,
      keepAlive: true,
    });
    client.on('notification', ({ payload = '' }) => this.#revision.hear(payload));
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    try {
      await client.connect();
      await within(DEADLINE_MILLISECONDS, client.query(this.#listenStatement));
    } catch (error) {
      void client.end();
      // Said once for each time that nobody listens; it tries twice a second.
      if (!this.#isToldDeaf) {
        this.#isToldDeaf = true;
        this.#options.log.warn(
          { err: error },
          'changes by other processes cannot be heard: nothing is answered from memory',
        );
      }
      this.#startAgain();
      return;
    }
    this.#become(client);
  }

  /** One round trip on the connection that listens: everything committed before it was asked has been heard of when it answers. */
  async settled(): Promise<void> {
    const client = this.#client;
    if (client === null) {
      throw new Error('nobody listens to changes');
    }
    // A connection takes one question at a time.
    const round = this.#lastRound.then(() => this.#ask(client));
    this.#lastRound = round.catch(() => undefined);
    return round;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  get #listenStatement(): string {
    return `listen ${pg.escapeIdentifier(this.#options.channel)}`;
  }

  #become(client: pg.Client): void {
    if (this.#isStopped) {
      void client.end();
      return;
    }
    // What was changed while nobody listened is not known.
    this.#revision.raise();
    this.#isToldDeaf = false;
    this.#client = client;
    void this.#beat(client);
  }

  /** A pooler that takes the session away between two statements answers, and hears nothing: so the question is whether it listens. */
  async #ask(client: pg.Client): Promise<void> {
    const asked = client.query('select from pg_listening_channels() as channel where channel = $1', [
      this.#options.channel,
    ]);
    const { rowCount } = await within(DEADLINE_MILLISECONDS, asked);
    if (rowCount !== 1) {
      throw new Error('the connection does not listen any more');
    }
  }

  async #beat(client: pg.Client): Promise<void> {
    while (this.#client === client) {
      await after(BEAT_MILLISECONDS, undefined, { ref: false });
      if (this.#client === client) {
        await this.settled().catch(() => this.#lose(client));
      }
    }
  }

  #lose(client: pg.Client): void {
    if (this.#client === client) {
      this.#client = null;
      this.#options.log.warn(
        'the connection that hears of changes was lost: nothing is answered from memory until there is another',
      );
      // It waits for an answer, so this closes it at once.
      void client.end();
      this.#startAgain();
    }
  }

  #startAgain(): void {
    if (!this.#isStopped) {
      void after(RETRY_MILLISECONDS, undefined, { ref: false }).then(() =>
        this.#isStopped ? undefined : this.start(),
      );
    }
  }
}

async function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const late = new AbortController();
  const deadline = after(milliseconds, undefined, { ref: false, signal: late.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds} milliseconds`);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    late.abort();
  }
}
