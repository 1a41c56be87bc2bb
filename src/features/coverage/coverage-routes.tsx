import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { CsvTable } from '../../platform/csv-table.ts';
import { today } from '../../platform/days.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { sendPage } from '../../views/page/send-page.tsx';
import { listAreas, planningKindOn, planningWords } from '../directory/index.ts';
import { can, mayAnywhere, requireActor } from '../identity/index.ts';
import { listMappedAreas } from '../map/index.ts';
import type { Round } from '../programme/index.ts';
import { coverageTable } from './coverage-table.ts';
import { planCoverageTable } from './plan-coverage-table.ts';
import { type AskedList, readAskedCoverage, readAskedPlans, requireReader } from './read-asked-coverage.ts';
import { remindRoutes } from './remind-routes.tsx';
import type { CoverageSurroundings } from './views/coverage-frame.tsx';
import { CoveragePage } from './views/coverage-page.tsx';
import { NothingPlannedPage } from './views/nothing-planned-page.tsx';
import { PlanCoveragePage } from './views/plan-coverage-page.tsx';

/** How far the providers of a round and the footprints have come, for those who see that they get there. */
export function coverageRoutes(app: FastifyInstance, context: AppContext): void {
  remindRoutes(app, context);
  const toWork: Crumb = { href: paths.workspace(), text: 'My work' };

  listRoutes(app, context, {
    address: '/workspace/programme/coverage',
    title: 'Coverage of assessments',
    kind: 'assessment',
    breadcrumbs: [toWork],
    read: readAskedCoverage,
    table: coverageTable,
    page: (asked, surroundings, request) => (
      <CoveragePage
        asked={asked}
        surroundings={surroundings}
        pack={context.pack}
        mayRemind={mayAnywhere(requireActor(request), 'round.remind')}
        mayInvite={can(requireActor(request), 'people.manage-all')}
      />
    ),
  });
  listRoutes(app, context, {
    address: '/workspace/programme/coverage/roadmaps',
    title: 'Coverage of roadmaps',
    kind: 'roadmap',
    breadcrumbs: [toWork, { href: paths.coverage(), text: 'Coverage' }],
    read: readAskedPlans,
    table: planCoverageTable,
    page: (asked, surroundings, request) => (
      <PlanCoveragePage
        asked={asked}
        surroundings={surroundings}
        mayInvite={can(requireActor(request), 'people.manage-all')}
      />
    ),
  });
}

interface CoverageList<Row, Query> {
  readonly address: string;
  readonly title: string;
  readonly kind: Round['kind'];
  readonly breadcrumbs: readonly Crumb[];
  readonly read: (request: FastifyRequest, context: AppContext) => Promise<AskedList<Row, Query>>;
  readonly table: CsvTable<Row>;
  readonly page: (
    asked: AskedList<Row, Query>,
    surroundings: CoverageSurroundings,
    request: FastifyRequest,
  ) => ReactNode;
}

/** A list as a page and as a file. */
function listRoutes<Row, Query>(app: FastifyInstance, context: AppContext, list: CoverageList<Row, Query>): void {
  const { database, pack, clock, config } = context;
  const { address, title, breadcrumbs, kind } = list;
  const frame = { title, section: 'workspace', breadcrumbs } as const;

  app.get(address, async (request, reply) => {
    requireReader(request, kind);
    if (pack.rounds.every((round) => round.kind !== kind)) {
      return sendPage(request, reply, { ...frame, body: <NothingPlannedPage heading={title} kind={kind} /> });
    }
    const { positionOn } = pack;
    const [asked, areas, regions, planning] = await Promise.all([
      list.read(request, context),
      listMappedAreas(database, positionOn),
      listAreas(database, 'region', positionOn),
      listAreas(database, planningKindOn(positionOn), positionOn),
    ]);
    const placesNow = new Set([...regions, ...planning].map(({ areaId }) => areaId));
    const surroundings = { today: today(clock), areas, placesNow, areaWords: planningWords(positionOn) };
    const body = list.page(asked, surroundings, request);
    return sendPage(request, reply, { ...frame, illustrative: config.isDemonstration, body });
  });

  app.get(`${address}.csv`, async (request, reply) => {
    const { round, waiting } = await list.read(request, context);
    return sendListDownload(reply, {
      format: 'csv',
      fileName: `coverage-${round.id}`,
      batches: [waiting],
      table: list.table,
      head: {},
      foot: () => ({}),
    });
  });
}
