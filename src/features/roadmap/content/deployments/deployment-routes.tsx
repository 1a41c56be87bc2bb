import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { postedForm } from '../../../../platform/forms/posted-form.ts';
import { ConflictError, NotFoundError } from '../../../../platform/http/problem.ts';
import { answerDraftForm } from '../../answer-draft-form.ts';
import type { SentForm } from '../../draft-form.ts';
import { sendRoadmapPage } from '../../roadmap-frame.tsx';
import { mayWrite } from '../../roadmap-place.ts';
import { findSave, listContentOf, type SaveStamp } from '../../save-repository.ts';
import { type VersionVisit, visitVersion } from '../../visit-roadmap.ts';
import { type Deployment, deploymentSaves, deploymentWording, inOrder, typedDeployment } from './deployment.ts';
import { parseDeploymentForm } from './parse-deployment-form.ts';
import { DeploymentPage } from './views/deployment-page.tsx';
import { DeploymentsPage } from './views/deployments-page.tsx';

const address = '/workspace/roadmaps/:slug/deployments';

/** The schedule of deployments: the list, adding a row and changing one. */
export function deploymentRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => sendDeployments(await visitVersion(context, request, reply)));
  app.get(`${address}/new`, async (request, reply) =>
    sendDeployment(await visitVersion(context, request, reply, 'roadmap.edit'), context.newId()),
  );
  app.post(`${address}/new`, async (request, reply) => {
    const visit = await visitVersion(context, request, reply, 'roadmap.edit');
    return answerDeployment(visit, newIdOf(visit));
  });
  app.get(`${address}/:id`, async (request, reply) => {
    const visit = await visitVersion(context, request, reply, 'roadmap.edit');
    return sendDeployment(visit, (await storedDeployment(visit)).deployment.id);
  });
  app.post(`${address}/:id`, async (request, reply) => {
    const visit = await visitVersion(context, request, reply, 'roadmap.edit');
    return answerDeployment(visit, deploymentIdOf(visit));
  });
}

const crumbs = (slug: string) => [{ href: paths.deployments(slug), text: 'Deployment schedule' }];

async function sendDeployments(visit: VersionVisit): Promise<FastifyReply> {
  const { context, place } = visit;
  const rows = await listContentOf(context.database, place.version.versionId, deploymentSaves);
  return sendRoadmapPage(visit, {
    title: 'Capability deployment schedule',
    body: <DeploymentsPage pack={context.pack} place={place} deployments={inOrder(rows)} />,
  });
}

async function sendDeployment(visit: VersionVisit, id: string, sent: SentForm | null = null): Promise<FastifyReply> {
  const { context, place } = visit;
  if (sent === null && !mayWrite(place)) {
    throw new ConflictError('The schedule can be changed only while the version is a draft.', {
      href: paths.deployments(place.footprint.slug),
      text: 'Go to the schedule',
    });
  }
  const save = await findSave(context.database, place.version.versionId, deploymentSaves, id);
  const stored = save === null || save.content === null ? {} : typedDeployment(save.content);
  const form = { typed: stored, revision: save?.revision ?? 0, errors: [], conflict: null };
  return sendRoadmapPage(visit, {
    title: save === null ? 'Add a deployment' : 'Change a deployment',
    status: sent?.status ?? 200,
    hasErrors: sent !== null,
    crumbs: crumbs(place.footprint.slug),
    body: <DeploymentPage pack={context.pack} place={place} deploymentId={id} stamp={save} form={sent?.form ?? form} />,
  });
}

async function answerDeployment(visit: VersionVisit, id: string): Promise<FastifyReply> {
  const { context, place, request } = visit;
  const { pack } = context;
  const { members, footprint } = place;
  return answerDraftForm(visit, {
    kind: deploymentSaves,
    id,
    outcome: parseDeploymentForm(postedForm(request.body), pack, members),
    contentOf: ({ revision: _, ...row }) => ({ id, ...row }),
    typedOf: typedDeployment,
    wordingOf: (row) => deploymentWording(row, { pack, members }),
    sendForm: (sent) => sendDeployment(visit, id, sent),
    whenSaved: ({ title }) => {
      return { location: paths.deployments(footprint.slug), text: `“${title}” is in the schedule` };
    },
  });
}

const parameters = z.object({ id: z.uuid() });
const missing = 'There is no such deployment in the schedule. It may have been removed; look in the list.';

/** The id in the address. */
function deploymentIdOf({ request }: VersionVisit): string {
  const parsed = parameters.safeParse(request.params);
  if (!parsed.success) {
    throw new NotFoundError(missing);
  }
  return parsed.data.id;
}

/** The id that was made with the form, so that sending it twice adds one row. */
function newIdOf({ request, context }: VersionVisit): string {
  const parsed = parameters.safeParse(postedForm(request.body));
  return parsed.success ? parsed.data.id : context.newId();
}

/** The deployment of the address as it is stored, with its latest save. */
export async function storedDeployment(visit: VersionVisit): Promise<{ deployment: Deployment; save: SaveStamp }> {
  const id = deploymentIdOf(visit);
  const { context, place } = visit;
  const save = await findSave(context.database, place.version.versionId, deploymentSaves, id);
  if (save === null || save.content === null) {
    throw new NotFoundError(missing);
  }
  return { deployment: save.content, save };
}
