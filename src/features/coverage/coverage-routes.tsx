import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { mayAnywhere, requireActor } from '../identity/index.ts';
import { listMappedAreas } from '../map/index.ts';
import { isWaitingAs } from './coverage.ts';
import { coverageTable } from './coverage-table.ts';
import { planCoverageRoutes } from './plan-coverage-routes.tsx';
import { readAskedCoverage } from './read-asked-coverage.ts';
import { remindRoutes } from './remind-routes.tsx';
import { CoveragePage } from './views/coverage-page.tsx';

/** How far the providers of a round and the footprints have come, for those who see that they get there. */
export function coverageRoutes(app: FastifyInstance, context: AppContext): void {
  remindRoutes(app, context);
  planCoverageRoutes(app, context);

  app.get('/workspace/programme/coverage', async (request, reply) => {
    const [{ query, round, all, rows }, areas] = await Promise.all([
      readAskedCoverage(request, context),
      listMappedAreas(context.database, context.pack.positionOn),
    ]);
    return sendPage(request, reply, {
      title: 'Coverage of assessments',
      section: 'workspace',
      illustrative: context.config.isDemonstration,
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: (
        <CoveragePage
          pack={context.pack}
          query={query}
          round={round}
          today={today(context.clock)}
          all={all}
          rows={rows}
          areas={areas}
          mayRemind={mayAnywhere(requireActor(request), 'round.remind')}
        />
      ),
    });
  });

  app.get('/workspace/programme/coverage.csv', async (request, reply) => {
    const { query, round, rows } = await readAskedCoverage(request, context);
    const shown = rows.filter((row) => isWaitingAs(row, query));
    const fileName = `coverage-${round.id}`;
    return sendListDownload(reply, {
      format: 'csv',
      fileName,
      batches: [shown],
      table: coverageTable,
      head: {},
      foot: () => ({}),
    });
  });
}
