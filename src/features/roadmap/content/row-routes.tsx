import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import { ConflictError, NotFoundError } from '../../../platform/http/problem.ts';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { type SentForm, versionNumberOf } from '../drafts/draft-form.ts';
import { saveContent } from '../drafts/save-content.ts';
import { findSave, listContentOf, type SaveStamp } from '../drafts/save-repository.ts';
import { sendDraftAnswer } from '../drafts/send-draft-answer.ts';
import { actingAt, requireVersion, type VersionExchange } from '../require-roadmap.ts';
import { sendClosedDraft, sendRoadmapPage } from '../roadmap-frame.tsx';
import { mayWrite } from '../roadmap-place.ts';
import { readBeside } from '../versions/read-beside.ts';
import { WrittenBefore } from '../views/written-before.tsx';
import type { ContentRow, RowPages } from './row-pages.ts';
import { RemoveRowPage } from './views/remove-row-page.tsx';

const parameters = z.object({ id: z.uuid() });

/** The list, adding a row, changing one, and taking one out after a page that asks once more. */
export function rowRoutes<Row extends ContentRow>(
  pages: RowPages<Row>,
): (app: FastifyInstance, context: AppContext) => void {
  const list = `/workspace/roadmaps/:slug/${pages.address}`;
  return (app, context) => {
    app.get(list, async (request, reply) => sendList(pages, await requireVersion(context, request, reply)));
    app.get(`${list}/new`, async (request, reply) =>
      sendForm(pages, await requireVersion(context, request, reply, 'roadmap.edit'), context.newId()),
    );
    app.post(`${list}/new`, async (request, reply) => {
      const exchange = await requireVersion(context, request, reply, 'roadmap.edit');
      return answerForm(pages, exchange, newIdOf(exchange));
    });
    app.get(`${list}/:id`, async (request, reply) => {
      const exchange = await requireVersion(context, request, reply, 'roadmap.edit');
      const { row } = await storedRow(pages, exchange);
      // What a check found in a version that is closed leads here too; there is nothing to fill in, and the list shows the row.
      return mayWrite(exchange.place)
        ? sendForm(pages, exchange, row.id)
        : reply.redirect(listAddress(pages, exchange), 303);
    });
    app.post(`${list}/:id`, async (request, reply) => {
      const exchange = await requireVersion(context, request, reply, 'roadmap.edit');
      return answerForm(pages, exchange, idOf(pages, exchange));
    });
    app.get(`${list}/:id/remove`, async (request, reply) =>
      sendRemoval(pages, await requireVersion(context, request, reply, 'roadmap.edit'), false),
    );
    app.post(`${list}/:id/remove`, async (request, reply) =>
      answerRemoval(pages, await requireVersion(context, request, reply, 'roadmap.edit')),
    );
  };
}

function listAddress({ address }: Pick<RowPages<never>, 'address'>, { place }: VersionExchange): string {
  return paths.roadmapContent(place.footprint.slug, address);
}

async function sendList<Row extends ContentRow>(
  pages: RowPages<Row>,
  exchange: VersionExchange,
): Promise<FastifyReply> {
  const { context, place } = exchange;
  const rows = await listContentOf(context.database, place.version.versionId, pages.kind);
  return sendRoadmapPage(exchange, {
    title: pages.words.title,
    body: (
      <>
        <pages.List pack={context.pack} place={place} rows={rows} />
        <WrittenBefore beside={await readBeside(context, place)} />
      </>
    ),
  });
}

async function sendForm<Row extends ContentRow>(
  pages: RowPages<Row>,
  exchange: VersionExchange,
  id: string,
  sent: SentForm | null = null,
): Promise<FastifyReply> {
  const { context, place } = exchange;
  if (sent === null) {
    refuseClosed(pages, exchange);
  }
  const save = await findSave(context.database, place.version.versionId, pages.kind, id);
  const others = await rowsBeside(pages, exchange, id);
  const stored = save === null || save.content === null ? {} : pages.typedOf(save.content);
  const form = sent?.form ?? { typed: stored, revision: save?.revision ?? 0, errors: [], conflict: null };
  return sendRoadmapPage(exchange, {
    title: `${save === null ? 'Add' : 'Change'} a ${pages.words.row}`,
    status: sent?.status ?? 200,
    hasErrors: sent !== null,
    crumbs: [{ href: listAddress(pages, exchange), text: pages.words.crumb }],
    body: <pages.Form pack={context.pack} place={place} id={id} others={others} stamp={save} form={form} />,
  });
}

async function answerForm<Row extends ContentRow>(
  pages: RowPages<Row>,
  exchange: VersionExchange,
  id: string,
): Promise<FastifyReply> {
  const { context, place, request } = exchange;
  const terms = { pack: context.pack, members: place.members };
  return sendDraftAnswer(exchange, {
    kind: pages.kind,
    id,
    outcome: pages.parse(postedForm(request.body), exchange, await rowsBeside(pages, exchange, id)),
    contentOf: (fields) => pages.rowOf(id, fields),
    typedOf: pages.typedOf,
    wordingOf: (row) => pages.wordingOf(row, terms),
    sendForm: (sent) => sendForm(pages, exchange, id, sent),
    whenSaved: ({ title }) => ({
      location: listAddress(pages, exchange),
      text: `“${title}” is in ${pages.words.list}`,
    }),
  });
}

async function rowsBeside<Row extends ContentRow>(
  { kind }: Pick<RowPages<Row>, 'kind'>,
  { context, place }: VersionExchange,
  id: string,
): Promise<Row[]> {
  const rows = await listContentOf(context.database, place.version.versionId, kind);
  return rows.filter((row) => row.id !== id);
}

async function sendRemoval<Row extends ContentRow>(
  pages: RowPages<Row>,
  exchange: VersionExchange,
  isChanged: boolean,
): Promise<FastifyReply> {
  const { context, place } = exchange;
  refuseClosed(pages, exchange);
  const { row, save } = await storedRow(pages, exchange);
  const { list, crumb } = pages.words;
  return sendRoadmapPage(exchange, {
    title: `Remove a ${pages.words.row}`,
    status: isChanged ? 409 : 200,
    hasErrors: isChanged,
    crumbs: [{ href: listAddress(pages, exchange), text: crumb }],
    body: (
      <RemoveRowPage
        place={place}
        question={`Remove “${row.title}” from ${list}?`}
        back={listAddress(pages, exchange)}
        wording={pages.wordingOf(row, { pack: context.pack, members: place.members })}
        stamp={save}
        isChanged={isChanged}
      />
    ),
  });
}

async function answerRemoval<Row extends ContentRow>(
  pages: RowPages<Row>,
  exchange: VersionExchange,
): Promise<FastifyReply> {
  const { context, place, request, reply } = exchange;
  const { row } = await storedRow(pages, exchange);
  const form = postedForm(request.body);
  const target = {
    footprintId: place.footprint.areaId,
    versionNumber: versionNumberOf(form),
    revision: readForm(form).revision(),
  };
  const removal = { ...target, kind: pages.kind, id: row.id, content: null };
  const outcome = await saveContent(context, removal, actingAt(exchange, 'roadmap.edit'));
  switch (outcome.kind) {
    case 'saved':
    case 'unchanged': {
      const text = `“${row.title}” is removed from ${pages.words.list}`;
      return redirectWithSuccess(reply, listAddress(pages, exchange), text);
    }
    case 'closed':
      return sendClosedDraft(exchange, outcome.reason, []);
    case 'conflict':
      return sendRemoval(pages, exchange, true);
  }
}

function refuseClosed(pages: Pick<RowPages<never>, 'address' | 'words'>, exchange: VersionExchange): void {
  if (mayWrite(exchange.place)) {
    return;
  }
  const { list } = pages.words;
  throw new ConflictError(
    `${list.charAt(0).toUpperCase()}${list.slice(1)} can be changed only while the version is a draft.`,
    { href: listAddress(pages, exchange), text: `Go to ${list}` },
  );
}

/** The id in the address. */
function idOf(pages: Pick<RowPages<never>, 'address' | 'words'>, exchange: VersionExchange): string {
  const parsed = parameters.safeParse(exchange.request.params);
  if (!parsed.success) {
    throw missing(pages, exchange);
  }
  return parsed.data.id;
}

function missing(pages: Pick<RowPages<never>, 'address' | 'words'>, exchange: VersionExchange): NotFoundError {
  const { row, list } = pages.words;
  return new NotFoundError(`There is no such ${row} in ${list}. It may have been removed; look in the list.`, {
    href: listAddress(pages, exchange),
    text: `Go to ${list}`,
  });
}

/** The id that was made with the form, so that sending it twice adds one row. */
function newIdOf({ request, context }: VersionExchange): string {
  const parsed = parameters.safeParse(postedForm(request.body));
  return parsed.success ? parsed.data.id : context.newId();
}

/** The row of the address as it is stored, with its latest save. */
async function storedRow<Row extends ContentRow>(
  pages: RowPages<Row>,
  exchange: VersionExchange,
): Promise<{ row: Row; save: SaveStamp }> {
  const { context, place } = exchange;
  const save = await findSave(context.database, place.version.versionId, pages.kind, idOf(pages, exchange));
  if (save === null || save.content === null) {
    throw missing(pages, exchange);
  }
  return { row: save.content, save };
}
