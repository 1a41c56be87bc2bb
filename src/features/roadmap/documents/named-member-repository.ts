import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import type { RoadmapMember } from '../roadmap.ts';

/** Keeps whom a document names, by key: in the document itself they stand by code, which another may be given later. */
export async function insertNamedMembers(
  transaction: Connection,
  { versionId, digest }: { readonly versionId: string; readonly digest: string },
  members: readonly Pick<RoadmapMember, 'organisationId' | 'code'>[],
): Promise<void> {
  const each = new Map(members.map(({ organisationId, code }) => [organisationId, code]));
  const rows = [...each].map(([organisationId, code]) => ({
    version_id: versionId,
    digest,
    organisation_id: organisationId,
    code,
  }));
  if (rows.length > 0) {
    await transaction.insertInto('document_member').values(rows).execute();
  }
}

/**
 * The members that the frozen document of a version names, as it names them, in its order; null while the version is a draft.
 * Today's directory is not asked.
 */
export async function listNamedMembers(connection: Connection, versionId: string): Promise<RoadmapMember[] | null> {
  return (await listNamedMembersOf(connection, [versionId])).get(versionId) ?? null;
}

/** The same of several versions, by version; drafts are left out. */
export async function listNamedMembersOf(
  connection: Connection,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, RoadmapMember[]>> {
  const { rows } = await sql<{ versionId: string; members: RoadmapMember[] }>`
    select version.version_id as "versionId", coalesce((
      select jsonb_agg(jsonb_build_object(
        'organisationId', coalesce(named.organisation_id, member.value ->> 'code'), 'code', member.value -> 'code',
        'name', member.value -> 'name', 'role', member.value -> 'role') order by member.ordinality)
      from jsonb_array_elements(version.document -> 'members') with ordinality as member
      left join document_member as named
        on named.version_id = version.version_id and named.digest = version.digest and named.code = member.value ->> 'code'
    ), '[]'::jsonb) as members
    from roadmap_version as version
    where version.version_id = any(${versionIds}::uuid[]) and version.document is not null`.execute(connection);
  return new Map(rows.map(({ versionId, members }) => [versionId, members]));
}
