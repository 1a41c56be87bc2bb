import type { Settings } from '../settings/settings.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import { createMailer, type Delivery, type Letter, type Mailer } from './mailer.ts';

/** Hands letters to the mail server that is set at that moment. */
export interface Outbox {
  /** `compose`: the letter, by the settings that hold when it is sent. */
  readonly send: (compose: (settings: Settings) => Letter) => Promise<Delivery>;
  readonly close: () => void;
}

/** Without a mail server a letter waits for one, as it does for one that is away. */
const noServer: Delivery = { kind: 'failed', reason: 'no mail server is set up', isFinal: false };

export function createOutbox(source: Pick<SettingsSource, 'keepUp' | 'current'>): Outbox {
  let open: { readonly url: string; readonly mailer: Mailer } | null = null;

  /** The connections to a server that is not the set one any more are closed. */
  const mailerOf = (url: string): Mailer => {
    if (open?.url !== url) {
      open?.mailer.close();
      open = { url, mailer: createMailer(url) };
    }
    return open.mailer;
  };

  return {
    send: async (compose) => {
      await source.keepUp();
      const settings = source.current;
      return settings.smtpUrl === null ? noServer : mailerOf(settings.smtpUrl).send(compose(settings));
    },
    close: () => open?.mailer.close(),
  };
}
