import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { publicUrlOf } from '../../../platform/config.ts';
import { queueWhileMail } from '../../../platform/mail/queue-while-mail.ts';
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
  const { database, log } = context;
  const queue = queueWhileMail<RecoveryJob>(app, { database, log, settings: queueSettings }, ({ data }) =>
    sendLink(app, context, data.email),
  );
  return {
    ask: async (email) => {
      if (app.letters !== null) {
        await queue.add(database, { email });
      }
    },
  };
}

async function sendLink(
  { letters, settings }: FastifyInstance,
  { database, config, clock, newId }: AppContext,
  email: string,
): Promise<void> {
  if (letters === null) {
    return;
  }
  const { serviceName } = settings.current;
  await database.transaction().execute(async (transaction) => {
    const person = await findPersonByEmail(transaction, email);
    if (person === null || person.isPersona) {
      return;
    }
    const publicUrl = publicUrlOf(config);
    const wanted = { personId: person.personId, purpose: 'recovery', at: clock() } as const;
    const link = await insertLink(transaction, { newId, publicUrl }, wanted);
    await letters.add(transaction, letterOfLink(link, { to: person, serviceName }));
  });
}
