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
import { sendClosedDraft, sendRoadmapPage } from '../roadmap-frame.tsx';
import { mayWrite } from '../roadmap-place.ts';
import { actingAt, type VersionVisit, visitVersion } from '../visit-roadmap.ts';
import type { ContentRow, RowPages, RowWords } from './row-pages.ts';
import { RemoveRowPage } from './views/remove-row-page.tsx';

const parameters = z.object({ id: z.uuid() });

/** The list, adding a row, changing one, and taking one out after a page that asks once more. */
export function rowRoutes<Row extends ContentRow>(
  pages: RowPages<Row>,
): (app: FastifyInstance, context: AppContext) => void {
  const list = `/workspace/roadmaps/:slug/${pages.address}`;
  return (app, context) => {
    app.get(list, async (request, reply) => sendList(pages, await visitVersion(context, request, reply)));
    app.get(`${list}/new`, async (request, reply) =>
      sendForm(pages, await visitVersion(context, request, reply, 'roadmap.edit'), context.newId()),
    );
    app.post(`${list}/new`, async (request, reply) => {
      const visit = await visitVersion(context, request, reply, 'roadmap.edit');
      return answerForm(pages, visit, newIdOf(visit));
    });
    app.get(`${list}/:id`, async (request, reply) => {
      const visit = await visitVersion(context, request, reply, 'roadmap.edit');
      const { row } = await storedRow(pages, visit);
      // What a check found in a version that is closed leads here too; there is nothing to fill in, and the list shows the row.
      return mayWrite(visit.place) ? sendForm(pages, visit, row.id) : reply.redirect(listAddress(pages, visit), 303);
    });
    app.post(`${list}/:id`, async (request, reply) => {
      const visit = await visitVersion(context, request, reply, 'roadmap.edit');
      return answerForm(pages, visit, idOf(pages, visit));
    });
    app.get(`${list}/:id/remove`, async (request, reply) =>
      sendRemoval(pages, await visitVersion(context, request, reply, 'roadmap.edit'), false),
    );
    app.post(`${list}/:id/remove`, async (request, reply) =>
      answerRemoval(pages, await visitVersion(context, request, reply, 'roadmap.edit')),
    );
  };
}

function listAddress({ address }: Pick<RowPages<never>, 'address'>, { place }: VersionVisit): string {
  return paths.roadmapContent(place.footprint.slug, address);
}

async function sendList<Row extends ContentRow>(pages: RowPages<Row>, visit: VersionVisit): Promise<FastifyReply> {
  const { context, place } = visit;
  const rows = await listContentOf(context.database, place.version.versionId, pages.kind);
  return sendRoadmapPage(visit, {
    title: pages.words.title,
    body: <pages.List pack={context.pack} place={place} rows={rows} />,
  });
}

async function sendForm<Row extends ContentRow>(
  pages: RowPages<Row>,
  visit: VersionVisit,
  id: string,
  sent: SentForm | null = null,
): Promise<FastifyReply> {
  const { context, place } = visit;
  if (sent === null) {
    refuseClosed(pages, visit);
  }
  const save = await findSave(context.database, place.version.versionId, pages.kind, id);
  const stored = save === null || save.content === null ? {} : pages.typedOf(save.content);
  const form = sent?.form ?? { typed: stored, revision: save?.revision ?? 0, errors: [], conflict: null };
  return sendRoadmapPage(visit, {
    title: `${save === null ? 'Add' : 'Change'} a ${pages.words.row}`,
    status: sent?.status ?? 200,
    hasErrors: sent !== null,
    crumbs: [{ href: listAddress(pages, visit), text: pages.words.crumb }],
    body: <pages.Form pack={context.pack} place={place} id={id} stamp={save} form={form} />,
  });
}

async function answerForm<Row extends ContentRow>(
  pages: RowPages<Row>,
  visit: VersionVisit,
  id: string,
): Promise<FastifyReply> {
  const { context, place, request } = visit;
  const terms = { pack: context.pack, members: place.members };
  return sendDraftAnswer(visit, {
    kind: pages.kind,
    id,
    outcome: pages.parse(postedForm(request.body), visit),
    contentOf: (fields) => pages.rowOf(id, fields),
    typedOf: pages.typedOf,
    wordingOf: (row) => pages.wordingOf(row, terms),
    sendForm: (sent) => sendForm(pages, visit, id, sent),
    whenSaved: ({ title }) => ({ location: listAddress(pages, visit), text: `“${title}” is in ${pages.words.list}` }),
  });
}

async function sendRemoval<Row extends ContentRow>(
  pages: RowPages<Row>,
  visit: VersionVisit,
  isChanged: boolean,
): Promise<FastifyReply> {
  const { context, place } = visit;
  refuseClosed(pages, visit);
  const { row, save } = await storedRow(pages, visit);
  const { list, crumb } = pages.words;
  return sendRoadmapPage(visit, {
    title: `Remove a ${pages.words.row}`,
    status: isChanged ? 409 : 200,
    hasErrors: isChanged,
    crumbs: [{ href: listAddress(pages, visit), text: crumb }],
    body: (
      <RemoveRowPage
        place={place}
        question={`Remove “${row.title}” from ${list}?`}
        back={listAddress(pages, visit)}
        wording={pages.wordingOf(row, { pack: context.pack, members: place.members })}
        stamp={save}
        isChanged={isChanged}
      />
    ),
  });
}

async function answerRemoval<Row extends ContentRow>(pages: RowPages<Row>, visit: VersionVisit): Promise<FastifyReply> {
  const { context, place, request, reply } = visit;
  const { row } = await storedRow(pages, visit);
  const form = postedForm(request.body);
  const target = {
    footprintId: place.footprint.areaId,
    versionNumber: versionNumberOf(form),
    revision: readForm(form).revision(),
  };
  const removal = { ...target, kind: pages.kind, id: row.id, content: null };
  const outcome = await saveContent(context, removal, actingAt(visit, 'roadmap.edit'));
  switch (outcome.kind) {
    case 'saved':
    case 'unchanged': {
      const text = `“${row.title}” is removed from ${pages.words.list}`;
      return redirectWithSuccess(reply, listAddress(pages, visit), text);
    }
    case 'closed':
      return sendClosedDraft(visit, outcome.reason, []);
    case 'conflict':
      return sendRemoval(pages, visit, true);
  }
}

function refuseClosed(pages: Pick<RowPages<never>, 'address' | 'words'>, visit: VersionVisit): void {
  if (mayWrite(visit.place)) {
    return;
  }
  const { list } = pages.words;
  throw new ConflictError(
    `${list.charAt(0).toUpperCase()}${list.slice(1)} can be changed only while the version is a draft.`,
    { href: listAddress(pages, visit), text: `Go to ${list}` },
  );
}

/** The id in the address. */
function idOf({ words }: Pick<RowPages<never>, 'words'>, { request }: VersionVisit): string {
  const parsed = parameters.safeParse(request.params);
  if (!parsed.success) {
    throw missing(words);
  }
  return parsed.data.id;
}

function missing({ row, list }: RowWords): NotFoundError {
  return new NotFoundError(`There is no such ${row} in ${list}. It may have been removed; look in the list.`);
}

/** The id that was made with the form, so that sending it twice adds one row. */
function newIdOf({ request, context }: VersionVisit): string {
  const parsed = parameters.safeParse(postedForm(request.body));
  return parsed.success ? parsed.data.id : context.newId();
}

/** The row of the address as it is stored, with its latest save. */
async function storedRow<Row extends ContentRow>(
  pages: RowPages<Row>,
  visit: VersionVisit,
): Promise<{ row: Row; save: SaveStamp }> {
  const { context, place } = visit;
  const save = await findSave(context.database, place.version.versionId, pages.kind, idOf(pages, visit));
  if (save === null || save.content === null) {
    throw missing(pages.words);
  }
  return { row: save.content, save };
}
