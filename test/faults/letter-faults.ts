import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { type FakeSmtpServer, startFakeSmtpServer } from '../../src/platform/mail/testing/fake-smtp-server.ts';
import type { Fault } from './faults.ts';
import { besideService, type Rig } from './rig.ts';
import { startService } from './running-service.ts';

const READERS = 500;
/** So many letters are under way at once. */
const SIDE_BY_SIDE = 10;
const LOOK_MILLISECONDS = 20;
/**
 * A letter that was under way is missed after up to 15 seconds and waits one to two minutes before it is tried again, as after any other
 * failure (`letters` in `attach-letters.ts`).
 */
const PATIENCE_MILLISECONDS = 240_000;

/** People are to be told of something, and the service is killed before it writes letters of it, and again while they go out. */
export const lettersKilled: Fault = {
  name: 'kill -9 of the service while letters go out',
  strike: async (rig) => {
    const smtp = await startFakeSmtpServer();
    await restart(rig, { SMTP_URL: smtp.url });
    await addNotices(rig);
    await restart(rig, { SMTP_URL: smtp.url });
    const begun = await until(() => smtp.letters.length > READERS / 5);
    await restart(rig, { SMTP_URL: smtp.url });
    const ended = await until(() => idsByReader(smtp).size === READERS);
    await restart(rig, {});
    await smtp.close();
    const ids = [...idsByReader(smtp).values()];
    const twice = ids.filter((each) => each.length > 1);
    return {
      backAt: performance.now(),
      complaints: [
        ...(begun ? [] : [`no letters went out`]),
        ...(ended ? [] : [`${READERS - ids.length} of ${READERS} letters are lost`]),
        ...(twice.length <= SIDE_BY_SIDE ? [] : [`${twice.length} letters went out twice`]),
        ...(twice.every((each) => new Set(each).size === 1) ? [] : ['a letter that went out twice had two names']),
      ],
    };
  },
};

async function restart(rig: Rig, more: Readonly<Record<string, string>>): Promise<void> {
  rig.service.child.kill('SIGKILL');
  await rig.service.ended;
  rig.service = await startService({ ...rig.environment, ...more });
}

function addNotices(rig: Rig): Promise<void> {
  return besideService(rig, async (database) => {
    await sql`
      with reader as (
        insert into person (id, name, email, email_verified, job_title, is_persona)
        select 'reader-' || number, 'Reader', 'reader-' || number || '@example.nhs.uk', true, '', false
        from generate_series(1, ${READERS}::integer) as number returning id
      ),
      -- Whoever holds no role is told nothing any more.
      held as (insert into role_grant (person_id, role, scope_kind, scope_id) select id, 'analyst', 'nation', '' from reader)
      insert into notice (person_id, kind, subject, body, written_at, due_at)
      select reader.id, 'roadmap-published', 'A roadmap has been published', 'Read it.', now(), now() from reader`.execute(
      database,
    );
  });
}

/** The names of the letters that each reader got. */
function idsByReader({ letters }: FakeSmtpServer): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { to, data } of letters) {
    const reader = to.join();
    ids.set(reader, [...(ids.get(reader) ?? []), /^Message-ID: (\S+)/im.exec(data)?.[1] ?? '']);
  }
  return ids;
}

async function until(isSo: () => boolean): Promise<boolean> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (!isSo() && performance.now() < end) {
    await setTimeout(LOOK_MILLISECONDS);
  }
  return isSo();
}
