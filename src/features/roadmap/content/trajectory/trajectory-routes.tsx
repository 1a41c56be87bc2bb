import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { postedForm } from '../../../../platform/forms/posted-form.ts';
import type { SentForm } from '../../drafts/draft-form.ts';
import { findSave } from '../../drafts/save-repository.ts';
import { sendDraftAnswer } from '../../drafts/send-draft-answer.ts';
import { requireVersion, type VersionExchange } from '../../require-roadmap.ts';
import { sendRoadmapPage } from '../../roadmap-frame.tsx';
import { mayWrite } from '../../roadmap-place.ts';
import { readBeside } from '../../versions/read-beside.ts';
import { WrittenBefore } from '../../views/written-before.tsx';
import { parseTrajectoryForm } from './parse-trajectory-form.ts';
import { readBaseline } from './read-baseline.ts';
import { trajectorySaves, trajectoryWording, typedTrajectory } from './trajectory.ts';
import { liveTrajectory } from './trajectory-view.ts';
import { TrajectoryPage } from './views/trajectory-page.tsx';

const address = '/workspace/roadmaps/:slug/trajectory';

/** Setting the targets of the capability groups. */
export function trajectoryRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => sendTrajectory(await requireVersion(context, request, reply)));
  app.post(address, async (request, reply) =>
    answerTrajectory(await requireVersion(context, request, reply, 'roadmap.edit')),
  );
}

async function sendTrajectory(exchange: VersionExchange, sent: SentForm | null = null): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { database, pack } = context;
  const { version, members } = place;
  const stamp = await findSave(database, version.versionId, trajectorySaves, '');
  const trajectory = stamp?.content ?? [];
  const { groups, source, latestAt } = await readBaseline(database, pack, version.roundId, members);
  const view = liveTrajectory({ pack, trajectory, baselines: groups, members, source, latestAt });
  const stored = { typed: typedTrajectory(trajectory), revision: stamp?.revision ?? 0, errors: [], conflict: null };
  const form = sent?.form ?? (mayWrite(place) ? stored : null);
  return sendRoadmapPage(exchange, {
    title: 'Capability trajectory',
    status: sent?.status ?? 200,
    hasErrors: sent !== null,
    body: (
      <>
        <TrajectoryPage place={place} view={view} stamp={stamp} form={form} />
        <WrittenBefore beside={await readBeside(context, place)} />
      </>
    ),
  });
}

async function answerTrajectory(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const { database, pack } = context;
  const { groups } = await readBaseline(database, pack, place.version.roundId, place.members);
  const { capabilityGroups, roadmapTemplate } = pack;
  const frame = { capabilityGroups, targetYears: roadmapTemplate.targetYears, baselines: groups };
  return sendDraftAnswer(exchange, {
    kind: trajectorySaves,
    id: '',
    outcome: parseTrajectoryForm(postedForm(request.body), frame),
    contentOf: ({ rows }) => rows,
    typedOf: typedTrajectory,
    wordingOf: (rows) => trajectoryWording(rows, pack),
    sendForm: (sent) => sendTrajectory(exchange, sent),
    whenSaved: () => ({
      location: paths.roadmapContent(place.footprint.slug, 'trajectory'),
      text: 'The targets are saved',
    }),
  });
}
