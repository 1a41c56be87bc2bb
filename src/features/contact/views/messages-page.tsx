import { paths } from '../../../paths.ts';
import type { Page } from '../../../platform/page.ts';
import { countOf, formatTime } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { Tag, type TagColour } from '../../../views/tag.tsx';
import { type ContactMessage, type MailState, referenceOf, topicLabel } from '../contact.ts';

interface MessagesPageProps {
  readonly shown: 'waiting' | 'answered';
  readonly page: Page<ContactMessage>;
}

/** What people wrote, for the team that answers. */
export function MessagesPage({ shown, page: { rows: messages, total } }: MessagesPageProps) {
  const isWaiting = shown === 'waiting';
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>{isWaiting ? 'Messages waiting for an answer' : 'Answered messages'}</h1>
        <p>
          {isWaiting ? (
            <a href={paths.answeredMessages()}>See answered messages</a>
          ) : (
            <a href={paths.messages()}>See messages that wait for an answer</a>
          )}
        </p>
        {messages.length === 0 ? (
          <p className="ldr-empty">
            {isWaiting
              ? 'No message waits for an answer. New ones from the contact page appear here.'
              : 'No message has been answered yet.'}
          </p>
        ) : (
          <p>
            {countOf(total, 'message')}
            {total > messages.length && `; the ${isWaiting ? 'oldest' : 'newest'} ${messages.length} are shown`}
          </p>
        )}
        {messages.map((message) => (
          <Message key={message.messageId} message={message} />
        ))}
      </div>
    </div>
  );
}

const mailStates: Readonly<
  Record<MailState, { readonly tag: string; readonly colour: TagColour; readonly text: string }>
> = {
  stored: { tag: 'Kept here', colour: 'grey', text: 'It was not e-mailed: no mail server is set up.' },
  queued: { tag: 'To be sent', colour: 'yellow', text: 'It will be e-mailed to the team’s mailbox.' },
  sent: { tag: 'Sent', colour: 'green', text: 'It was e-mailed to the team’s mailbox.' },
  failed: { tag: 'Not sent', colour: 'red', text: 'It could not be e-mailed and will not be tried again.' },
};

function Message({ message }: { message: ContactMessage }) {
  const reference = referenceOf(message.messageId);
  const mail = mailStates[message.mailState];
  return (
    <article className="ldr-card">
      <h2 className="nhsuk-heading-s">
        {topicLabel(message.topic)}, from {message.senderName}
      </h2>
      <p className="ldr-card__facts">
        {formatTime(message.receivedAt)} · reference {reference} ·{' '}
        <a
          href={`mailto:${encodeURIComponent(message.senderEmail)}?subject=${encodeURIComponent(`Your message ${reference}`)}`}
        >
          {message.senderEmail}
        </a>
      </p>
      <p className="ldr-as-written">{message.message}</p>
      <p className="ldr-card__facts">
        <Tag text={mail.tag} colour={mail.colour} /> {mail.text}
      </p>
      {message.mailFailure !== '' && (
        <p className="ldr-card__facts">What the mail server said: {message.mailFailure}</p>
      )}
      {message.answeredAt === null ? (
        <Form action={paths.answerMessage(message.messageId)}>
          <SubmitButton secondary>
            Mark as answered<span className="nhsuk-u-visually-hidden"> the message {reference}</span>
          </SubmitButton>
        </Form>
      ) : (
        <p className="ldr-card__facts">
          Marked as answered {formatTime(message.answeredAt)} by {message.answeredBy ?? 'someone whose account is gone'}
        </p>
      )}
    </article>
  );
}
