import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { ConflictError } from '../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { packOfRound } from '../programme/index.ts';
import { readOverview } from './read-overview.ts';
import {
  actingAt,
  type RoadmapExchange,
  requireRoadmap,
  requireRoadmapWithRecords,
  withNamed,
} from './require-roadmap.ts';
import { sendRoadmapPage } from './roadmap-frame.tsx';
import { roadmapAtWork } from './round-of-roadmap.ts';
import type { BeginRoadmapOutcome } from './versions/begin-roadmap.ts';
import { openRoadmap } from './versions/open-roadmap.ts';
import { readBeside } from './versions/read-beside.ts';
import type { VersionRecord } from './versions/version-record-repository.ts';
import { NotBegunPage } from './views/not-begun-page.tsx';
import { OverviewPage } from './views/overview-page.tsx';

/** The overview of a footprint's roadmap, and beginning one. */
export function overviewRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/roadmaps/:slug', async (request, reply) => {
    const { exchange, versions } = await requireRoadmapWithRecords(context, request, reply);
    return sendOverview(exchange, versions);
  });

  app.post('/workspace/roadmaps/:slug', async (request, reply) => {
    const exchange = await requireRoadmap(context, request, reply, 'roadmap.edit');
    const { slug, name } = exchange.place.footprint;
    const outcome = await openRoadmap(context, exchange.place.footprint, actingAt(exchange, 'roadmap.edit'));
    if (outcome.kind === 'refused') {
      throw new ConflictError(`${outcome.reason}.`, {
        href: paths.roadmap(slug),
        text: `Go to the roadmap of ${name}`,
      });
    }
    return redirectWithSuccess(reply, paths.roadmap(slug), begunInWords(outcome, name));
  });
}

function begunInWords(outcome: Exclude<BeginRoadmapOutcome, { kind: 'refused' }>, name: string): string {
  if (outcome.kind === 'there-already') {
    return 'The roadmap has been started already';
  }
  return outcome.isTakenUp
    ? `You go on with version ${outcome.number} of the roadmap of ${name}`
    : `You have started the roadmap of ${name}`;
}

async function sendOverview(exchange: RoadmapExchange, versions: readonly VersionRecord[]): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { version } = place;
  const page = { title: `Roadmap of ${place.footprint.name}`, isOverview: true };
  const day = today(context.clock);
  const work = roadmapAtWork(context.pack, place.footprint, version, day);
  if (version === null) {
    return sendRoadmapPage(exchange, {
      ...page,
      body: <NotBegunPage pack={context.pack} place={place} round={work?.round ?? null} today={day} />,
    });
  }
  const begun = await withNamed(context, { ...place, version });
  const [overview, beside] = await Promise.all([readOverview(context, begun, versions), readBeside(context, begun)]);
  return sendRoadmapPage(exchange, {
    ...page,
    body: (
      <OverviewPage
        pack={packOfRound(context.pack, version.roundId)}
        place={begun}
        overview={overview}
        beside={beside}
        newer={work?.version === null ? work.round : null}
        today={day}
      />
    ),
  });
}
