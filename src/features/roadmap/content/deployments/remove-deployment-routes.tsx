import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { readForm } from '../../../../platform/forms/form-reader.ts';
import { postedForm } from '../../../../platform/forms/posted-form.ts';
import { ConflictError } from '../../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../../views/success.ts';
import { versionNumberOf } from '../../draft-form.ts';
import { sendClosedDraft, sendRoadmapPage } from '../../roadmap-frame.tsx';
import { mayWrite } from '../../roadmap-place.ts';
import { saveContent } from '../../save-content.ts';
import { actingAt, type VersionVisit, visitVersion } from '../../visit-roadmap.ts';
import { deploymentSaves, deploymentWording } from './deployment.ts';
import { storedDeployment } from './deployment-routes.tsx';
import { RemoveDeploymentPage } from './views/remove-deployment-page.tsx';

const address = '/workspace/roadmaps/:slug/deployments/:id/remove';

/** Taking a row off the schedule, after a page that asks once more. */
export function removeDeploymentRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) =>
    sendCheck(await visitVersion(context, request, reply, 'roadmap.edit'), false),
  );
  app.post(address, async (request, reply) =>
    answerRemoval(await visitVersion(context, request, reply, 'roadmap.edit')),
  );
}

async function sendCheck(visit: VersionVisit, isChanged: boolean): Promise<FastifyReply> {
  const { context, place } = visit;
  if (!mayWrite(place)) {
    throw new ConflictError('The schedule can be changed only while the version is a draft.', {
      href: paths.deployments(place.footprint.slug),
      text: 'Go to the schedule',
    });
  }
  const { deployment, save } = await storedDeployment(visit);
  return sendRoadmapPage(visit, {
    title: 'Remove a deployment',
    status: isChanged ? 409 : 200,
    hasErrors: isChanged,
    crumbs: [{ href: paths.deployments(place.footprint.slug), text: 'Deployment schedule' }],
    body: (
      <RemoveDeploymentPage
        place={place}
        title={deployment.title}
        wording={deploymentWording(deployment, { pack: context.pack, members: place.members })}
        stamp={save}
        isChanged={isChanged}
      />
    ),
  });
}

async function answerRemoval(visit: VersionVisit): Promise<FastifyReply> {
  const { context, place, request, reply } = visit;
  const { slug, areaId } = place.footprint;
  const { deployment } = await storedDeployment(visit);
  const form = postedForm(request.body);
  const outcome = await saveContent(
    context,
    {
      footprintId: areaId,
      versionNumber: versionNumberOf(form),
      revision: readForm(form).revision(),
      kind: deploymentSaves,
      id: deployment.id,
      content: null,
    },
    actingAt(visit, 'roadmap.edit'),
  );
  switch (outcome.kind) {
    case 'saved':
    case 'unchanged':
      return redirectWithSuccess(reply, paths.deployments(slug), `“${deployment.title}” is removed from the schedule`);
    case 'closed':
      return sendClosedDraft(visit, outcome.reason, []);
    case 'conflict':
      return sendCheck(visit, true);
  }
}
