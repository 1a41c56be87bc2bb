import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import type { Attempt } from '../../platform/jobs/job-queue.ts';
import { type Letter, stateAfter } from '../../platform/mail/mailer.ts';
import { createOutbox, type Outbox } from '../../platform/mail/outbox.ts';
import { queueWhileMail } from '../../platform/mail/queue-while-mail.ts';
import { type ContactMessage, referenceOf, topicLabel } from './contact.ts';
import { findMessage, updateMailState } from './message-repository.ts';
import type { PassOn } from './receive-message.ts';

interface MailJob {
  readonly messageId: string;
}

/** A mail server that stays away is tried seven times over about an hour. */
const queueSettings = { name: 'contact-mail', retries: 6, firstWaitSeconds: 60 };

/** Passes messages on to the team's mailbox while a mail server is set up; otherwise they are only kept. */
export function attachContactMail(app: FastifyInstance, context: AppContext): PassOn {
  const { database, log } = context;
  const outbox = createOutbox(app.settings);
  const queue = queueWhileMail<MailJob>(app, { database, log, settings: queueSettings }, (attempt) =>
    sendMessage(context, outbox, attempt),
  );
  app.addHook('onClose', async () => outbox.close());
  return (connection, messageId) => queue.add(connection, { messageId });
}

async function sendMessage(context: AppContext, outbox: Outbox, { data, isLast }: Attempt<MailJob>): Promise<void> {
  const message = await findMessage(context.database, data.messageId);
  if (message === null || message.mailState !== 'queued') {
    return;
  }
  const delivery = await outbox.send((settings) => letterOf(message, settings));
  const failure = delivery.kind === 'failed' ? delivery.reason : '';
  const state = stateAfter(delivery, isLast);
  await updateMailState(context.database, message.messageId, state, failure);
  if (delivery.kind === 'failed') {
    context.log.warn({ messageId: message.messageId, reason: failure, state }, 'a contact message was not sent');
  }
  if (state === 'queued') {
    throw new Error(failure);
  }
}

/** The letter the team receives; answering it goes to the sender. */
export function letterOf(
  message: ContactMessage,
  { mailFrom, contactEmail, serviceName }: { mailFrom: string; contactEmail: string; serviceName: string },
): Letter {
  const reference = referenceOf(message.messageId);
  return {
    from: mailFrom,
    to: contactEmail,
    replyTo: { name: message.senderName, address: message.senderEmail },
    subject: `${serviceName}: ${topicLabel(message.topic)} (${reference})`,
    text: [
      `From: ${message.senderName} <${message.senderEmail}>`,
      `About: ${topicLabel(message.topic)}`,
      `Reference: ${reference}`,
      '',
      message.message,
      '',
    ].join('\n'),
    letterId: message.messageId,
  };
}
