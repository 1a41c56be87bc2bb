import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Connection, Database } from '../database/database.ts';
import { type Attempt, type JobQueue, startJobQueue } from '../jobs/job-queue.ts';
import type { Logger } from '../logging.ts';
import type { WrittenLetter } from '../written-letter.ts';
import { findQueuedLetter, insertLetters, updateLetter } from './letter-repository.ts';
import { createMailer, type Mailer, stateAfter } from './mailer.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Null where no mail server is set up, and nobody is written to. */
    readonly letters: Letters | null;
  }
}

export interface Letters {
  /** Writes to somebody. The letter is sent if and only if the transaction commits. */
  readonly add: (transaction: Connection, letter: WrittenLetter) => Promise<void>;
  /** The same of many at once. Answers their ids, in their order. */
  readonly addAll: (transaction: Connection, letters: readonly WrittenLetter[]) => Promise<readonly string[]>;
}

interface LetterOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly config: {
    readonly smtpUrl: string | null;
    readonly mailFrom: string;
    readonly contactEmail: string;
    readonly serviceName: string;
  };
}

interface LetterJob {
  readonly letterId: string;
}

/** A mail server that stays away is tried seven times over about an hour. */
const queueSettings = { name: 'letters', retries: 6, firstWaitSeconds: 60, sideBySide: 10 };

/** Sends the letters of the service while it runs, from the queue; whoever writes one does so in a transaction of theirs. */
export function attachLetters(app: FastifyInstance, options: LetterOptions): void {
  const { smtpUrl } = options.config;
  if (smtpUrl === null) {
    app.decorate('letters', null);
    return;
  }
  let queue: JobQueue<LetterJob> | null = null;
  const mailer = createMailer(smtpUrl);
  app.addHook('onReady', async () => {
    queue = await startJobQueue<LetterJob>(options.database, options.log, queueSettings, (attempt) =>
      sendLetter(options, mailer, attempt),
    );
  });
  app.addHook('onClose', async () => {
    await queue?.stop();
    mailer.close();
  });
  const addAll: Letters['addAll'] = async (transaction, letters) => {
    const letterIds = await insertLetters(transaction, letters, options.clock());
    await queue?.add(transaction, ...letterIds.map((letterId) => ({ letterId })));
    return letterIds;
  };
  app.decorate('letters', {
    add: async (transaction, letter) => {
      await addAll(transaction, [letter]);
    },
    addAll,
  });
}

async function sendLetter(
  { database, clock, log, config }: LetterOptions,
  mailer: Mailer,
  { data, isLast }: Attempt<LetterJob>,
): Promise<void> {
  const letter = await findQueuedLetter(database, data.letterId);
  if (letter === null) {
    return;
  }
  const delivery = await mailer.send({
    from: config.mailFrom,
    to: letter.to,
    replyTo: { name: config.serviceName, address: config.contactEmail },
    subject: letter.subject,
    text: letter.link === null ? letter.text : letter.text.replace('{link}', letter.link),
    letterId: letter.letterId,
  });
  const state = stateAfter(delivery, isLast);
  const failure = delivery.kind === 'failed' ? delivery.reason : '';
  await updateLetter(database, letter.letterId, { state, failure, at: clock() });
  if (delivery.kind === 'failed') {
    log.warn({ letterId: letter.letterId, reason: failure, state }, 'a letter was not sent');
  }
  if (state === 'queued') {
    throw new Error(failure);
  }
}
