import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { Connection } from '../../platform/database/database.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { findFootprintAtWork } from '../directory/index.ts';
import { type Acting, type Action, acting, can, requireCan, type Subject } from '../identity/index.ts';
import { packOfRound } from '../programme/index.ts';
import { listCitingFootprintIds } from './content/parts/citation-repository.ts';
import { listNamedMembers } from './documents/named-member-repository.ts';
import { membersSince } from './endorsement/read-members-since.ts';
import { type RoadmapPlace, subjectAt, type VersionPlace } from './roadmap-place.ts';
import { listVersionRecords, type VersionRecord } from './versions/version-record-repository.ts';
import { findCurrentVersion, type RoadmapVersionRow } from './versions/version-repository.ts';

/** A request for a page of a roadmap and the reply to it, with what the page is about. */
export interface RoadmapExchange<Place extends RoadmapPlace = RoadmapPlace> {
  readonly context: AppContext;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly place: Place;
}

export type VersionExchange = RoadmapExchange<VersionPlace>;

const parameters = z.object({ slug: z.string().regex(/^[a-z0-9-]+$/) });

/** Finds the footprint of the address and lets in whoever may do this to its roadmap. */
export async function requireRoadmap(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  action: Action = 'roadmap.read',
): Promise<RoadmapExchange> {
  const place = await requireFootprint(context, request, action);
  const version = await findCurrentVersion(context.database, place.footprint.areaId);
  return { context, request, reply, place: { ...place, version } };
}

/** As `requireRoadmap`, for the page that shows the record of every version: the current one is the newest of them. */
export async function requireRoadmapWithRecords(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly exchange: RoadmapExchange; readonly versions: readonly VersionRecord[] }> {
  const place = await requireFootprint(context, request, 'roadmap.read');
  const versions = await listVersionRecords(context.database, place.footprint.areaId);
  return { exchange: { context, request, reply, place: { ...place, version: versions[0] ?? null } }, versions };
}

async function requireFootprint(
  { database, pack }: AppContext,
  request: FastifyRequest,
  action: Action,
): Promise<Omit<RoadmapPlace, 'version'>> {
  const address = parameters.safeParse(request.params);
  const slug = address.success ? address.data.slug : '';
  const found = await findFootprintAtWork(database, { slug }, pack.positionOn);
  if (found === null) {
    throw new NotFoundError('There is no footprint at this address. Look for it in the list of footprints.', {
      href: paths.footprints(),
      text: 'Go to the footprints',
    });
  }
  const { footprint, members } = found;
  const subject = subjectAt(found);
  const { actor } = request;
  const isReadFromElsewhere = action === 'roadmap.read' && actor !== null && !can(actor, action, subject);
  const wider = isReadFromElsewhere ? await withReadersBeside(database, footprint.areaId, subject) : subject;
  return { footprint, members, subject, actor: requireCan(request, action, wider) };
}

/**
 * Whoever writes a draft that cites what a footprint wrote reads all of that as those of the footprint do: the record goes with the work
 * (docs/permissions.md).
 */
async function withReadersBeside(connection: Connection, footprintId: string, subject: Subject): Promise<Subject> {
  const citing = await listCitingFootprintIds(connection, footprintId);
  return { ...subject, footprintIds: [footprintId, ...citing] };
}

/**
 * As `requireRoadmap`, for pages that make no sense before the roadmap has been begun. The programme of the exchange is as it is for the
 * round of the roadmap.
 */
export async function requireVersion(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
  action: Action = 'roadmap.read',
): Promise<VersionExchange> {
  const exchange = await requireRoadmap(context, request, reply, action);
  const { version } = exchange.place;
  if (version === null) {
    const { name, slug } = exchange.place.footprint;
    throw new NotFoundError(`The roadmap of ${name} has not been started yet.`, {
      href: paths.roadmap(slug),
      text: `Go to the roadmap of ${name}`,
    });
  }
  return {
    ...exchange,
    context: { ...context, pack: packOfRound(context.pack, version.roundId) },
    place: await withNamed(context, { ...exchange.place, version }),
  };
}

/** The place with whom the document of its version names. */
export async function withNamed(
  { database }: Pick<AppContext, 'database'>,
  place: RoadmapPlace & { readonly version: RoadmapVersionRow },
): Promise<VersionPlace> {
  const { version, members } = place;
  // A draft has no document, and names nobody.
  const named = version.digest === null ? null : await listNamedMembers(database, version.versionId);
  return { ...place, named: named ?? members, membersSince: membersSince(named, members) };
}

/** Whoever asks, as the one who takes a step now. */
export function actingAt({ place, context }: RoadmapExchange, action: Action): Acting {
  return acting(place.actor, action, place.subject, context.clock());
}
