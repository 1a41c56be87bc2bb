import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { postedForm, textOf } from '../../../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../../../platform/http/problem.ts';
import type { ProgrammePack, UniversalCapability } from '../../../programme/index.ts';
import type { SentForm } from '../../drafts/draft-form.ts';
import { findSave, listLatestSaves, stampsOf } from '../../drafts/save-repository.ts';
import { sendDraftAnswer } from '../../drafts/send-draft-answer.ts';
import { requireVersion, type VersionExchange } from '../../require-roadmap.ts';
import { sendRoadmapPage } from '../../roadmap-frame.tsx';
import { mayWrite } from '../../roadmap-place.ts';
import { readBeside } from '../../versions/read-beside.ts';
import { WrittenBefore } from '../../views/written-before.tsx';
import { saidOf } from '../saved-kind.ts';
import { arrangePlan } from './arrange-plan.ts';
import { parseUniversalPlanForm } from './parse-universal-plan-form.ts';
import { planWording, typedPlan, universalPlanSaves } from './universal-plan.ts';
import { UniversalPlanPage } from './views/universal-plan-page.tsx';
import { UniversalPlansPage } from './views/universal-plans-page.tsx';

const listAddress = '/workspace/roadmaps/:slug/universal-capabilities';
const address = `${listAddress}/:capability`;
const parameters = z.object({ slug: z.string(), capability: z.string() });

/** The delivery plans of the universal capabilities. */
export function universalPlanRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(listAddress, async (request, reply) => sendPlans(await requireVersion(context, request, reply)));
  app.get(address, async (request, reply) => sendPlan(await requireVersion(context, request, reply)));
  app.post(address, async (request, reply) =>
    answerPlan(await requireVersion(context, request, reply, 'roadmap.edit')),
  );
}

async function sendPlans(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { versionId } = place.version;
  const saves = await listLatestSaves(context.database, versionId);
  const plans = saidOf(universalPlanSaves, saves);
  const body = (
    <>
      <UniversalPlansPage pack={context.pack} place={place} plans={plans} stamps={stampsOf(saves)} />
      <WrittenBefore beside={await readBeside(context, place)} />
    </>
  );
  return sendRoadmapPage(exchange, { title: 'Universal capability plans', body });
}

async function sendPlan(exchange: VersionExchange, sent: SentForm | null = null): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const { database, pack } = context;
  const { versionId } = place.version;
  const capability = capabilityOf(request, pack);
  const stamp = await findSave(database, versionId, universalPlanSaves, capability.id);
  const plan = arrangePlan(stamp?.content ?? undefined, capability.id, pack);
  const stored = { typed: typedPlan(plan), revision: stamp?.revision ?? 0, errors: [], conflict: null };
  return sendRoadmapPage(exchange, {
    title: `Universal capability ${capability.id}`,
    status: sent?.status ?? 200,
    hasErrors: sent !== null,
    crumbs: [
      {
        href: paths.roadmapContent(place.footprint.slug, 'universal-capabilities'),
        text: 'Universal capability plans',
      },
    ],
    body: (
      <>
        <UniversalPlanPage
          place={place}
          template={pack.roadmapTemplate}
          capability={capability}
          next={capabilityAfter(capability, pack)}
          wording={planWording(plan, pack)}
          stamp={stamp}
          form={sent?.form ?? (mayWrite(place) ? stored : null)}
        />
        <WrittenBefore beside={await readBeside(context, place)} />
      </>
    ),
  });
}

async function answerPlan(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const { pack } = context;
  const { slug } = place.footprint;
  const capability = capabilityOf(request, pack);
  const form = postedForm(request.body);
  const next = textOf(form, 'go-to') === 'next' ? capabilityAfter(capability, pack) : null;
  return sendDraftAnswer(exchange, {
    kind: universalPlanSaves,
    id: capability.id,
    outcome: parseUniversalPlanForm(form, pack.roadmapTemplate),
    contentOf: ({ revision: _, ...plan }) => ({ capabilityId: capability.id, ...plan }),
    typedOf: typedPlan,
    wordingOf: (plan) => planWording(plan, pack),
    sendForm: (sent) => sendPlan(exchange, sent),
    whenSaved: () => ({
      location: paths.roadmapContent(slug, 'universal-capabilities', (next ?? capability).id),
      text: `The plan for universal capability ${capability.id} is saved`,
    }),
  });
}

function capabilityOf(request: FastifyRequest, pack: ProgrammePack): UniversalCapability {
  const { slug, capability: id } = parameters.parse(request.params);
  const capability = pack.universalCapabilities.find((one) => one.id === id);
  if (capability === undefined) {
    throw new NotFoundError('There is no such universal capability. Choose one from the list.', {
      href: paths.roadmapContent(slug, 'universal-capabilities'),
      text: 'Go to the universal capabilities',
    });
  }
  return capability;
}

function capabilityAfter({ id }: UniversalCapability, { universalCapabilities: all }: ProgrammePack) {
  return all[all.findIndex((one) => one.id === id) + 1] ?? null;
}
