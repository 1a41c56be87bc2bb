import type { FastifyInstance, FastifyReply } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import type { Connection } from '../../../platform/database/database.ts';
import { today } from '../../../platform/days.ts';
import { readSigners } from '../../agreement/index.ts';
import { listOrganisationsById } from '../../directory/index.ts';
import { requireVersion, type VersionExchange } from '../require-roadmap.ts';
import { sendRoadmapPage } from '../roadmap-frame.tsx';
import { isSubmittingOpen } from '../round-of-roadmap.ts';
import { readLapsed } from '../versions/read-version-changes.ts';
import { readSubmissionCheck } from '../versions/read-version-checks.ts';
import { AgreementPage } from '../views/agreement-page.tsx';
import type { VersionEndorsement } from './endorsement.ts';
import { endorsementBoard } from './endorsement-board.ts';
import { listRoadmapEndorsements } from './endorsement-repository.ts';

/** The board of who has agreed. */
export function agreementRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/roadmaps/:slug/agreement', async (request, reply) =>
    sendAgreement(await requireVersion(context, request, reply)),
  );
}

async function sendAgreement(exchange: VersionExchange): Promise<FastifyReply> {
  const { context, place } = exchange;
  const { database, pack, clock } = context;
  const { version, named } = place;
  const endorsements = await listRoadmapEndorsements(database, version.roadmapId);
  const memberIds = named.map(({ organisationId }) => organisationId);
  const isWaiting = version.state === 'endorsement';
  return sendRoadmapPage(exchange, {
    title: 'Who has agreed',
    body: (
      <AgreementPage
        place={place}
        board={endorsementBoard(named, endorsements, version.digest, pack.submissionRule)}
        rule={pack.submissionRule}
        lapsed={await readLapsed(database, version, endorsements, memberIds)}
        signers={await readSigners(database, memberIds)}
        names={await namesOf(database, endorsements, pack.positionOn)}
        check={
          isWaiting
            ? await readSubmissionCheck(database, pack, version, isSubmittingOpen(pack, version, today(clock)))
            : null
        }
      />
    ),
  });
}

/** Of everybody who ever decided: some are members no longer. */
async function namesOf(
  connection: Connection,
  endorsements: readonly VersionEndorsement[],
  positionOn: string,
): Promise<Map<string, string>> {
  const ids = [...new Set(endorsements.map(({ organisationId }) => organisationId))];
  const found = await listOrganisationsById(connection, ids, positionOn);
  return new Map([...found].map(([id, { name }]) => [id, name]));
}

export const agreementCrumb = (slug: string) => ({ href: paths.agreement(slug), text: 'Who has agreed' });
