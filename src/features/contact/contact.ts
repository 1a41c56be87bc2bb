import type { Choice } from '../../views/forms/fields.tsx';

/** What a message may be about. */
export const contactTopics: readonly Choice[] = [
  { value: 'roadmap', label: 'A roadmap or footprint' },
  { value: 'assessment', label: 'The self-assessment or a score' },
  { value: 'exemplar', label: 'An exemplar' },
  { value: 'data', label: 'Data or the API' },
  { value: 'mistake', label: 'A mistake on a page' },
  { value: 'accessibility', label: 'Accessibility' },
  { value: 'account', label: 'An account or signing in' },
  { value: 'other', label: 'Something else' },
];

export function topicLabel(topic: string): string {
  return contactTopics.find(({ value }) => value === topic)?.label ?? topic;
}

/**
 * `stored`: no mail server is set up, so it is only here. `queued`: to be sent. `sent`: a mail server has taken it.
 * `failed`: it will not be tried again.
 */
export type MailState = 'stored' | 'queued' | 'sent' | 'failed';

export interface ContactMessage {
  readonly messageId: string;
  readonly senderName: string;
  readonly senderEmail: string;
  readonly topic: string;
  readonly message: string;
  readonly receivedAt: Date;
  readonly mailState: MailState;
  /** Why it was not sent, or not yet; empty when nothing went wrong. */
  readonly mailFailure: string;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
}

/** What sender and team call a message by: the first eight characters of its id. */
export function referenceOf(messageId: string): string {
  return messageId.slice(0, 8);
}
