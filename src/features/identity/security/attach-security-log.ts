import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import type { SecurityEvent, SecurityEventKind } from './security-event.ts';
import { insertSecurityEvent } from './security-event-repository.ts';

/** Who and what an event is about, beside what the request tells. */
export interface EventAbout {
  readonly personId?: string | null;
  readonly account?: string;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Writes down what happened. Failing to do so fails nobody's request. */
    recordSecurityEvent: (request: FastifyRequest, kind: SecurityEventKind, about?: EventAbout) => Promise<void>;
  }
  interface FastifyRequest {
    /** The e-mail address that was tried in this request; empty where none was. */
    triedAccount: string;
  }
}

/** Those that one sender can cause without end: the first of each minute is written down, and says enough. */
const floods: ReadonlySet<SecurityEventKind> = new Set(['limit-reached', 'refused']);

/** Records refusals and limits reached wherever they come about, and lets routes record the rest. */
export function attachSecurityLog(app: FastifyInstance, { database, clock, log }: AppContext): void {
  const isFirst = oncePerMinute();
  app.decorateRequest('triedAccount', '');
  app.decorate('recordSecurityEvent', async (request, kind, about = {}) => {
    const event = eventOf(request, kind, about, clock());
    if (floods.has(kind) && !isFirst(event)) {
      return;
    }
    await insertSecurityEvent(database, event).catch((err: unknown) =>
      log.warn({ err }, 'a security event could not be recorded'),
    );
  });
  app.addHook('onSend', async (request: FastifyRequest, reply: FastifyReply) => {
    if (reply.statusCode === 403 || reply.statusCode === 429) {
      await app.recordSecurityEvent(request, reply.statusCode === 403 ? 'refused' : 'limit-reached', {
        account: request.triedAccount,
      });
    }
  });
}

function eventOf(request: FastifyRequest, kind: SecurityEventKind, about: EventAbout, at: Date): SecurityEvent {
  return {
    at,
    kind,
    personId: about.personId === undefined ? (request.actor?.personId ?? null) : about.personId,
    account: accountOf(about.account ?? ''),
    networkAddress: request.ip.slice(0, 64),
    place: `${request.method} ${request.routeOptions.url ?? 'an address where nothing is'}`.slice(0, 200),
  };
}

/** People type passwords into the wrong field: only what is built as an e-mail address is kept. */
function accountOf(typed: string): string {
  const account = typed.toLowerCase();
  return account.length <= 254 && z.email().safeParse(account).success ? account : '';
}

const MOST_KEPT = 10_000;

/** Whether an event is the first of its kind, sender and place in its minute. */
function oncePerMinute(): (event: SecurityEvent) => boolean {
  let minute = 0;
  const seen = new Set<string>();
  return ({ at, kind, personId, account, networkAddress, place }) => {
    const now = Math.floor(at.getTime() / 60_000);
    if (now !== minute) {
      minute = now;
      seen.clear();
    }
    const key = [kind, personId, account, networkAddress, place].join(' ');
    if (seen.has(key) || seen.size >= MOST_KEPT) {
      return false;
    }
    seen.add(key);
    return true;
  };
}
