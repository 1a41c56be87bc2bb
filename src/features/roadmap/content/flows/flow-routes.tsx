import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { postedForm, textOf } from '../../../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../../../platform/http/problem.ts';
import type { SentForm } from '../../drafts/draft-form.ts';
import { findSave, listContentOf } from '../../drafts/save-repository.ts';
import { sendDraftAnswer } from '../../drafts/send-draft-answer.ts';
import { requireVersion, type VersionExchange } from '../../require-roadmap.ts';
import { sendRoadmapPage } from '../../roadmap-frame.tsx';
import { mayWrite } from '../../roadmap-place.ts';
import { readBeside } from '../../versions/read-beside.ts';
import { WrittenBefore } from '../../views/written-before.tsx';
import {
  type FlowTerms,
  flowSaves,
  flowsTitle,
  flowsWording,
  flowTermsOf,
  formerMember,
  isSameParty,
  type NamedParty,
  namedParties,
  partyKey,
  type SentFlows,
  sentFlowsId,
} from './flow.ts';
import { parseFlowsForm, receiversGone, typedFlows } from './parse-flows-form.ts';
import { FlowKindPage } from './views/flow-kind-page.tsx';
import { FlowsPage } from './views/flows-page.tsx';
import { SentFlowsPage } from './views/sent-flows-page.tsx';

const listAddress = '/workspace/roadmaps/:slug/flows';
const kindAddress = `${listAddress}/:kind`;
const senderAddress = `${kindAddress}/:sender`;
const parameters = z.object({ slug: z.string(), kind: z.string(), sender: z.string().default('') });

/** The information flows: how far they are digital, who sends one kind to whom, and filling in what one sender sends. */
export function flowRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(listAddress, async (request, reply) => sendFlows(await requireVersion(context, request, reply)));
  app.get(kindAddress, async (request, reply) => sendKind(await requireVersion(context, request, reply)));
  app.get(senderAddress, async (request, reply) => {
    const exchange = await requireVersion(context, request, reply, 'roadmap.edit');
    // What a check found in a version that is closed leads here too; there is nothing to fill in.
    return mayWrite(exchange.place) ? sendSender(exchange) : reply.redirect(kindPage(exchange), 303);
  });
  app.post(senderAddress, async (request, reply) =>
    answerSender(await requireVersion(context, request, reply, 'roadmap.edit')),
  );
}

async function sendFlows(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place } = exchange;
  const sent = await listContentOf(context.database, place.version.versionId, flowSaves);
  return sendRoadmapPage(exchange, {
    title: flowsTitle,
    body: (
      <>
        <FlowsPage place={place} terms={flowTermsOf(context.pack)} sent={sent} />
        <WrittenBefore beside={await readBeside(context, place)} />
      </>
    ),
  });
}

async function sendKind(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const terms = flowTermsOf(context.pack);
  const kind = kindOf(request, terms);
  const sent = await listContentOf(context.database, place.version.versionId, flowSaves);
  return sendRoadmapPage(exchange, {
    title: kind.label,
    crumbs: [flowsCrumb(exchange)],
    body: (
      <>
        <FlowKindPage place={place} terms={terms} kind={kind} sent={sent.filter(({ kindId }) => kindId === kind.id)} />
        <WrittenBefore beside={await readBeside(context, place)} />
      </>
    ),
  });
}

async function sendSender(exchange: VersionExchange, sentForm: SentForm | null = null): Promise<FastifyReply> {
  const { context, place } = exchange;
  const sheet = await readSheet(exchange);
  const gone = receiversGone(sentForm?.form.typed ?? {}, sheet.receivers);
  const { kind, sender, stamp } = sheet;
  const typed = stamp?.content == null ? {} : typedFlows(stamp.content);
  const stored = { typed, revision: stamp?.revision ?? 0, errors: [], conflict: null };
  return sendRoadmapPage(exchange, {
    title: `${kind.label} from ${sender.name}`,
    status: sentForm?.status ?? 200,
    hasErrors: sentForm !== null,
    crumbs: [flowsCrumb(exchange), { href: kindPage(exchange), text: kind.label }],
    body: (
      <>
        <SentFlowsPage
          {...sheet}
          receivers={[...gone, ...sheet.receivers]}
          place={place}
          form={sentForm?.form ?? stored}
        />
        <WrittenBefore beside={await readBeside(context, place)} />
      </>
    ),
  });
}

async function answerSender(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const { slug } = place.footprint;
  const { kind, sender, receivers, next, terms } = await readSheet(exchange);
  const form = postedForm(request.body);
  const about = { kindId: kind.id, from: sender.party };
  const wordingTerms = { pack: context.pack, members: place.members };
  const following = textOf(form, 'go-to') === 'next' && next !== null ? [next.key] : [];
  return sendDraftAnswer(exchange, {
    kind: flowSaves,
    id: sentFlowsId(about),
    outcome: parseFlowsForm(form, receivers, terms),
    contentOf: ({ flows }): SentFlows => ({ ...about, flows }),
    typedOf: typedFlows,
    wordingOf: (sent) => flowsWording(sent, wordingTerms),
    sendForm: (sentForm) => sendSender(exchange, sentForm),
    whenSaved: () => ({
      location: paths.roadmapContent(slug, 'flows', kind.id, ...following),
      text: `“${kind.label}” from ${sender.name} is saved`,
    }),
  });
}

/** Who the page is of, to whom they can send, and what is saved of it. */
async function readSheet({ context, place, request }: VersionExchange) {
  const terms = flowTermsOf(context.pack);
  const kind = kindOf(request, terms);
  const { sender: key } = parameters.parse(request.params);
  const parties = namedParties(place.members, terms);
  const id = sentFlowsId({ kindId: kind.id, from: { party: key } });
  const stamp = await findSave(context.database, place.version.versionId, flowSaves, id);
  const sender = parties.find((party) => party.key === key) ?? formerParty(stamp?.content?.from);
  if (sender === null) {
    throw new NotFoundError('No member of the footprint is at this address. Choose one from the matrix.', {
      href: paths.roadmapContent(place.footprint.slug, 'flows', kind.id),
      text: `Go to “${kind.label}”`,
    });
  }
  const others = parties.filter((party) => party.key !== key);
  const strangers = (stamp?.content?.flows ?? [])
    .filter(({ to }) => !parties.some(({ party }) => isSameParty(party, to)))
    .flatMap(({ to }) => formerParty(to) ?? []);
  const next = parties[parties.findIndex((party) => party.key === key) + 1] ?? null;
  return { terms, kind, sender, receivers: [...strangers, ...others], next, stamp };
}

/** Somebody who is named in what was saved, and is no longer a member: what names them can still be cleared. */
function formerParty(party: SentFlows['from'] | undefined): NamedParty | null {
  return party === undefined ? null : { party, key: partyKey(party), name: formerMember };
}

function kindPage({ place, request }: VersionExchange): string {
  return paths.roadmapContent(place.footprint.slug, 'flows', parameters.parse(request.params).kind);
}

function flowsCrumb({ place }: VersionExchange) {
  return { href: paths.roadmapContent(place.footprint.slug, 'flows'), text: flowsTitle };
}

function kindOf(request: FastifyRequest, { kinds }: FlowTerms): FlowTerms['kinds'][number] {
  const { slug, kind: id } = parameters.parse(request.params);
  const kind = kinds.find((one) => one.id === id);
  if (kind === undefined) {
    throw new NotFoundError('There is no such kind of information. Choose one from the list.', {
      href: paths.roadmapContent(slug, 'flows'),
      text: 'Go to the information flows',
    });
  }
  return kind;
}
