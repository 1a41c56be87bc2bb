import { createTransport } from 'nodemailer';

export interface Letter {
  readonly from: string;
  readonly to: string;
  /** Name and address of whoever an answer should go to. */
  readonly replyTo: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Stays the same when a letter is sent again, so that a receiver can tell that it has it already. */
  readonly letterId: string;
}

export type Delivery =
  | { readonly kind: 'sent' }
  /** `isFinal`: the server refused this letter for good (SMTP 5xx); otherwise trying later may help. */
  | { readonly kind: 'failed'; readonly reason: string; readonly isFinal: boolean };

/** What a delivery means for a letter: an attempt that may still be repeated leaves it queued. */
export function stateAfter(delivery: Delivery, isLastAttempt: boolean): 'queued' | 'sent' | 'failed' {
  if (delivery.kind === 'sent') {
    return 'sent';
  }
  return delivery.isFinal || isLastAttempt ? 'failed' : 'queued';
}

export interface Mailer {
  readonly send: (letter: Letter) => Promise<Delivery>;
  readonly close: () => void;
}

const patienceMilliseconds = 15_000;

/** Sends plain-text letters through the SMTP server at `url`. Encryption is used wherever the server offers it. */
export function createMailer(url: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ letterId, ...letter }) => {
      try {
        await transport.sendMail({ ...letter, messageId: `<${letterId}@${domainOf(letter.from)}>` });
        return { kind: 'sent' };
      } catch (error) {
        return failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function failureOf(error: unknown): Delivery {
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  return { kind: 'failed', reason, isFinal: code >= 500 && code < 600 };
}

function domainOf(address: string): string {
  return address.split('@').at(-1) ?? 'localhost';
}
