import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { decodeCursor, encodeCursor, listMark } from '../../../platform/cursor.ts';
import { type PostedForm, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { isAstray, type ListEdge, type ListWindow } from '../../../platform/page.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { pageNumber } from '../../../views/pagination/pagination.ts';
import { addressPart, listSources, readDay } from '../../directory/index.ts';
import { findAreaNear } from '../timeline/timeline-repository.ts';
import { FootprintChangesPage } from '../views/footprint-changes-page.tsx';
import { CHANGES_A_PAGE, NationChangesPage } from '../views/nation-changes-page.tsx';
import { type ChangePeriod, changePeriod } from './change-period.ts';
import { type ChangeKind, type ChangeLine, changeKey, changeKinds } from './changes.ts';
import { countChanges, listChanges } from './changes-repository.ts';
import { summariseNation, type TypeChanges } from './nation-summary.ts';
import { compareFootprint } from './read-footprint-comparison.ts';

/** What changed between two days, for the nation and for a footprint. */
export function changesRoutes(app: FastifyInstance, context: AppContext): void {
  app.get(
    '/changes',
    forEverybody('as-at', 'from', 'to', 'type', 'change', 'after', 'before', 'page'),
    (request, reply) => sendNation(request, reply, context),
  );

  app.get<{ Params: { slug: string } }>(
    '/footprints/:slug/changes',
    forEverybody('as-at', 'from', 'to'),
    (request, reply) => sendFootprint(request, reply, context, addressPart(request.params.slug)),
  );
}

function periodOf(request: FastifyRequest, context: AppContext): ChangePeriod {
  const query = postedForm(request.query);
  const typed = { from: textOf(query, 'from'), to: textOf(query, 'to') };
  return changePeriod(typed, readDay(request.query, context).asAt);
}

async function sendNation(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const { database, pack } = context;
  const period = periodOf(request, context);
  const query = postedForm(request.query);
  const filter = { type: textOf(query, 'type').slice(0, 100), change: textOf(query, 'change').slice(0, 100) };
  const start = { from: period.from, to: period.to, ...filter };
  const mark = listMark('changes', start);
  const edge = edgeOf(query, mark);
  const page = edge === null ? 1 : pageNumber(textOf(query, 'page'));
  const isFaulty = period.errors.length > 0;
  const typeOrder = [...pack.areaKinds, ...pack.organisationTypes].map(({ id }) => id);
  const counts = isFaulty ? [] : await countChanges(database, period);
  const change = changeKinds.find((kind) => kind === filter.change) ?? null;
  const listing = { ...period, subject: null, change, typeId: filter.type === '' ? null : filter.type };
  const isKnown = filter.change === '' || change !== null;
  const total = isKnown ? countListed(counts, listing) : 0;
  const list = total === 0 || edge === 'nowhere' ? nothing : await listChanges(database, listing, edge, CHANGES_A_PAGE);
  if (edge === 'nowhere' || isAstray(list, edge, CHANGES_A_PAGE)) {
    return reply.redirect(paths.changes(start), 303);
  }
  return sendPage(request, reply, {
    title: page === 1 ? 'What changed between two days' : `What changed between two days, page ${page}`,
    status: isFaulty ? 422 : 200,
    hasErrors: isFaulty,
    section: 'organisations',
    breadcrumbs: [{ href: paths.organisations(), text: 'Organisations' }],
    body: (
      <NationChangesPage
        {...{ pack, period, filter, list, total, page }}
        summary={summariseNation(counts, typeOrder).filter(hasAny)}
        keyOf={(line) => encodeCursor(mark, changeKey(line))}
        sources={
          await listSources(
            database,
            list.rows.map(({ sourceId }) => sourceId),
          )
        }
      />
    ),
  });
}

const nothing: ListWindow<ChangeLine> = { rows: [], hasEarlier: false, hasLater: false };

/** Where the page begins or ends; `nowhere` for an address that was made for another list, or by nobody. */
function edgeOf(query: PostedForm, mark: string): ListEdge | null | 'nowhere' {
  const after = textOf(query, 'after');
  const cursor = after === '' ? textOf(query, 'before') : after;
  if (cursor === '') {
    return null;
  }
  const key = decodeCursor(cursor, mark, 5);
  return key === null ? 'nowhere' : { side: after === '' ? 'before' : 'after', key };
}

function countListed(
  counts: Awaited<ReturnType<typeof countChanges>>,
  { change, typeId }: { readonly change: ChangeKind | null; readonly typeId: string | null },
): number {
  const isChange = (each: string) => changeKinds.some((kind) => kind === each);
  return counts
    .filter((each) => isChange(each.change) && (change === null || each.change === change))
    .filter((each) => typeId === null || each.typeId === typeId)
    .reduce((sum, { count }) => sum + count, 0);
}

function hasAny({ before, after }: TypeChanges): boolean {
  return before + after > 0;
}

async function sendFootprint(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  slug: string,
): Promise<FastifyReply> {
  const { database, pack } = context;
  const period = periodOf(request, context);
  const isFaulty = period.errors.length > 0;
  const day = readDay(request.query, context);
  const footprint = await findAreaNear(database, { kind: 'footprint', slug }, isFaulty ? day.asAt : period.to);
  if (footprint === null) {
    throw new NotFoundError('There is no footprint at this address. Look for it in the list of footprints.', {
      href: paths.footprints(),
      text: 'Go to the footprints',
    });
  }
  const changes = isFaulty ? null : await compareFootprint(database, footprint.areaId, period);
  const sourceIds = changes?.lines.map(({ sourceId }) => sourceId) ?? [];
  const populations = changes === null ? [] : [changes.before.population, changes.after.population];
  return sendPage(request, reply, {
    title: `What changed in ${footprint.name}`,
    status: isFaulty ? 422 : 200,
    hasErrors: isFaulty,
    section: 'footprints',
    breadcrumbs: [
      { href: day.link(paths.footprints()), text: 'Footprints' },
      { href: day.link(paths.footprint(footprint.slug)), text: footprint.name },
    ],
    body: (
      <FootprintChangesPage
        {...{ pack, footprint, period, changes }}
        sources={
          await listSources(database, [...sourceIds, ...populations.flatMap((population) => population.sourceIds)])
        }
      />
    ),
  });
}
