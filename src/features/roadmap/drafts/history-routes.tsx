import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { subjectInWords } from '../content/all-content.ts';
import { requireVersion, type VersionExchange } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { HistoryPage } from '../views/history-page.tsx';
import { listSavesOf } from './save-repository.ts';

const parameters = z.object({ subject: z.string().regex(/^[\w:-]+$/) });

/** Every text saved of one thing in the current version. */
export function historyRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/roadmaps/:slug/history/:subject', async (request, reply) =>
    sendHistory(await requireVersion(context, request, reply)),
  );
}

async function sendHistory(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const address = parameters.safeParse(request.params);
  const subject = address.success ? address.data.subject : '';
  const saves = await listSavesOf(context.database, place.version.versionId, subject);
  const { members } = place;
  const read = saves.length === 0 ? null : subjectInWords(subject, saves, { pack: context.pack, members });
  if (read === null) {
    throw new NotFoundError('Nothing has been saved here in the current version.');
  }
  const { title } = read;
  return sendRoadmapPage(exchange, {
    title: `Earlier texts: ${title}`,
    body: <HistoryPage title={title} saves={read.saves} />,
  });
}
