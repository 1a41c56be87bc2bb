import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { postedForm } from '../../../../platform/forms/posted-form.ts';
import { loadContent } from '../../content-repository.ts';
import { answerDraftForm, type SentForm, versionNumberOf } from '../../draft-form.ts';
import type { TrajectoryRow } from '../../roadmap.ts';
import { sendClosedDraft, sendRoadmapPage } from '../../roadmap-frame.tsx';
import { mayWrite } from '../../roadmap-place.ts';
import { findLatestSave } from '../../save-repository.ts';
import { trajectorySubject } from '../../save-subject.ts';
import { saveTrajectory } from '../../save-trajectory.ts';
import { typedTrajectory } from '../../typed-content.ts';
import { actingAt, type VersionVisit, visitVersion } from '../../visit-roadmap.ts';
import { trajectoryWording } from '../../wording.ts';
import { readBaseline } from './footprint-baseline.ts';
import { parseTrajectoryForm } from './parse-trajectory-form.ts';
import { liveTrajectory } from './trajectory-view.ts';
import { TrajectoryPage } from './views/trajectory-page.tsx';

const address = '/workspace/roadmaps/:slug/trajectory';

/** Setting the targets of the capability groups. */
export function trajectoryRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => sendTrajectory(await visitVersion(context, request, reply)));
  app.post(address, async (request, reply) =>
    answerTrajectory(await visitVersion(context, request, reply, 'roadmap.edit')),
  );
}

async function sendTrajectory(visit: VersionVisit, sent: SentForm | null = null): Promise<FastifyReply> {
  const { context, place } = visit;
  const { database, pack } = context;
  const { version, members } = place;
  const { trajectory } = await loadContent(database, version.versionId);
  const { groups, source, latestAt } = await readBaseline(database, pack, members);
  const view = liveTrajectory({ pack, trajectory, baselines: groups, members, source, latestAt });
  const stamp = await findLatestSave(database, version.versionId, trajectorySubject);
  const stored = { typed: typedTrajectory(trajectory), revision: stamp?.revision ?? 0, errors: [], conflict: null };
  const form = sent?.form ?? (mayWrite(place) ? stored : null);
  return sendRoadmapPage(visit, {
    title: 'Capability trajectory',
    status: sent?.status ?? 200,
    hasErrors: sent !== null,
    body: <TrajectoryPage place={place} view={view} stamp={stamp} form={form} />,
  });
}

async function answerTrajectory(visit: VersionVisit): Promise<FastifyReply> {
  const { context, place, request, reply } = visit;
  const { database, pack } = context;
  const { slug, areaId } = place.footprint;
  const form = postedForm(request.body);
  const { groups } = await readBaseline(database, pack, place.members);
  const { capabilityGroups, roadmapTemplate } = pack;
  const frame = { capabilityGroups, targetYears: roadmapTemplate.targetYears, baselines: groups };
  return answerDraftForm(reply, {
    outcome: parseTrajectoryForm(form, frame),
    save: ({ rows, revision }) => {
      const save = { footprintId: areaId, versionNumber: versionNumberOf(form), revision, rows };
      return saveTrajectory(context, save, actingAt(visit, 'roadmap.edit'));
    },
    typedOf: ({ rows }) => typedTrajectory(rows),
    wordingOf: ({ rows }) => trajectoryWording(rows, pack),
    savedWordingOf: (content) => trajectoryWording(content as TrajectoryRow[], pack),
    sendForm: (sent) => sendTrajectory(visit, sent),
    sendClosed: (reason, wording) => sendClosedDraft(visit, reason, wording),
    whenSaved: () => ({ location: paths.trajectory(slug), text: 'The targets are saved' }),
  });
}
