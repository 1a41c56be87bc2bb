import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import type { Deployment, PartText, TrajectoryRow, UniversalPlan } from './roadmap.ts';
import { sendRoadmapPage } from './roadmap-frame.tsx';
import { listSavesOf } from './save-repository.ts';
import { HistoryPage } from './views/history-page.tsx';
import { type VersionVisit, visitVersion } from './visit-roadmap.ts';
import { deploymentWording, partWording, planWording, trajectoryWording, type Wording } from './wording.ts';

const parameters = z.object({ subject: z.string().regex(/^[\w:-]+$/) });

/** Every text saved of one thing in the current version. */
export function historyRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/roadmaps/:slug/history/:subject', async (request, reply) =>
    sendHistory(await visitVersion(context, request, reply)),
  );
}

async function sendHistory(visit: VersionVisit): Promise<FastifyReply> {
  const { context, place, request } = visit;
  const address = parameters.safeParse(request.params);
  const subject = address.success ? address.data.subject : '';
  const saves = await listSavesOf(context.database, place.version.versionId, subject);
  if (saves.length === 0) {
    throw new NotFoundError('Nothing has been saved here in the current version.');
  }
  const reader = readerOf(subject, visit);
  const worded = saves.map((save) => ({ ...save, wording: save.content === null ? [] : reader.words(save.content) }));
  const title = reader.title(saves.find(({ content }) => content !== null)?.content);
  return sendRoadmapPage(visit, {
    title: `Earlier texts: ${title}`,
    body: <HistoryPage title={title} saves={worded} />,
  });
}

interface SubjectReader {
  readonly title: (content: unknown) => string;
  readonly words: (content: unknown) => readonly Wording[];
}

/** How the saves of a subject are read; contents are as this service saved them. */
function readerOf(subject: string, { context, place }: VersionVisit): SubjectReader {
  const { pack } = context;
  const [kind, id = ''] = subject.split(':');
  switch (kind) {
    case 'part':
      return {
        title: () => pack.roadmapTemplate.parts.find((part) => part.id === id)?.title ?? id,
        words: (content) => partWording(content as PartText),
      };
    case 'trajectory':
      return {
        title: () => 'Capability trajectory',
        words: (content) => trajectoryWording(content as TrajectoryRow[], pack),
      };
    case 'universal-plan':
      return {
        title: () => `Universal capability ${id}`,
        words: (content) => planWording(content as UniversalPlan, pack),
      };
    default:
      return {
        title: (content) => (content as Deployment).title,
        words: (content) => deploymentWording(content as Deployment, pack, place.members),
      };
  }
}
