import type { FastifyInstance } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Connection, Database } from '../database/database.ts';
import type { Attempt } from '../jobs/job-queue.ts';
import type { Logger } from '../logging.ts';
import type { WrittenLetter } from '../written-letter.ts';
import { findQueuedLetter, insertLetters, updateFailedLetter, updateLetter } from './letter-repository.ts';
import { stateAfter } from './mailer.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { queueWhileMail } from './queue-while-mail.ts';

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
  /** Has a letter sent again that was not delivered, as the same letter. False where it waits already, or was sent. */
  readonly addAgain: (transaction: Connection, letterId: string) => Promise<boolean>;
}

interface LetterOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
}

interface LetterJob {
  readonly letterId: string;
}

/** A mail server that stays away is tried seven times over about an hour. */
const queueSettings = { name: 'letters', retries: 6, firstWaitSeconds: 60, sideBySide: 10 };

/**
 * Sends the letters of the service while it runs, from the queue; whoever writes one does so in a transaction of theirs. Each goes
 * through the mail server that is set when it is sent.
 */
export function attachLetters(app: FastifyInstance, options: LetterOptions): void {
  const { database, log, clock } = options;
  const outbox = createOutbox(app.settings);
  const queue = queueWhileMail<LetterJob>(app, { database, log, settings: queueSettings }, (attempt) =>
    sendLetter(options, outbox, attempt),
  );
  app.addHook('onClose', async () => outbox.close());
  const addAll: Letters['addAll'] = async (transaction, letters) => {
    const letterIds = await insertLetters(transaction, letters, clock());
    await queue.add(transaction, ...letterIds.map((letterId) => ({ letterId })));
    return letterIds;
  };
  const letters: Letters = {
    add: async (transaction, letter) => {
      await addAll(transaction, [letter]);
    },
    addAll,
    addAgain: async (transaction, letterId) => {
      const hasFailed = await updateFailedLetter(transaction, letterId);
      if (hasFailed) {
        await queue.add(transaction, { letterId });
      }
      return hasFailed;
    },
  };
  app.decorate('letters', { getter: () => (app.settings.current.smtpUrl === null ? null : letters) });
}

async function sendLetter(
  { database, clock, log }: LetterOptions,
  outbox: Outbox,
  { data, isLast }: Attempt<LetterJob>,
): Promise<void> {
  const letter = await findQueuedLetter(database, data.letterId);
  if (letter === null) {
    return;
  }
  const delivery = await outbox.send(({ mailFrom, serviceName, contactEmail }) => ({
    from: mailFrom,
    to: letter.to,
    replyTo: { name: serviceName, address: contactEmail },
    subject: letter.subject,
    text: letter.link === null ? letter.text : withLink(letter.text, letter.link),
    letterId: letter.letterId,
  }));
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

/** It stands on a line of its own, where no name that somebody typed can. */
function withLink(text: string, link: string): string {
  return text.replace(/^\{link\}$/m, () => link);
}
