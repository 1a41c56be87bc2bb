import type { FastifyInstance } from 'fastify';
import packageFile from '../../../../package.json' with { type: 'json' };
import type { AppContext } from '../../../context.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { today } from '../../../platform/days.ts';
import { servicePrefix } from '../../../platform/http/cookie-rules.ts';
import { formatDuration } from '../../../views/format.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { readRegistryState } from '../../directory-import/index.ts';
import { can } from '../../identity/index.ts';
import { hasOfficialResults } from '../../official-results/index.ts';
import { readBackupState } from '../../set-up/index.ts';
import { AboutPage } from './about-page.tsx';
import { AccessibilityPage } from './accessibility-page.tsx';
import { countContents } from './count-contents.ts';
import { DataPage } from './data-page.tsx';
import { listPublishedLines } from './list-published-lines.ts';
import { PrivacyPage } from './privacy-page.tsx';
import { StatusPage } from './status-page.tsx';

/** Pages about the service itself. */
export function aboutRoutes(app: FastifyInstance, context: AppContext): void {
  const { config, database, pack, clock, log } = context;
  const { idleSeconds, lifeSeconds } = config.sessionLimits;
  const session = { idle: formatDuration(idleSeconds), life: formatDuration(lifeSeconds) };

  app.get('/about', forEverybody(), (request, reply) =>
    sendPage(request, reply, {
      title: 'About this service',
      body: <AboutPage pack={pack} isDemonstration={config.isDemonstration} today={today(clock)} />,
    }),
  );

  app.get('/accessibility', forEverybody(), (request, reply) =>
    sendPage(request, reply, {
      title: 'Accessibility',
      body: <AccessibilityPage serviceName={app.settings.current.serviceName} />,
    }),
  );

  app.get('/privacy', forEverybody(), (request, reply) =>
    sendPage(request, reply, {
      title: 'Privacy',
      body: (
        <PrivacyPage
          operator={app.settings.current.organisationName}
          isMailConfigured={app.letters !== null}
          eventDays={config.securityEventDays}
          cookiePrefix={servicePrefix(config.isDemonstration)}
          session={session}
        />
      ),
    }),
  );

  app.get('/status', { config: { namesNoRound: true } }, async (request, reply) => {
    const contents = await countContents(database, pack).catch((error: unknown) => {
      log.error({ err: error }, 'the database could not be asked for the status page');
      return null;
    });
    const { actor } = request;
    // How old a backup is helps whoever means harm: it is told to nobody but those who run the service.
    const mayKnow = contents !== null && actor !== null && can(actor, 'set-up.read');
    return sendPage(request, reply, {
      title: 'Status',
      status: contents === null ? 503 : 200,
      body: (
        <StatusPage
          version={packageFile.version}
          now={clock()}
          contents={contents}
          isDemonstration={config.isDemonstration}
          isMailConfigured={app.letters !== null}
          backups={mayKnow ? await readBackupState(context) : null}
          registry={mayKnow ? await readRegistryState(context) : null}
        />
      ),
    });
  });

  app.get('/data', forEverybody(), async (request, reply) => {
    const { positionOn } = pack;
    const { lines, illustrative } = await listPublishedLines(database, positionOn);
    return sendPage(request, reply, {
      title: 'Data',
      section: 'data',
      illustrative,
      body: (
        <DataPage published={lines} days={pack} hasOfficialResults={await hasOfficialResults(database, positionOn)} />
      ),
    });
  });
}
