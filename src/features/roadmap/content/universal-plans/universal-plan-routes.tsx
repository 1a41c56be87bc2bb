import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { postedForm, textOf } from '../../../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../../../platform/http/problem.ts';
import type { ProgrammePack, UniversalCapability } from '../../../programme/index.ts';
import { arrangeContent } from '../../arrange-content.ts';
import { loadContent } from '../../content-repository.ts';
import { answerDraftForm, type SentForm, versionNumberOf } from '../../draft-form.ts';
import type { UniversalPlan } from '../../roadmap.ts';
import { sendClosedDraft, sendRoadmapPage } from '../../roadmap-frame.tsx';
import { mayWrite } from '../../roadmap-place.ts';
import { findLatestSave, listSaveStamps } from '../../save-repository.ts';
import { planSubject } from '../../save-subject.ts';
import { saveUniversalPlan } from '../../save-universal-plan.ts';
import { typedPlan } from '../../typed-content.ts';
import { actingAt, type VersionVisit, visitVersion } from '../../visit-roadmap.ts';
import { planWording } from '../../wording.ts';
import { parseUniversalPlanForm, type UniversalPlanForm } from './parse-universal-plan-form.ts';
import { UniversalPlanPage } from './views/universal-plan-page.tsx';
import { UniversalPlansPage } from './views/universal-plans-page.tsx';

const listAddress = '/workspace/roadmaps/:slug/universal-capabilities';
const address = `${listAddress}/:capability`;
const parameters = z.object({ capability: z.string() });

/** The delivery plans of the universal capabilities. */
export function universalPlanRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(listAddress, async (request, reply) => sendPlans(await visitVersion(context, request, reply)));
  app.get(address, async (request, reply) => sendPlan(await visitVersion(context, request, reply)));
  app.post(address, async (request, reply) => answerPlan(await visitVersion(context, request, reply, 'roadmap.edit')));
}

async function sendPlans(visit: VersionVisit): Promise<FastifyReply> {
  const { context, place } = visit;
  const { universalPlans } = await loadContent(context.database, place.version.versionId);
  const stamps = await listSaveStamps(context.database, place.version.versionId);
  const body = <UniversalPlansPage pack={context.pack} place={place} plans={universalPlans} stamps={stamps} />;
  return sendRoadmapPage(visit, { title: 'Universal capability plans', body });
}

async function sendPlan(visit: VersionVisit, sent: SentForm | null = null): Promise<FastifyReply> {
  const { context, place, request } = visit;
  const { database, pack } = context;
  const { versionId } = place.version;
  const capability = capabilityOf(request, pack);
  const plan = await storedPlan(visit, capability);
  const stamp = await findLatestSave(database, versionId, planSubject(capability.id));
  const stored = { typed: typedPlan(plan), revision: stamp?.revision ?? 0, errors: [], conflict: null };
  return sendRoadmapPage(visit, {
    title: `Universal capability ${capability.id}`,
    status: sent?.status ?? 200,
    hasErrors: sent !== null,
    crumbs: [{ href: paths.universalPlans(place.footprint.slug), text: 'Universal capability plans' }],
    body: (
      <UniversalPlanPage
        place={place}
        template={pack.roadmapTemplate}
        capability={capability}
        next={capabilityAfter(capability, pack)}
        wording={planWording(plan, pack)}
        stamp={stamp}
        form={sent?.form ?? (mayWrite(place) ? stored : null)}
      />
    ),
  });
}

async function answerPlan(visit: VersionVisit): Promise<FastifyReply> {
  const { context, place, request, reply } = visit;
  const { slug, areaId } = place.footprint;
  const capability = capabilityOf(request, context.pack);
  const form = postedForm(request.body);
  const next = textOf(form, 'go-to') === 'next' ? capabilityAfter(capability, context.pack) : null;
  return answerDraftForm(reply, {
    outcome: parseUniversalPlanForm(form, context.pack.roadmapTemplate),
    save: (value) => {
      const target = { footprintId: areaId, versionNumber: versionNumberOf(form), revision: value.revision };
      const plan = planOf(capability, value);
      return saveUniversalPlan(context, { ...target, plan }, actingAt(visit, 'roadmap.edit'));
    },
    typedOf: typedPlan,
    wordingOf: (value) => planWording(planOf(capability, value), context.pack),
    savedWordingOf: (content) => planWording(content as UniversalPlan, context.pack),
    sendForm: (sent) => sendPlan(visit, sent),
    sendClosed: (reason, wording) => sendClosedDraft(visit, reason, wording),
    whenSaved: () => ({
      location: paths.universalPlan(slug, (next ?? capability).id),
      text: `The plan for universal capability ${capability.id} is saved`,
    }),
  });
}

/** The plan as it is stored, with an empty place for whatever was not written. */
async function storedPlan({ context, place }: VersionVisit, capability: UniversalCapability): Promise<UniversalPlan> {
  const content = arrangeContent(await loadContent(context.database, place.version.versionId), context.pack);
  const plan = content.universalPlans.find(({ capabilityId }) => capabilityId === capability.id);
  if (plan === undefined) {
    throw new Error(`The content has no place for universal capability ${capability.id}`);
  }
  return plan;
}

function planOf({ id }: UniversalCapability, value: Omit<UniversalPlanForm, 'revision'>): UniversalPlan {
  const { baseline, ambitions, solution, localSolution, activities, evidence } = value;
  return { capabilityId: id, baseline, ambitions, solution, localSolution, activities, evidence };
}

function capabilityOf(request: FastifyRequest, pack: ProgrammePack): UniversalCapability {
  const { capability: id } = parameters.parse(request.params);
  const capability = pack.universalCapabilities.find((one) => one.id === id);
  if (capability === undefined) {
    throw new NotFoundError('There is no such universal capability. Choose one from the list.');
  }
  return capability;
}

function capabilityAfter({ id }: UniversalCapability, { universalCapabilities: all }: ProgrammePack) {
  return all[all.findIndex((one) => one.id === id) + 1] ?? null;
}
