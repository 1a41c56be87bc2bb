import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { currentEndorsements } from '../../agreement/index.ts';
import type { RoadmapDocument } from '../documents/frozen-document.ts';
import type { VersionEndorsement } from '../endorsement/endorsement.ts';
import { listEndorsements } from '../endorsement/endorsement-repository.ts';
import { type RoadmapExchange, requireRoadmap } from '../require-roadmap.ts';
import type { RoadmapMember } from '../roadmap.ts';
import type { Signature } from '../views/document/signatures-table.tsx';
import { documentOfVersion, versionInAddress } from './read-version.ts';
import type { RoadmapVersionRow } from './version-repository.ts';

/** A whole version before the eyes of somebody who may read what the members write. */
export interface VersionRead {
  readonly exchange: RoadmapExchange;
  readonly version: RoadmapVersionRow;
  /** Every version of the footprint, this one included. */
  readonly versions: readonly RoadmapVersionRow[];
  /** As it was frozen, or as a draft would be frozen now; with all that is withheld from the public. */
  readonly document: RoadmapDocument;
  /** Decisions on exactly this document; null of a draft. */
  readonly signatures: readonly Signature[] | null;
}

/** The version with the number in the address, for members, reviewers and the national team. */
export async function requireVersionRead(
  context: AppContext,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<VersionRead> {
  const exchange = await requireRoadmap(context, request, reply);
  const { version, versions } = await versionInAddress(exchange);
  const document = await documentOfVersion(exchange, version);
  return { exchange, version, versions, document, signatures: await signaturesOn(exchange, version) };
}

async function signaturesOn(
  { context: { database }, place }: RoadmapExchange,
  { versionId, digest }: RoadmapVersionRow,
): Promise<Signature[] | null> {
  if (digest === null) {
    return null;
  }
  const endorsements = currentEndorsements(await listEndorsements(database, versionId), digest);
  return endorsements.map((endorsement) => signatureOf(endorsement, place.members));
}

/** An endorsement as it is shown beneath a document, which knows organisations by code. */
function signatureOf(
  endorsement: VersionEndorsement,
  members: readonly Pick<RoadmapMember, 'organisationId' | 'code'>[],
): Signature {
  const { organisationId, person, decision, conditions, at } = endorsement;
  const member = members.find((candidate) => candidate.organisationId === organisationId);
  return { organisationCode: member?.code ?? organisationId, person, decision, conditions, at };
}
