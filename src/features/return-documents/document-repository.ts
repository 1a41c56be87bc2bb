import { type RawBuilder, sql } from 'kysely';
import type { Connection } from '../../platform/database/database.ts';
import type { AssessmentKey } from '../scoring/index.ts';
import { type ReturnDocument, returnDigest, storedReturn } from './frozen-return.ts';
import type { Reopening } from './reopening-repository.ts';
import type { ReturnSignature } from './signed-file.ts';
import {
  type WithdrawnColumns,
  type WithdrawnCorrection,
  withdrawnCorrections,
  withdrawnIn,
} from './withdrawn-correction-repository.ts';

/** A document that was put to be signed. */
export interface FrozenReturn {
  readonly digest: string;
  readonly document: ReturnDocument;
}

export interface NewReturnDocument extends AssessmentKey {
  readonly document: ReturnDocument;
  readonly frozenAt: Date;
  readonly frozenBy: string | null;
}

/** Keeps documents for good, in one statement. */
export async function insertDocuments(transaction: Connection, documents: readonly NewReturnDocument[]): Promise<void> {
  await sql`
    insert into assessment_document (organisation_id, assessment_id, digest, document, frozen_at, frozen_by)
    select row.organisation_id, row.assessment_id, row.digest, row.document::jsonb, row.frozen_at, row.frozen_by
    from unnest(${documents.map(({ organisationId }) => organisationId)}::text[],
                ${documents.map(({ assessmentId }) => assessmentId)}::uuid[],
                ${documents.map(({ document }) => returnDigest(document))}::text[],
                ${documents.map(({ document }) => storedReturn.write(document))}::text[],
                ${documents.map(({ frozenAt }) => frozenAt)}::timestamptz[],
                ${documents.map(({ frozenBy }) => frozenBy)}::text[])
      as row (organisation_id, assessment_id, digest, document, frozen_at, frozen_by)`.execute(transaction);
}

interface NewSignature extends AssessmentKey {
  readonly digest: string;
  /** Null where nobody stands behind it, as with illustrative data. */
  readonly personId: string | null;
  readonly person: { readonly name: string; readonly role: string };
  readonly declaration: string;
  readonly boardApprovedOn: string | null;
  readonly at: Date;
}

/** Keeps signatures for good, in one statement. */
export async function insertSignatures(transaction: Connection, signatures: readonly NewSignature[]): Promise<void> {
  await sql`
    insert into assessment_signature (organisation_id, assessment_id, digest, person_id, person_name, person_role,
                                      declaration, board_approved_on, signed_at)
    select row.*
    from unnest(${signatures.map(({ organisationId }) => organisationId)}::text[],
                ${signatures.map(({ assessmentId }) => assessmentId)}::uuid[],
                ${signatures.map(({ digest }) => digest)}::text[],
                ${signatures.map(({ personId }) => personId)}::text[],
                ${signatures.map(({ person }) => person.name)}::text[],
                ${signatures.map(({ person }) => person.role)}::text[],
                ${signatures.map(({ declaration }) => declaration)}::text[],
                ${signatures.map(({ boardApprovedOn }) => boardApprovedOn)}::date[],
                ${signatures.map(({ at }) => at)}::timestamptz[]) as row`.execute(transaction);
}

/** What was put to be signed last; null where that was before documents were kept. */
export async function findLastDocument(connection: Connection, key: AssessmentKey): Promise<FrozenReturn | null> {
  const row = await connection
    .selectFrom('assessment_document')
    .select(['digest', 'document'])
    .where('organisation_id', '=', key.organisationId)
    .where('assessment_id', '=', key.assessmentId)
    .orderBy('frozen_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { digest: row.digest, document: storedReturn.read(row.document) };
}

/** Of the document that is signed of an assessment; null where none is, or it was signed before documents were kept. */
export async function findSignedDigest(connection: Connection, key: AssessmentKey): Promise<string | null> {
  const row = await connection
    .selectFrom('standing_signature')
    .select('digest')
    .where('organisation_id', '=', key.organisationId)
    .where('assessment_id', '=', key.assessmentId)
    .executeTakeFirst();
  return row?.digest ?? null;
}

/** One time that an assessment was put to be signed, and what became of it. */
export interface PutToSign extends FrozenReturn {
  readonly frozenAt: Date;
  /** Name of whoever asked; null where nobody stands behind it. */
  readonly frozenBy: string | null;
  readonly signature: ReturnSignature | null;
  /** That it was opened again after it was signed, since when the signature stands no more; null where it was not. */
  readonly reopening: Reopening | null;
  /** That it was corrected after its results were public, and another signature stands in its place; null where it was not. */
  readonly correction: Correction | null;
  /** Corrections of it that were opened and taken back before anything else was signed, the last one first. */
  readonly withdrawn: readonly WithdrawnCorrection[];
  /** When the correction was taken back in which it was put to be signed; null where it was not. */
  readonly leftBehindAt: Date | null;
}

/** Why a document that was signed was corrected, and since when the corrected stands. */
export interface Correction {
  readonly reason: string;
  readonly at: Date;
}

/** Every time that an assessment was put to be signed, the last one first. */
export async function listPutToSign(connection: Connection, key: AssessmentKey): Promise<PutToSign[]> {
  return queryPutToSign(
    connection,
    sql`document.organisation_id = ${key.organisationId} and document.assessment_id = ${key.assessmentId}`,
  );
}

/** The document that is signed of an assessment; null where none is, or it was signed before documents were kept. */
export async function findSigned(connection: Connection, assessmentId: string): Promise<PutToSign | null> {
  const [signed = null] = await queryPutToSign(
    connection,
    sql`document.assessment_id = ${assessmentId}::uuid and signature.digest is not null
      and reopening.digest is null and correction.digest is null`,
    // Everybody may ask for it, and no correction that was taken back is theirs to read.
    { withdrawn: sql`'[]'::jsonb`, leftBehindAt: sql`null::timestamptz` },
  );
  return signed;
}

/** Every document of an assessment that was signed, be it that its signature stands or that it was opened again or corrected since; the last one first. */
export async function listSignedDocuments(connection: Connection, key: AssessmentKey): Promise<PutToSign[]> {
  return (await listPutToSign(connection, key)).filter(({ signature }) => signature !== null);
}

interface PutToSignRow {
  readonly digest: string;
  readonly document: unknown;
  readonly frozenAt: Date;
  readonly frozenBy: string | null;
  readonly personName: string | null;
  readonly personRole: string | null;
  readonly declaration: string | null;
  readonly boardApprovedOn: string | null;
  readonly signedAt: Date | null;
  readonly reopenedBy: string | null;
  readonly reopenedFor: string | null;
  readonly reason: string | null;
  readonly reopenedAt: Date | null;
  readonly correctedBecause: string | null;
  readonly correctedAt: Date | null;
  readonly withdrawn: WithdrawnColumns;
  readonly leftBehindAt: Date | null;
}

/** What is read of corrections that were taken back. */
const ofWithdrawals = {
  withdrawn: withdrawnCorrections,
  leftBehindAt: sql`(select min(withdrawal.withdrawn_at) from correction_withdrawal as withdrawal
            where withdrawal.organisation_id = document.organisation_id and withdrawal.assessment_id = document.assessment_id
              and document.frozen_at between withdrawal.opened_at and withdrawal.withdrawn_at)`,
};

async function queryPutToSign(
  connection: Connection,
  isAsked: RawBuilder<unknown>,
  { withdrawn, leftBehindAt }: Readonly<Record<keyof typeof ofWithdrawals, RawBuilder<unknown>>> = ofWithdrawals,
): Promise<PutToSign[]> {
  const result = await sql<PutToSignRow>`
    select document.digest, document.document, document.frozen_at as "frozenAt", person.name as "frozenBy",
           signature.person_name as "personName", signature.person_role as "personRole", signature.declaration,
           signature.board_approved_on as "boardApprovedOn", signature.signed_at as "signedAt",
           reopener.name as "reopenedBy", reopening.on_behalf_of as "reopenedFor", reopening.reason,
           reopening.reopened_at as "reopenedAt", correction.reason as "correctedBecause",
           correction.corrected_at as "correctedAt", ${withdrawn} as withdrawn, ${leftBehindAt} as "leftBehindAt"
    from assessment_document as document
    left join person on person.id = document.frozen_by
    left join assessment_signature as signature on signature.organisation_id = document.organisation_id
      and signature.assessment_id = document.assessment_id and signature.digest = document.digest
    left join assessment_reopening as reopening on reopening.organisation_id = document.organisation_id
      and reopening.assessment_id = document.assessment_id and reopening.digest = document.digest
    left join assessment_correction as correction on correction.organisation_id = document.organisation_id
      and correction.assessment_id = document.assessment_id and correction.digest = document.digest
    left join person as reopener on reopener.id = reopening.reopened_by
    where ${isAsked}
    order by document.frozen_at desc`.execute(connection);
  return result.rows.map((row) => {
    const document = storedReturn.read(row.document);
    return {
      digest: row.digest,
      document,
      frozenAt: row.frozenAt,
      frozenBy: row.frozenBy,
      signature: signatureIn(row, document),
      reopening: reopeningIn(row),
      correction: row.correctedAt === null ? null : { reason: row.correctedBecause ?? '', at: row.correctedAt },
      withdrawn: withdrawnIn(row.withdrawn),
      leftBehindAt: row.leftBehindAt,
    };
  });
}

function reopeningIn({ reopenedBy, reopenedFor, reason, reopenedAt }: PutToSignRow): Reopening | null {
  return reopenedAt === null
    ? null
    : { by: { name: reopenedBy ?? '', onBehalfOf: reopenedFor ?? '' }, reason: reason ?? '', at: reopenedAt };
}

function signatureIn(row: PutToSignRow, { organisation }: ReturnDocument): ReturnSignature | null {
  const { digest, personName, personRole, declaration, boardApprovedOn, signedAt } = row;
  return signedAt === null
    ? null
    : {
        organisation: organisation.code,
        person: { name: personName ?? '', role: personRole ?? '' },
        declaration: declaration ?? '',
        boardApprovedOn,
        at: signedAt.toISOString(),
        digest,
      };
}
