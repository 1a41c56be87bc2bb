import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { postedForm } from '../../../platform/forms/posted-form.ts';
import type { Unsent } from '../../../platform/forms/unsent.ts';
import { ConflictError, NotFoundError } from '../../../platform/http/problem.ts';
import { scanFile } from '../../../platform/uploads/scan-file.ts';
import { formatDate } from '../../../views/format.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../../views/page/success.ts';
import {
  changeEvidence,
  type EvidenceChange,
  listVersions,
  megabytesInWords,
  piecesOf,
  recordScan,
  sendEvidenceFile,
} from '../../evidence/index.ts';
import { framing } from '../page-frame.ts';
import { actingOn } from '../require-assessed-organisation.ts';
import { ItemPage } from '../views/evidence/item-page.tsx';
import { itemView, typedFrom } from '../views/evidence/item-view.ts';
import { attachEvidenceFiles } from './attach-evidence-files.ts';
import { readWhetherHeld } from './read-whether-held.ts';
import { receiveContent } from './receive-content.ts';
import { removalRoutes } from './removal-routes.tsx';
import { type AskedItem, requireItem } from './require-item.ts';

/** One piece of evidence: read it, save its file, give it another version, have it looked at again, remove it. */
export function itemRoutes(app: FastifyInstance, context: AppContext, address: string): void {
  app.get(address, async (request, reply) =>
    sendItem(request, reply, context, await requireItem(request, context, 'evidence.read')),
  );
  app.register((scope, _options, done) => {
    attachEvidenceFiles(scope, context);
    scope.post(address, (request, reply) => change(request, reply, context));
    done();
  });
  app.post(`${address}/scan`, (request, reply) => scanAgain(request, reply, context));
  app.get(`${address}/versions/:version/file`, (request, reply) => sendFile(request, reply, context));
  removalRoutes(app, context, `${address}/remove`);
}

async function sendItem(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { assessed, here, item }: AskedItem,
  { typed, errors, status }: Unsent = { typed: typedFrom(item), errors: [], status: 200 },
): Promise<FastifyReply> {
  const { database, pack, config } = context;
  const key = { organisationId: assessed.organisation.organisationId, evidenceId: item.evidenceId };
  const versions = await listVersions(database, key);
  const view = itemView(assessed, here, item, { versions, pack, limits: config.evidence });
  return sendPage(request, reply, {
    ...framing(assessed, item.title, errors, status),
    illustrative: item.illustrative,
    body: <ItemPage view={view} typed={typed} errors={errors} />,
  });
}

function addressOf({ assessed, item }: AskedItem): string {
  return paths.evidenceItem(assessed.addressKey, assessed.round.id, item.evidenceId, assessed.setting);
}

async function change(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireItem(request, context, 'evidence.add');
  const { assessed, item } = asked;
  const received = await receiveContent(request, context, false);
  if (received.kind === 'errors') {
    return sendItem(request, reply, context, asked, { ...received, status: 422 });
  }
  const { form, content, typed } = received;
  const details = { ...form.details, title: form.details.title === '' ? item.title : form.details.title };
  const key = { organisationId: assessed.organisation.organisationId, evidenceId: item.evidenceId };
  const outcome = await changeEvidence(
    context.database,
    {
      ...key,
      isHeld: (transaction) => readWhetherHeld(transaction, key),
      roundId: assessed.round.id,
      roundBytes: context.config.evidence.roundBytes,
      details,
      content: content ?? null,
      version: readForm(postedForm(request.body)).revision('version'),
    },
    actingOn(assessed, 'evidence.add', context.clock()),
  );
  switch (outcome.kind) {
    case 'changed':
      return redirectWithSuccess(reply, addressOf(asked), `Version ${outcome.version} is saved`);
    case 'unchanged':
      return redirectWithNotice(reply, addressOf(asked), 'Nothing was changed');
    default: {
      const errors = [{ field: 'title', message: whyNotChanged(outcome, context) }];
      const stands = await requireItem(request, context, 'evidence.add');
      return sendItem(request, reply, context, stands, { typed, errors, status: 409 });
    }
  }
}

function whyNotChanged(
  outcome: Exclude<EvidenceChange, { kind: 'changed' | 'unchanged' }>,
  { config }: AppContext,
): string {
  switch (outcome.kind) {
    case 'conflict': {
      const { version, title, madeBy, madeAt } = outcome.stands;
      return `${madeBy ?? 'Somebody else'} has saved version ${version}, “${title}”, on ${formatDate(madeAt)}, since you opened this page. What you typed is below; save again to put it after that one`;
    }
    case 'held':
      return 'It stands in a return that waits for a signature, so it cannot change until that is signed or given back. Nothing was changed';
    case 'known':
      return `Your organisation has this already, as “${outcome.evidence.title}”. Use that one instead. Nothing was changed`;
    case 'no-room':
      return `Your organisation has added ${megabytesInWords(outcome.usedBytes)} of the ${megabytesInWords(config.evidence.roundBytes)} that there is room for in this round. Give a link instead, or remove what is not needed. Nothing was changed`;
    case 'removed':
      return 'Somebody has removed it meanwhile. Nothing was changed';
  }
}

async function scanAgain(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireItem(request, context, 'evidence.add');
  const { assessed, item } = asked;
  const { content, evidenceId } = item;
  const { organisationId } = assessed.organisation;
  if (content.kind === 'link' || item.removal !== null) {
    throw new ConflictError('There is no file to scan.', { href: addressOf(asked), text: 'Go back' });
  }
  const key = { organisationId, evidenceId, digest: content.digest };
  const scanned = await scanFile(context.config.evidence.scanner, {
    pieces: () => piecesOf(context.database, key),
  });
  await recordScan(context.database, key, scanned, actingOn(assessed, 'evidence.add', context.clock()));
  const isClean = scanned.outcome === 'clean';
  const words = {
    clean: 'It was scanned, and nothing was found',
    infected: `The scanner found something in it (${scanned.detail}). Open it no more, and have it removed`,
    'not-scanned': `It was not scanned: ${scanned.detail}`,
  };
  const redirect = isClean ? redirectWithSuccess : redirectWithNotice;
  return redirect(reply, addressOf(asked), words[scanned.outcome]);
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireItem(request, context, 'evidence.read');
  const { assessed, item } = asked;
  const { organisationId } = assessed.organisation;
  const { version: wanted } = request.params as { readonly version: string };
  const versions = await listVersions(context.database, { organisationId, evidenceId: item.evidenceId });
  const version = versions.find((each) => String(each.version) === wanted);
  const back = { href: addressOf(asked), text: `Go to “${item.title}”` };
  if (version?.content.kind !== 'file') {
    throw new NotFoundError('There is no such file.', back);
  }
  if (item.scanned?.outcome === 'infected') {
    throw new ConflictError('The virus scanner found something in this file, so it is not given out any more.', back);
  }
  const sent = await sendEvidenceFile(reply, context.database, organisationId, version.content);
  if (sent === null) {
    throw new NotFoundError('The file was removed. Its page says by whom and why.', back);
  }
  return sent;
}
