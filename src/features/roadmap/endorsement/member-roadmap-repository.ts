import { sql } from 'kysely';
import type { Connection } from '../../../platform/database/database.ts';
import { currentEndorsements, type Decision, parseDecision } from '../../agreement/index.ts';
import { footprintsOfMembers } from '../../directory/index.ts';
import { listCurrentVersionsQuery, type VersionStateRow } from '../versions/version-repository.ts';

/** The current roadmap of a footprint, for those of its members that were asked about. */
export interface MemberRoadmapRow extends Pick<VersionStateRow, 'footprintId' | 'roundId' | 'number' | 'state'> {
  readonly slug: string;
  readonly name: string;
  readonly organisationIds: readonly string[];
  /** What those members have decided about this very text, where they have. */
  readonly decisions: readonly { readonly organisationId: string; readonly decision: Decision }[];
}

interface StoredDecision {
  readonly organisationId: string;
  readonly decision: string;
  readonly digest: string;
  readonly at: string;
}

const decisions = sql<readonly StoredDecision[]>`coalesce((
  select jsonb_agg(jsonb_build_object('organisationId', endorsement.organisation_id, 'decision', endorsement.decision,
                                      'digest', endorsement.digest, 'at', endorsement.decided_at)
                   order by endorsement.decided_at, endorsement.endorsement_id)
  from endorsement
  where endorsement.version_id = roadmap_version.version_id and endorsement.organisation_id = any(footprint."organisationIds")
), '[]'::jsonb)`.as('decisions');

/**
 * The current roadmaps of the footprints that any of these organisations (by id) is a member of on its working day. One query: everybody
 * who acts for an organisation has them in their list of work.
 */
export async function listMemberRoadmaps(
  connection: Connection,
  organisationIds: readonly string[],
  positionOn: string,
): Promise<MemberRoadmapRow[]> {
  const footprints = footprintsOfMembers(organisationIds, positionOn).$castTo<
    Pick<MemberRoadmapRow, 'slug' | 'name' | 'organisationIds'> & { readonly areaId: string }
  >();
  const rows = await listCurrentVersionsQuery(connection)
    .innerJoin(footprints.as('footprint'), 'footprint.areaId', 'roadmap.footprint_id')
    .select([
      'roadmap.footprint_id as footprintId',
      'roadmap.round_id as roundId',
      'footprint.slug',
      'footprint.name',
      'footprint.organisationIds',
      'roadmap_version.number',
      'roadmap_version.state',
      'roadmap_version.digest',
      decisions,
    ])
    .$castTo<
      Omit<MemberRoadmapRow, 'decisions'> & Pick<VersionStateRow, 'digest'> & { decisions: readonly StoredDecision[] }
    >()
    .execute();
  return rows.map(({ digest, ...row }) => ({ ...row, decisions: standing(row.decisions, digest) }));
}

function standing(stored: readonly StoredDecision[], digest: string | null): MemberRoadmapRow['decisions'] {
  const dated = stored.map(({ at, ...decision }) => ({ ...decision, at: new Date(at) }));
  return currentEndorsements(dated, digest).map(({ organisationId, decision }) => ({
    organisationId,
    decision: parseDecision(decision),
  }));
}
