import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { ForbiddenError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { planningWords } from '../directory/index.ts';
import { mayAnywhere, requireActor } from '../identity/index.ts';
import { listMappedAreas } from '../map/index.ts';
import { planningRound } from '../programme/index.ts';
import { readPlanCoverageQuery } from './coverage-query.ts';
import { planGroupOf, plansIn } from './plan-coverage.ts';
import { planCoverageTable } from './plan-coverage-table.ts';
import { readPlanCoverage } from './read-plan-coverage.ts';
import { PlanCoveragePage } from './views/plan-coverage-page.tsx';

/** How far the roadmaps have come. */
export function planCoverageRoutes(app: FastifyInstance, context: AppContext): void {
  const { pack, clock, config } = context;

  app.get('/workspace/programme/coverage/roadmaps', async (request, reply) => {
    const { positionOn } = pack;
    const [{ query, all, rows }, areas] = await Promise.all([
      readAsked(request, context),
      listMappedAreas(context.database, positionOn),
    ]);
    return sendPage(request, reply, {
      title: 'Coverage of roadmaps',
      section: 'workspace',
      illustrative: config.isDemonstration,
      breadcrumbs: [
        { href: paths.workspace(), text: 'My work' },
        { href: paths.coverage(), text: 'Coverage' },
      ],
      body: (
        <PlanCoveragePage
          query={query}
          round={planningRound(pack, today(clock))}
          today={today(clock)}
          all={all}
          rows={rows}
          areas={areas}
          areaWords={planningWords(positionOn)}
        />
      ),
    });
  });

  app.get('/workspace/programme/coverage/roadmaps.csv', async (request, reply) => {
    const { query, rows } = await readAsked(request, context);
    const shown = rows.filter((row) => query.wait === '' || planGroupOf(row) === query.wait);
    return sendListDownload(reply, {
      format: 'csv',
      fileName: `coverage-${planningRound(pack, today(clock)).id}`,
      batches: [shown],
      table: planCoverageTable,
      head: {},
      foot: () => ({}),
    });
  });
}

/** Of all footprints that the person may look after, and of those asked for, whatever they wait for. */
async function readAsked(request: FastifyRequest, context: AppContext) {
  const actor = requireActor(request);
  if (!mayAnywhere(actor, 'coverage.read')) {
    throw new ForbiddenError('How far every roadmap has come is read by regional reviewers and the national team.');
  }
  const query = readPlanCoverageQuery(postedForm(request.query));
  const all = await readPlanCoverage(context, actor);
  return { query, all, rows: plansIn(all, query) };
}
