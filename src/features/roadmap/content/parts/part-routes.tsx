import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { postedForm, textOf } from '../../../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../../../platform/http/problem.ts';
import type { ProgrammePack, RoadmapPart } from '../../../programme/index.ts';
import type { SentForm } from '../../drafts/draft-form.ts';
import { findSave } from '../../drafts/save-repository.ts';
import { sendDraftAnswer } from '../../drafts/send-draft-answer.ts';
import { requireVersion, type VersionExchange } from '../../require-roadmap.ts';
import { sendRoadmapPage } from '../../roadmap-frame.tsx';
import { mayWrite } from '../../roadmap-place.ts';
import { readBeside } from '../../versions/read-beside.ts';
import { listPartsOf } from './citation-repository.ts';
import { parsePartForm } from './parse-part-form.ts';
import { emptyPart, partSaves, partWording, typedPart } from './part.ts';
import { PartPage } from './views/part-page.tsx';

const address = '/workspace/roadmaps/:slug/parts/:part';
const parameters = z.object({ slug: z.string(), part: z.string() });

/** Writing and reading the parts of a roadmap. */
export function partRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(address, async (request, reply) => sendPart(await requireVersion(context, request, reply)));
  app.post(address, async (request, reply) =>
    answerPart(await requireVersion(context, request, reply, 'roadmap.edit')),
  );
}

async function sendPart(exchange: VersionExchange, sent: SentForm | null = null): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const { database, pack } = context;
  const part = partOf(request, pack);
  const stamp = await findSave(database, place.version.versionId, partSaves, part.id);
  const text = stamp?.content ?? emptyPart(part.id);
  const stored = { typed: typedPart(text), revision: stamp?.revision ?? 0, errors: [], conflict: null };
  const form = sent?.form ?? (mayWrite(place) ? stored : null);
  const beside = await readBeside(context, place);
  const besideIds = beside.map(({ versionId }) => versionId);
  const cited = await listPartsOf(database, besideIds, part.id);
  const next = partAfter(part, pack);
  return sendRoadmapPage(exchange, {
    title: part.title,
    status: sent?.status ?? 200,
    hasErrors: sent !== null,
    body: (
      <PartPage
        place={place}
        part={part}
        next={next}
        text={text}
        stamp={stamp}
        beside={beside}
        cited={cited}
        form={form}
      />
    ),
  });
}

async function answerPart(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const { slug } = place.footprint;
  const part = partOf(request, context.pack);
  const form = postedForm(request.body);
  const next = textOf(form, 'go-to') === 'next' ? partAfter(part, context.pack) : null;
  return sendDraftAnswer(exchange, {
    kind: partSaves,
    id: part.id,
    outcome: parsePartForm(form),
    contentOf: ({ body, localHeading }) => ({ partId: part.id, body, localHeading }),
    typedOf: typedPart,
    wordingOf: partWording,
    sendForm: (sent) => sendPart(exchange, sent),
    whenSaved: () => {
      return { location: paths.roadmapContent(slug, 'parts', (next ?? part).id), text: `“${part.title}” is saved` };
    },
  });
}

function partOf(request: FastifyRequest, pack: ProgrammePack): RoadmapPart {
  const { slug, part: id } = parameters.parse(request.params);
  const part = pack.roadmapTemplate.parts.find((one) => one.id === id);
  if (part === undefined) {
    throw new NotFoundError('The roadmap has no such part. Go back to the roadmap and choose one.', {
      href: paths.roadmap(slug),
      text: 'Go to the roadmap',
    });
  }
  return part;
}

function partAfter(part: RoadmapPart, { roadmapTemplate }: ProgrammePack): RoadmapPart | null {
  return roadmapTemplate.parts[roadmapTemplate.parts.findIndex(({ id }) => id === part.id) + 1] ?? null;
}
