import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { requireActor, requireCan } from '../identity/index.ts';
import { activationRoutes } from './activation/activation-routes.tsx';
import { instrumentDifferences, versionBefore } from './differences/instrument-differences.ts';
import { findKeptInstrument } from './kept/kept-instrument-repository.ts';
import { readInstrumentVersions } from './read-instrument-versions.ts';
import { requireInstrument } from './require-instrument.ts';
import { DifferencesPage } from './views/differences-page.tsx';
import { differencesView } from './views/differences-view.ts';
import { InstrumentsPage } from './views/instruments-page.tsx';

/** What is asked, in which versions, and what each asks otherwise than the one before. */
export function instrumentRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, pack } = context;

  app.get('/workspace/programme/instruments', async (request, reply) => {
    requireActor(request);
    requireCan(request, 'instrument.read');
    return sendPage(request, reply, {
      title: 'Questionnaires',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: <InstrumentsPage versions={await readInstrumentVersions(database, pack)} />,
    });
  });

  activationRoutes(app, context);

  app.get('/workspace/programme/instruments/:id/:version/differences', async (request, reply) => {
    const { instrument, crumbs } = await requireInstrument(request, context);
    const versions = await readInstrumentVersions(database, pack);
    const before = versionBefore(versions, instrument, instrument.follows?.instrument ?? null);
    const earlier = before === undefined ? null : await findKeptInstrument(database, before.id, before.version);
    const view =
      earlier === null
        ? null
        : differencesView(
            pack,
            instrument,
            earlier.instrument,
            instrumentDifferences(pack, instrument, earlier.instrument),
          );
    return sendPage(request, reply, {
      title: `Differences: ${instrument.title}, version ${instrument.version}`,
      section: 'workspace',
      breadcrumbs: crumbs,
      body: <DifferencesPage title={`${instrument.title}, version ${instrument.version}`} view={view} />,
    });
  });
}
