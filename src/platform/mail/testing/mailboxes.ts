import { expect, vi } from 'vitest';
import type { FakeSmtpServer } from './fake-smtp-server.ts';

/** The mailboxes of everybody that a mail server was given letters for. */
export interface Mailboxes {
  /** Waits until somebody has so many letters. */
  readonly waitForLetters: (address: string, count: number) => Promise<readonly string[]>;
  readonly lettersTo: (address: string) => readonly string[];
  /** The newest letter to somebody with this subject, its lines put together again. */
  readonly letterTo: (address: string, subject: string) => Promise<string>;
}

const patience = { timeout: 20_000, interval: 50 };

export function mailboxesAt(smtp: FakeSmtpServer): Mailboxes {
  const lettersTo = (address: string) =>
    smtp.letters.filter(({ to }) => to.includes(address)).map(({ data }) => decoded(data));
  return {
    lettersTo,
    waitForLetters: async (address, count) => {
      await vi.waitFor(() => expect(lettersTo(address)).toHaveLength(count), patience);
      return lettersTo(address);
    },
    letterTo: async (address, subject) => {
      const found = () => lettersTo(address).findLast((letter) => letter.includes(`Subject: ${subject}`));
      await vi.waitFor(() => expect(found(), `a letter to ${address}`).toBeDefined(), patience);
      return found() ?? '';
    },
  };
}

/** Without the line ends and codes of quoted-printable text. */
function decoded(data: string): string {
  const bytes = data
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
