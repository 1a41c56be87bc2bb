import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { sendPage } from '../../../views/send-page.tsx';
import {
  countOrganisations,
  listFootprints,
  listMappedAreas,
  listSources,
  readDay,
  stageLegend,
  stpMap,
} from '../../directory/index.ts';
import { listFootprintStages, stagesOnMap } from '../../footprint-stage/index.ts';
import type { DirectoryReads } from '../public-site-reads.ts';
import { HomePage } from './home-page.tsx';
import { homeFigures, upcomingDates } from './home-view.ts';

const PUBLICATIONS_SHOWN = 5;
const DATES_SHOWN = 4;

export function homeRoute(app: FastifyInstance, context: AppContext, reads: DirectoryReads): void {
  const { database, pack, clock } = context;

  app.get('/', async (request, reply) => {
    const day = readDay(request.query, pack);
    const [areas, footprints, counts, stages, figures, publications] = await Promise.all([
      listMappedAreas(database, day.asAt),
      listFootprints(database, day.asAt),
      countOrganisations(database, day.asAt),
      listFootprintStages(context, day),
      reads.programmeFigures(day),
      reads.newestPublications(PUBLICATIONS_SHOWN, day),
    ]);
    const sources = await listSources(database, [
      ...areas.map((area) => area.sourceId),
      ...footprints.map((footprint) => footprint.source.sourceId),
    ]);
    const onMap = stagesOnMap(stages);
    const assessed = new Set(pack.organisationTypes.filter((type) => type.assessed).map((type) => type.id));
    const total = (rows: typeof counts) => rows.reduce((sum, row) => sum + row.count, 0);
    const { serviceName } = request.server.identity;
    return sendPage(request, reply, {
      title: serviceName,
      illustrative:
        figures.illustrative || [...stages.values(), ...publications].some(({ illustrative }) => illustrative),
      body: (
        <HomePage
          serviceName={serviceName}
          day={day}
          now={clock()}
          figures={homeFigures(
            {
              footprints: footprints.length,
              organisations: total(counts),
              assessedTypes: total(counts.filter((row) => assessed.has(row.typeId))),
            },
            figures,
            day,
          )}
          footprintCount={footprints.length}
          stps={stpMap(areas, footprints, onMap, day)}
          legend={stageLegend(onMap)}
          publications={publications}
          dates={upcomingDates(pack, day.asAt, DATES_SHOWN)}
          sources={sources}
        />
      ),
    });
  });
}
