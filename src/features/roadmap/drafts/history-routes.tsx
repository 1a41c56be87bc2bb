import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { packOfRound } from '../../programme/index.ts';
import { subjectInWords } from '../content/all-content.ts';
import { requireVersion, type VersionExchange } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { listVersions, type RoadmapVersionRow } from '../versions/version-repository.ts';
import { HistoryPage } from '../views/history-page.tsx';
import { listSavesOf } from './save-repository.ts';

const parameters = z.object({ subject: z.string().regex(/^[\w:-]+$/) });

const asked = z.object({ version: z.coerce.number().int().positive().max(1_000_000).optional() });

/** Every text saved of one thing, in the current version or in an earlier one. */
export function historyRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/roadmaps/:slug/history/:subject', async (request, reply) =>
    sendHistory(context, await requireVersion(context, request, reply)),
  );
}

async function sendHistory(
  { database, pack: programme }: AppContext,
  exchange: VersionExchange,
): Promise<FastifyReply> {
  const { place, request } = exchange;
  const address = parameters.safeParse(request.params);
  const subject = address.success ? address.data.subject : '';
  const version = await versionAsked(exchange);
  const isCurrent = version?.versionId === place.version.versionId;
  const saves = version === undefined ? [] : await listSavesOf(database, version.versionId, subject);
  const pack = packOfRound(programme, (version ?? place.version).roundId);
  const read = saves.length === 0 ? null : subjectInWords(subject, saves, { pack, members: place.members });
  if (read === null) {
    throw new NotFoundError(`Nothing has been saved here in ${isCurrent ? 'the current' : 'that'} version.`, {
      href: paths.roadmap(place.footprint.slug),
      text: 'Go to the roadmap',
    });
  }
  const { title } = read;
  return sendRoadmapPage(exchange, {
    title: `Earlier texts: ${title}`,
    body: <HistoryPage title={title} saves={read.saves} />,
  });
}

/** The version that the address names, or else the current one. */
async function versionAsked({ context, place, request }: VersionExchange): Promise<RoadmapVersionRow | undefined> {
  const query = asked.safeParse(request.query);
  const number = query.success ? query.data.version : 0;
  if (number === undefined) {
    return place.version;
  }
  const versions = await listVersions(context.database, place.footprint.areaId);
  return versions.find((version) => version.number === number);
}
