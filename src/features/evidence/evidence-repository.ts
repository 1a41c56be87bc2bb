import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type {
  Evidence,
  EvidenceDetails,
  EvidenceKey,
  EvidenceVersion,
  FileContent,
  LinkContent,
  Removal,
  Scanned,
} from './evidence.ts';

interface VersionColumns {
  readonly version: number;
  readonly title: string;
  readonly effectiveOn: string | null;
  readonly expiresOn: string | null;
  readonly url: string | null;
  readonly digest: string | null;
  readonly fileName: string | null;
  readonly mediaType: string | null;
  readonly byteCount: number | null;
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

interface EvidenceColumns extends VersionColumns {
  readonly evidenceId: string;
  readonly illustrative: boolean;
  readonly outcome: Scanned['outcome'] | null;
  readonly detail: string | null;
  readonly reason: string | null;
  readonly remover: string | null;
  readonly removedAt: Date | null;
}

const versionColumns = sql`version.version, version.title, version.effective_on as "effectiveOn",
  version.expires_on as "expiresOn", version.url, version.digest, version.file_name as "fileName",
  file.media_type as "mediaType", file.byte_count as "byteCount", maker.name as "madeBy", version.made_at as "madeAt"`;

const versionTables = sql`left join evidence_file as file on file.organisation_id = version.organisation_id
    and file.digest = version.digest
  left join person as maker on maker.id = version.made_by`;

/** Holds all evidence of an organisation until the transaction ends: what is sent twice at once is kept once, and its limits hold. */
export async function lockEvidenceOf(transaction: Connection, organisationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`evidence ${organisationId}`}))`.execute(transaction);
}

/** Asked while all evidence of the organisation is held. */
export interface WaitsToBeSigned {
  /** Whether something rests on it that somebody is asked to sign as it is, so that it can neither change nor go. */
  readonly isHeld: (transaction: Connection) => Promise<boolean>;
}

/** All evidence of an organisation, what was removed too; what was changed last comes first. */
export function listEvidence(connection: Connection, organisationId: string): Promise<Evidence[]> {
  return queryEvidence(connection, organisationId, sql`true`);
}

export async function findEvidence(
  connection: Connection,
  { organisationId, evidenceId }: EvidenceKey,
): Promise<Evidence | null> {
  const found = await queryEvidence(connection, organisationId, sql`evidence.evidence_id = ${evidenceId}::uuid`);
  return found[0] ?? null;
}

/** The evidence of an organisation, not removed, that is this very file or link now; null where there is none. */
export async function findSameContent(
  connection: Connection,
  organisationId: string,
  content: LinkContent | Pick<FileContent, 'kind' | 'digest'>,
): Promise<Evidence | null> {
  const isSame = content.kind === 'link' ? sql`version.url = ${content.url}` : sql`version.digest = ${content.digest}`;
  const found = await queryEvidence(connection, organisationId, sql`removal.removed_at is null and ${isSame}`);
  return found[0] ?? null;
}

async function queryEvidence(
  connection: Connection,
  organisationId: string,
  isWanted: RawBuilder<unknown>,
): Promise<Evidence[]> {
  const { rows } = await sql<EvidenceColumns>`
    select evidence.evidence_id as "evidenceId", evidence.illustrative, ${versionColumns},
           scan.outcome, scan.detail, removal.reason, remover.name as remover, removal.removed_at as "removedAt"
    from evidence
    join lateral (select * from evidence_version where evidence_version.organisation_id = evidence.organisation_id
        and evidence_version.evidence_id = evidence.evidence_id order by evidence_version.version desc limit 1)
      as version on true
    ${versionTables}
    left join lateral (select * from evidence_scan where evidence_scan.organisation_id = version.organisation_id
        and evidence_scan.digest = version.digest order by evidence_scan.number desc limit 1) as scan on true
    left join evidence_removal as removal on removal.organisation_id = evidence.organisation_id
      and removal.evidence_id = evidence.evidence_id
    left join person as remover on remover.id = removal.removed_by
    where evidence.organisation_id = ${organisationId} and ${isWanted}
    order by version.made_at desc, evidence.evidence_id`.execute(connection);
  return rows.map((row) => ({
    evidenceId: row.evidenceId,
    illustrative: row.illustrative,
    ...versionOf(row),
    scanned: row.outcome === null ? null : { outcome: row.outcome, detail: row.detail ?? '' },
    removal: removalOf(row),
  }));
}

function removalOf({ reason, remover, removedAt }: EvidenceColumns): Removal | null {
  return reason === null || removedAt === null ? null : { reason, by: remover ?? '', at: removedAt };
}

/** Every version of one, the newest first. */
export async function listVersions(
  connection: Connection,
  { organisationId, evidenceId }: EvidenceKey,
): Promise<EvidenceVersion[]> {
  const { rows } = await sql<VersionColumns>`
    select ${versionColumns}
    from evidence_version as version ${versionTables}
    where version.organisation_id = ${organisationId} and version.evidence_id = ${evidenceId}::uuid
    order by version.version desc`.execute(connection);
  return rows.map(versionOf);
}

function versionOf(row: VersionColumns): EvidenceVersion {
  const { version, title, effectiveOn, expiresOn, madeBy, madeAt } = row;
  return { version, title, effectiveOn, expiresOn, madeBy, madeAt, content: contentOf(row) };
}

function contentOf({ url, digest, fileName, mediaType, byteCount }: VersionColumns): LinkContent | FileContent {
  return digest === null
    ? { kind: 'link', url: url ?? '' }
    : { kind: 'file', digest, fileName: fileName ?? '', mediaType: mediaType ?? '', byteCount: byteCount ?? 0 };
}

interface By {
  /** Null where it is not a person. */
  readonly personId: string | null;
  readonly at: Date;
}

export async function insertEvidence(
  transaction: Connection,
  { organisationId, evidenceId, illustrative }: EvidenceKey & { readonly illustrative: boolean },
  by: By,
): Promise<void> {
  await transaction
    .insertInto('evidence')
    .values({
      organisation_id: organisationId,
      evidence_id: evidenceId,
      illustrative,
      added_by: by.personId,
      added_at: by.at,
    })
    .execute();
}

export interface NewVersion extends EvidenceDetails {
  readonly version: number;
  readonly content: LinkContent | FileContent;
}

export async function insertVersion(
  transaction: Connection,
  { organisationId, evidenceId }: EvidenceKey,
  { version, title, effectiveOn, expiresOn, content }: NewVersion,
  by: By,
): Promise<void> {
  await transaction
    .insertInto('evidence_version')
    .values({
      organisation_id: organisationId,
      evidence_id: evidenceId,
      version,
      title,
      effective_on: effectiveOn,
      expires_on: expiresOn,
      url: content.kind === 'link' ? content.url : null,
      digest: content.kind === 'file' ? content.digest : null,
      file_name: content.kind === 'file' ? content.fileName : null,
      made_by: by.personId,
      made_at: by.at,
    })
    .execute();
}

export async function insertRemoval(
  transaction: Connection,
  { organisationId, evidenceId }: EvidenceKey,
  { reason, personId, at }: { readonly reason: string; readonly personId: string; readonly at: Date },
): Promise<void> {
  await transaction
    .insertInto('evidence_removal')
    .values({
      organisation_id: organisationId,
      evidence_id: evidenceId,
      reason,
      removed_by: personId,
      removed_at: at,
    })
    .execute();
}
