import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { today } from '../../../platform/days.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { isId } from '../../../platform/ids.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { can } from '../../identity/index.ts';
import { roundsHeldBack } from '../../programme/index.ts';
import {
  findSigned,
  listModerations,
  listPutToSign,
  moderationStateLabels,
  moderationStateOf,
  type PutToSign,
  type ReturnDownload,
  returnDownload,
} from '../../return-documents/index.ts';
import { assessmentAddresses, framing, listOf } from '../page-frame.ts';
import { requireReadable } from '../reading/require-readable.ts';
import { type AssessedOrganisation, requireSignable } from '../require-assessed-organisation.ts';
import { DocumentPage, type ModerationNote } from '../views/documents/document-page.tsx';
import { documentView } from '../views/documents/document-view.ts';
import { DocumentsPage } from '../views/documents/documents-page.tsx';

/** What was put to be signed, for its organisation; and the document of a signed assessment for everybody. */
export function documentRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, pack, clock } = context;

  for (const assessment of assessmentAddresses) {
    app.get(`${assessment}/documents`, async (request, reply) => {
      const assessed = await requireSignable(request, context, 'assessment.read');
      requireReadable(assessed);
      const { addressKey, round, setting, assessment: opened } = assessed;
      const documents = opened === null ? [] : await listPutToSign(database, opened);
      return sendPage(request, reply, {
        ...framing(assessed, 'What was put to be signed'),
        body: (
          <DocumentsPage
            organisation={assessed.heading}
            documents={documents}
            isWaiting={assessed.state === 'awaiting-authorisation'}
            isSubmitted={assessed.state === 'submitted'}
            href={(digest) => paths.assessmentDocument(addressKey, round.id, digest, setting)}
            list={listOf(assessed)}
          />
        ),
      });
    });

    app.get(`${assessment}/documents/:digest`, async (request, reply) => {
      const { assessed, found, isWaiting } = await requireDocument(request, context);
      const { addressKey, round, setting } = assessed;
      return sendPage(request, reply, {
        ...framing(assessed, 'As it was put to be signed'),
        body: (
          <DocumentPage
            view={documentView(context.pack, assessed, found, isWaiting)}
            file={paths.returnFile(addressKey, round.id, found.digest, setting)}
            history={paths.assessmentDocuments(addressKey, round.id, setting)}
            moderation={await moderationOf(context, assessed, found)}
          />
        ),
      });
    });

    app.get(`${assessment}/documents/:digest/file`, async (request, reply) => {
      const { found } = await requireDocument(request, context);
      return sendFile(reply, found.digest, returnDownload(found.document, found.signature, 'organisation'));
    });
  }

  app.get('/data/assessments/:assessment', forEverybody(), async (request, reply) => {
    const { assessment } = request.params as { readonly assessment: string };
    const signed = isId(assessment) ? await findSigned(database, assessment) : null;
    if (signed === null || roundsHeldBack(pack, today(clock)).includes(signed.document.round.id)) {
      throw new NotFoundError('No document of a signed assessment is public at this address.', {
        href: paths.organisations(),
        text: 'Go to the organisations',
      });
    }
    return sendFile(reply, assessment, returnDownload(signed.document, signed.signature, 'public'));
  });
}

/** How far the moderation of a signed document has come, for whoever reads that; null for others, and where nothing is signed. */
async function moderationOf(
  { database }: AppContext,
  { actor, subject, addressKey, round, setting, assessment }: AssessedOrganisation,
  { digest, signature }: PutToSign,
): Promise<ModerationNote | null> {
  if (assessment === null || signature === null || !can(actor, 'assessment.read-provisional', subject)) {
    return null;
  }
  const found = (await listModerations(database, [assessment.assessmentId])).get(digest);
  return {
    state: moderationStateLabels[found === undefined ? 'unchecked' : moderationStateOf(found)],
    href: `${paths.moderation(addressKey, round.id, setting)}?document=${digest}`,
  };
}

interface AskedDocument {
  readonly assessed: AssessedOrganisation;
  readonly found: PutToSign;
  /** Whether it waits to be signed now. */
  readonly isWaiting: boolean;
}

/** The document of an address, for those who may read what the organisation answered. */
async function requireDocument(request: FastifyRequest, context: AppContext): Promise<AskedDocument> {
  const assessed = await requireSignable(request, context, 'assessment.read');
  requireReadable(assessed);
  const { digest } = request.params as { readonly digest: string };
  const documents = assessed.assessment === null ? [] : await listPutToSign(context.database, assessed.assessment);
  const found = documents.find((each) => each.digest === digest);
  if (found === undefined) {
    const { addressKey, round, setting } = assessed;
    throw new NotFoundError('No such document was put to be signed.', {
      href: paths.assessmentDocuments(addressKey, round.id, setting),
      text: 'See what was',
    });
  }
  return { assessed, found, isWaiting: assessed.state === 'awaiting-authorisation' && found === documents[0] };
}

function sendFile(reply: FastifyReply, name: string, download: ReturnDownload): FastifyReply {
  if (download.illustrative) {
    reply.header('x-robots-tag', 'noindex');
  }
  return reply
    .header('content-disposition', `attachment; filename="assessment-${name}.json"`)
    .type('application/json; charset=utf-8')
    .send(`${JSON.stringify(download, null, 2)}\n`);
}
