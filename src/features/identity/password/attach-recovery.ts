import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { publicUrlOf } from '../../../platform/config.ts';
import { type JobQueue, startJobQueue } from '../../../platform/jobs/job-queue.ts';
import type { Letters } from '../../../platform/mail/attach-letters.ts';
import { findPersonByEmail } from '../identity-repository.ts';
import { insertLink } from './insert-link.ts';
import { letterOfLink } from './link-letter.ts';

interface RecoveryJob {
  readonly email: string;
}

export interface Recovery {
  /** Has a link sent to this address, if it has an account. */
  readonly ask: (email: string) => Promise<void>;
}

const queueSettings = { name: 'forgotten-passwords', retries: 3, firstWaitSeconds: 5 };

/**
 * Whether there is an account is looked up after the answer, by a job, so that not even the time it takes tells. Does nothing where
 * no mail server is set up.
 */
export function attachRecovery(app: FastifyInstance, context: AppContext): Recovery {
  const { letters } = app;
  if (letters === null) {
    return { ask: async () => undefined };
  }
  let queue: JobQueue<RecoveryJob> | null = null;
  app.addHook('onReady', async () => {
    queue = await startJobQueue<RecoveryJob>(context.database, context.log, queueSettings, ({ data }) =>
      sendLink(context, letters, data.email),
    );
  });
  app.addHook('onClose', async () => queue?.stop());
  return { ask: async (email) => queue?.add(context.database, { email }) };
}

function sendLink({ database, config, clock, newId }: AppContext, letters: Letters, email: string): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    const person = await findPersonByEmail(transaction, email);
    if (person === null || person.isPersona) {
      return;
    }
    const publicUrl = publicUrlOf(config);
    const wanted = { personId: person.personId, purpose: 'recovery', at: clock() } as const;
    const link = await insertLink(transaction, { newId, publicUrl }, wanted);
    await letters.add(transaction, letterOfLink(link, { to: person, serviceName: config.serviceName }));
  });
}
