import { setTimeout as after } from 'node:timers/promises';
import Fastify from 'fastify';
import type { NoticesContext } from '../src/features/notices/notices-context.ts';
import { putIntoLetters } from '../src/features/notices/put-into-letters.ts';
import { writeReminders } from '../src/features/notices/reminders/write-reminders.ts';
import { unheardChanges } from '../src/platform/database/change-listener.ts';
import { attachLetters } from '../src/platform/mail/attach-letters.ts';
import { startFakeSmtpServer } from '../src/platform/mail/testing/fake-smtp-server.ts';
import { SettingsSource } from '../src/platform/settings/settings-source.ts';
import { addManyPeople } from './many-people.ts';
import type { BenchRow } from './row.ts';
import { throwAwayDatabase } from './throw-away-database.ts';

const READERS = 5000;
const MOST_SECONDS = 5;
/** Four days before the deadline of the assessment, after the time of the daily letters. */
const MOMENT = new Date('2016-01-11T12:00:00Z');

/** Reminders of one deadline to thousands of people: worked out and queued, and then handed over to a mail server on this machine. */
export async function benchReminders(): Promise<BenchRow[]> {
  const store = await throwAwayDatabase();
  const smtp = await startFakeSmtpServer();
  const app = Fastify();
  try {
    await addManyPeople(store.pool, READERS, 'coordinator');
    const { database, config } = store.context;
    const given = { ...config.given, smtpUrl: smtp.url };
    app.decorate('settings', new SettingsSource({ database, given, usualName: 'Reminders', changes: unheardChanges }));
    attachLetters(app, store.context);
    await app.ready();
    const { letters } = app;
    if (letters === null) {
      throw new Error('There is no mail server');
    }
    const context: NoticesContext = { ...store.context, clock: () => MOMENT, letters };
    const begun = performance.now();
    await writeReminders(context);
    await putIntoLetters(context);
    const queuedSeconds = (performance.now() - begun) / 1000;
    while (smtp.letters.length < READERS) {
      await after(10);
    }
    const sentSeconds = (performance.now() - begun) / 1000;
    return [
      row(`Queue ${READERS} reminders`, queuedSeconds, MOST_SECONDS),
      row(`Hand ${READERS} reminders over to a mail server`, sentSeconds, READERS / 50),
    ];
  } finally {
    await app.close();
    await smtp.close();
    await store.remove();
  }
}

function row(name: string, seconds: number, most: number): BenchRow {
  return {
    name,
    ours: `${seconds.toFixed(2)} s`,
    against: `${most} s at most`,
    ratio: most / seconds,
    toReach: 1,
  };
}
