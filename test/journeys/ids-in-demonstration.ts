import { paths } from '../../src/paths.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { round } from './steps.ts';

/** Of evidence in the demonstration that is a file. */
export async function evidenceFileIn(database: Database): Promise<string> {
  const item = await database
    .selectFrom('evidence_version')
    .select('evidence_id')
    .where('digest', 'is not', null)
    .executeTakeFirstOrThrow();
  return item.evidence_id;
}

/** The digest of what an organisation was asked to sign. */
async function waitingDocumentOf(database: Database, organisationId: string): Promise<string> {
  const frozen = await database
    .selectFrom('assessment_document')
    .innerJoin('assessment', 'assessment.assessment_id', 'assessment_document.assessment_id')
    .select('digest')
    .where('assessment.organisation_id', '=', organisationId)
    .where('round_id', '=', round)
    .executeTakeFirstOrThrow();
  return frozen.digest;
}

/** Of the demonstration, with who reads it: a document that waits to be signed, each poll, and the invitation that a peer has not answered. */
export async function pagesOfOneThing(database: Database): Promise<readonly (readonly [string, string])[]> {
  const polls = await database.selectFrom('poll').select('poll_id').where('organisation_id', '=', 'RYA').execute();
  const peer = 'persona-peer-invited';
  const invitation = await database
    .selectFrom('peer_invitation')
    .select('invitation_id')
    .where('person_id', '=', peer)
    .executeTakeFirstOrThrow();
  return [
    [
      'persona-executive-gloucestershire',
      paths.assessmentDocument('RTQ', round, await waitingDocumentOf(database, 'RTQ')),
    ],
    ...polls.map(({ poll_id }) => ['persona-coordinator-under-way', paths.poll('RYA', round, poll_id)] as const),
    [peer, paths.peer('RY8', round, invitation.invitation_id)],
  ];
}
