import type { AppContext } from '../../context.ts';
import { type Attempt, type JobQueue, startJobQueue } from '../../platform/jobs/job-queue.ts';
import { createMailer, type Letter, type Mailer, stateAfter } from '../../platform/mail/mailer.ts';
import { type ContactMessage, referenceOf, topicLabel } from './contact.ts';
import { findMessage, updateMailState } from './message-repository.ts';

interface MailJob {
  readonly messageId: string;
}

/** A mail server that stays away is tried seven times over about an hour. */
const queueSettings = { name: 'contact-mail', retries: 6, firstWaitSeconds: 60 };

export type ContactMail = JobQueue<MailJob>;

/** Starts passing messages on to the team's mailbox through the SMTP server at `smtpUrl`. */
export async function startContactMail(context: AppContext, smtpUrl: string): Promise<ContactMail> {
  const mailer = createMailer(smtpUrl);
  const queue = await startJobQueue<MailJob>(context.database, context.log, queueSettings, (attempt) =>
    sendMessage(context, mailer, attempt),
  );
  return {
    add: queue.add,
    stop: async () => {
      await queue.stop();
      mailer.close();
    },
  };
}

async function sendMessage(context: AppContext, mailer: Mailer, { data, isLast }: Attempt<MailJob>): Promise<void> {
  const message = await findMessage(context.database, data.messageId);
  if (message === null || message.mailState !== 'queued') {
    return;
  }
  const delivery = await mailer.send(letterOf(message, context.config));
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
