import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { isId } from '../../../platform/ids.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { requireCan } from '../require-can.ts';
import { isSecurityEventKind } from './security-event.ts';
import { listSecurityEvents } from './security-event-repository.ts';
import { SecurityPage } from './views/security-page.tsx';

const SHOWN = 50;

/** What administrators look through when something seems wrong. */
export function securityRoutes(app: FastifyInstance, { database, config }: AppContext): void {
  app.get('/workspace/security', async (request, reply) => {
    requireCan(request, 'security.read');
    const query = postedForm(request.query);
    const [kind, before] = [textOf(query, 'kind'), textOf(query, 'before')];
    const wanted = isSecurityEventKind(kind) ? kind : null;
    const { rows: events, hasLater } = await listSecurityEvents(database, {
      kind: wanted,
      olderThan: isId(before) ? before : null,
      limit: SHOWN,
    });
    return sendPage(request, reply, {
      title: 'Sign-ins and refusals',
      section: 'workspace',
      realDates: 'all',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: (
        <SecurityPage
          events={events}
          kind={wanted}
          olderThan={hasLater ? (events.at(-1)?.eventId ?? null) : null}
          daysKept={config.securityEventDays}
        />
      ),
    });
  });
}
