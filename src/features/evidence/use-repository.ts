import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { EvidenceKey, EvidenceUse } from './evidence.ts';

/** An assessment of an organisation. */
export interface AnsweredKey {
  readonly organisationId: string;
  readonly assessmentId: string;
}

const useColumns = sql`use.evidence_id as "evidenceId", use.assessment_id as "assessmentId",
  use.question_id as "questionId", use.page_reference as "pageReference"`;

/** What rests on the evidence of an organisation now, in all of its assessments; what was put there first comes first. */
export async function listUses(connection: Connection, organisationId: string): Promise<EvidenceUse[]> {
  const { rows } = await sql<EvidenceUse>`
    select ${useColumns} from evidence_use as use
    where use.organisation_id = ${organisationId} and use.is_used
    order by use.used_at, use.question_id, use.evidence_id`.execute(connection);
  return rows;
}

/** What decides whether an answer is evidenced: everything that one rests on, with its days. */
export interface UseFacts extends Pick<EvidenceUse, 'assessmentId' | 'questionId' | 'evidenceId' | 'pageReference'> {
  readonly version: number;
  readonly effectiveOn: string | null;
  readonly expiresOn: string | null;
  readonly isRemoved: boolean;
}

/** What the answers of some assessments rest on now. */
export async function listUseFacts(connection: Connection, keys: readonly AnsweredKey[]): Promise<UseFacts[]> {
  if (keys.length === 0) {
    return [];
  }
  const { rows } = await sql<UseFacts>`
    select ${useColumns}, version.version, version.effective_on as "effectiveOn", version.expires_on as "expiresOn",
           removal.removed_at is not null as "isRemoved"
    from evidence_use as use
    join lateral (select * from evidence_version where evidence_version.organisation_id = use.organisation_id
        and evidence_version.evidence_id = use.evidence_id order by evidence_version.version desc limit 1)
      as version on true
    left join evidence_removal as removal on removal.organisation_id = use.organisation_id
      and removal.evidence_id = use.evidence_id
    where (use.organisation_id, use.assessment_id) in (
        select * from unnest(${keys.map(({ organisationId }) => organisationId)}::text[],
                             ${keys.map(({ assessmentId }) => assessmentId)}::uuid[]))
      and use.is_used`.execute(connection);
  return rows;
}

export interface NewUse extends AnsweredKey {
  readonly questionId: string;
  readonly evidenceId: string;
  readonly pageReference: string;
  readonly isUsed: boolean;
}

/** Says anew what an answer rests on, in the history too; false where that stood there already. */
export async function insertUse(
  transaction: Connection,
  { organisationId, assessmentId, questionId, evidenceId, pageReference, isUsed }: NewUse,
  by: { readonly personId: string | null; readonly at: Date },
): Promise<boolean> {
  return writeUses(
    transaction,
    sql`
      values (${organisationId}, ${assessmentId}::uuid, ${questionId}, ${evidenceId}::uuid, ${pageReference}, ${isUsed},
              1, ${by.personId}, ${by.at}::timestamptz)`,
  );
}

/**
 * Lets the answers to some questions rest on what those of another assessment of the organisation do, and on nothing else; each in the
 * history too. Where the other is of another organisation, or there is none, they rest on what they did.
 */
export async function insertUseCopies(
  transaction: Connection,
  {
    from,
    to,
    questionIds,
  }: { readonly from: AnsweredKey | null; readonly to: AnsweredKey; readonly questionIds: readonly string[] },
  by: { readonly personId: string | null; readonly at: Date },
): Promise<void> {
  if (from?.organisationId !== to.organisationId) {
    return;
  }
  const isWanted = (assessmentId: string) => sql`source.organisation_id = ${to.organisationId}
        and source.assessment_id = ${assessmentId}::uuid and source.question_id = any(${questionIds}::text[])`;
  await writeUses(
    transaction,
    sql`
      select source.organisation_id, ${to.assessmentId}::uuid, source.question_id, source.evidence_id, source.page_reference,
             source.is_used, 1, source.used_by, source.used_at
      from evidence_use as source
      where ${isWanted(from.assessmentId)}
      union all
      select source.organisation_id, source.assessment_id, source.question_id, source.evidence_id, source.page_reference,
             false, 1, ${by.personId}, ${by.at}::timestamptz
      from evidence_use as source
      where ${isWanted(to.assessmentId)} and not exists (
        select from evidence_use as other
        where other.organisation_id = source.organisation_id and other.assessment_id = ${from.assessmentId}::uuid
          and other.question_id = source.question_id and other.evidence_id = source.evidence_id)`,
  );
}

/** Lets the answers of an assessment rest again on what they did when it was signed, and on nothing else; each in the history too. */
export async function insertUsesSigned(
  transaction: Connection,
  { organisationId, assessmentId }: AnsweredKey,
  by: { readonly personId: string | null; readonly at: Date },
): Promise<void> {
  await writeUses(
    transaction,
    sql`
      select own.organisation_id, own.assessment_id, own.question_id, own.evidence_id,
             coalesce(signed.page_reference, own.page_reference), signed.evidence_id is not null, 1, ${by.personId},
             ${by.at}::timestamptz
      from evidence_use as own
      join assessment on assessment.organisation_id = own.organisation_id and assessment.assessment_id = own.assessment_id
      left join signed_evidence as signed on ${isOfStandingSignature}
        and signed.question_id = own.question_id and signed.evidence_id = own.evidence_id
      where own.organisation_id = ${organisationId} and own.assessment_id = ${assessmentId}::uuid`,
  );
}

/** Writes the rows of a query, each in place of what stood there, and in the history; one statement. False where all of it stood so already. */
async function writeUses(transaction: Connection, rows: RawBuilder<unknown>): Promise<boolean> {
  const result = await sql<{ revision: number }>`
    with saved as (
      insert into evidence_use as use (organisation_id, assessment_id, question_id, evidence_id, page_reference, is_used,
                                       revision, used_by, used_at)
      ${rows}
      on conflict (organisation_id, assessment_id, question_id, evidence_id) do update set
        page_reference = excluded.page_reference, is_used = excluded.is_used, revision = use.revision + 1,
        used_by = excluded.used_by, used_at = excluded.used_at
      where (use.page_reference, use.is_used) is distinct from (excluded.page_reference, excluded.is_used)
      returning use.*
    )
    insert into evidence_use_history (organisation_id, assessment_id, question_id, evidence_id, page_reference, is_used,
                                      revision, used_by, used_at)
    select saved.organisation_id, saved.assessment_id, saved.question_id, saved.evidence_id, saved.page_reference,
           saved.is_used, saved.revision, saved.used_by, saved.used_at
    from saved
    returning evidence_use_history.revision`.execute(transaction);
  return result.rows.length > 0;
}

/** What an answer rested on when it was signed. */
export interface SignedUse extends AnsweredKey {
  readonly questionId: string;
  readonly evidenceId: string;
  readonly version: number;
  readonly pageReference: string;
  /** Whether it counted on that day. */
  readonly isLive: boolean;
}

export async function insertSigned(
  transaction: Connection,
  { organisationId, assessmentId }: AnsweredKey,
  uses: readonly Omit<SignedUse, keyof AnsweredKey>[],
  at: Date,
): Promise<void> {
  await sql`
    insert into signed_evidence (organisation_id, assessment_id, signed_at, question_id, evidence_id, version,
                                 page_reference, is_live)
    select ${organisationId}, ${assessmentId}::uuid, ${at}, signed.*
    from unnest(${uses.map(({ questionId }) => questionId)}::text[], ${uses.map(({ evidenceId }) => evidenceId)}::uuid[],
                ${uses.map(({ version }) => version)}::integer[],
                ${uses.map(({ pageReference }) => pageReference)}::text[],
                ${uses.map((use) => use.isLive)}::boolean[]) as signed`.execute(transaction);
}

/**
 * Whether what was signed was so by the signature that stands. Both were written with one moment; an assessment that was opened again has
 * none, and a signature on nothing leaves no row to be told by.
 */
const isOfStandingSignature = sql<boolean>`assessment.organisation_id = signed.organisation_id
      and assessment.assessment_id = signed.assessment_id and assessment.submitted_at = signed.signed_at`;

/** What the answers of some assessments rested on when they were signed, where that stands. */
export async function listSigned(connection: Connection, keys: readonly AnsweredKey[]): Promise<SignedUse[]> {
  if (keys.length === 0) {
    return [];
  }
  const { rows } = await sql<SignedUse>`
    select signed.organisation_id as "organisationId", signed.assessment_id as "assessmentId",
           signed.question_id as "questionId", signed.evidence_id as "evidenceId", signed.version,
           signed.page_reference as "pageReference", signed.is_live as "isLive"
    from unnest(${keys.map(({ organisationId }) => organisationId)}::text[],
                ${keys.map(({ assessmentId }) => assessmentId)}::uuid[]) as wanted (organisation_id, assessment_id)
    join signed_evidence as signed on signed.organisation_id = wanted.organisation_id
      and signed.assessment_id = wanted.assessment_id
    join assessment on ${isOfStandingSignature}
    order by signed.assessment_id, signed.question_id, signed.evidence_id`.execute(connection);
  return rows;
}

/**
 * Answers that were called evidenced by their note when they were signed, before evidence could be kept. Of an assessment that was opened
 * again none is: that signature stands no more, and for a later one a note was not enough.
 */
export async function listNoted(
  connection: Connection,
  keys: readonly AnsweredKey[],
): Promise<{ readonly assessmentId: string; readonly questionId: string }[]> {
  if (keys.length === 0) {
    return [];
  }
  const { rows } = await sql<{ assessmentId: string; questionId: string }>`
    select noted.assessment_id as "assessmentId", noted.question_id as "questionId" from noted_answer as noted
    where (noted.organisation_id, noted.assessment_id) in (
      select * from unnest(${keys.map(({ organisationId }) => organisationId)}::text[],
                           ${keys.map(({ assessmentId }) => assessmentId)}::uuid[]))
      and not exists (select from assessment_reopening as reopening
        where reopening.organisation_id = noted.organisation_id and reopening.assessment_id = noted.assessment_id)`.execute(
    connection,
  );
  return rows;
}

/** In which assessments, and under which answers, something stands by a signature that does. */
export async function listSignedWith(
  connection: Connection,
  { organisationId, evidenceId }: EvidenceKey,
): Promise<{ readonly assessmentId: string; readonly questionId: string }[]> {
  const { rows } = await sql<{ assessmentId: string; questionId: string }>`
    select signed.assessment_id as "assessmentId", signed.question_id as "questionId"
    from signed_evidence as signed
    join assessment on ${isOfStandingSignature}
    where signed.organisation_id = ${organisationId} and signed.evidence_id = ${evidenceId}::uuid
    order by signed.assessment_id, signed.question_id`.execute(connection);
  return rows;
}
