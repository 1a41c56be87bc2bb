import { gunzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { readForm } from '../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../platform/forms/posted-form.ts';
import { takeFiles } from '../../platform/forms/take-files.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../views/page/success.ts';
import { type Actor, onBehalfOf, requireCan } from '../identity/index.ts';
import { countUndecidedContradictions } from './contradictions/contradiction-repository.ts';
import { contradictionRoutes } from './contradictions/contradiction-routes.tsx';
import { attachFetches } from './fetch/attach-fetches.ts';
import { type Begun, beginFetch } from './fetch/begin-fetch.ts';
import { readRegistryState } from './fetch/read-registry-state.ts';
import { listImports } from './take-in/import-repository.ts';
import { attachDirectoryWork, type DirectoryWork } from './uploads/attach-directory-work.ts';
import { type Decided, decideUpload, type UploadDecision, uploadDecisions } from './uploads/decide-upload.ts';
import { directoryFiles, type FileKind, kindOf } from './uploads/file-kind.ts';
import { parseUploadForm } from './uploads/parse-upload-form.ts';
import { receiveUpload } from './uploads/receive-upload.ts';
import type { Upload } from './uploads/upload.ts';
import { findDifferences, findUpload, listUploadsInHand } from './uploads/upload-repository.ts';
import { isInWork } from './uploads/upload-state.ts';
import { ImportsPage } from './views/imports-page.tsx';
import { NewImportPage } from './views/new-import-page.tsx';
import { UploadPage } from './views/upload-page.tsx';
import { titleOf } from './views/upload-words.ts';

/** The registry's largest file of practices is under 4 MB. */
const FILE_LIMIT_BYTES = 30_000_000;

const TOO_LARGE =
  'The file or the form is larger than the service takes (one file, 30 megabytes). Nothing was changed: send it in smaller pieces, or use the command line.';

/**
 * The programme manager's way to bring in a file: send it, read what it would change, confirm. Files of `kinds` take it too, from forms
 * of their own, by the work that is answered.
 */
export function importRoutes(app: FastifyInstance, context: AppContext, kinds: readonly FileKind[]): DirectoryWork {
  const work = attachDirectoryWork(app, context, kinds);
  const fetches = attachFetches(app, context, work);
  contradictionRoutes(app, context);

  app.get('/workspace/programme/imports', async (request, reply) => {
    requireCan(request, 'directory.import');
    const [uploads, imports, registry, contradictions] = await Promise.all([
      listUploadsInHand(context.database, context.clock(), 'directory'),
      listImports(context.database),
      readRegistryState(context),
      countUndecidedContradictions(context.database),
    ]);
    return sendPage(request, reply, {
      title: 'Directory files',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: <ImportsPage uploads={uploads} imports={imports} registry={registry} contradictions={contradictions} />,
    });
  });

  app.post('/workspace/programme/imports/fetch', async (request, reply) => {
    const actor = requireCan(request, 'directory.import');
    const { registry } = context.config;
    if (registry === null || fetches === null) {
      return redirectWithNotice(reply, paths.imports(), notConfigured);
    }
    const begun = await beginFetch(context, fetches, registry, actor.personId);
    const redirect = begun === 'begun' ? redirectWithSuccess : redirectWithNotice;
    return redirect(reply, paths.imports(), begunWords[begun]);
  });

  app.get('/workspace/programme/imports/new', (request, reply) => {
    requireCan(request, 'directory.import');
    return sendNew(request, reply, {}, []);
  });

  app.register((scope, _options, done) => {
    takeFiles(scope, {
      mostBytes: FILE_LIMIT_BYTES,
      tooLarge: TOO_LARGE,
      mayEnter: (request) => requireCan(request, 'directory.import'),
    });
    scope.post('/workspace/programme/imports/new', (request, reply) => takeFile(request, reply, context, work));
    done();
  });

  app.get<{ Params: { id: string } }>('/workspace/programme/imports/:id', async (request, reply) => {
    requireCan(request, 'directory.import');
    const upload = await getUpload(context, request.params.id);
    // Whoever looks has this process take part in the work, should the one that began it be gone.
    if (isInWork(upload.state)) {
      await work.started();
    }
    return sendUpload(request, reply, upload, kinds);
  });

  app.get<{ Params: { id: string } }>('/workspace/programme/imports/:id/differences.csv', async (request, reply) => {
    requireCan(request, 'directory.import');
    const { uploadId } = await getUpload(context, request.params.id);
    const file = await findDifferences(context.database, uploadId);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="differences-${uploadId}.csv"`)
      .send(file === null ? '' : gunzipSync(file));
  });

  app.post<{ Params: { id: string } }>('/workspace/programme/imports/:id/decide', async (request, reply) => {
    const actor = requireCan(request, 'directory.import');
    const upload = await getUpload(context, request.params.id);
    const decision = readForm(postedForm(request.body)).choice('decision', uploadDecisions, nothingChosen);
    const page = paths.importUpload(upload.uploadId);
    if (decision === null) {
      return redirectWithNotice(reply, page, nothingChosen);
    }
    const decided = await decide(context, work, actor, upload, decision);
    const redirect = decided.kind === 'too-late' ? redirectWithNotice : redirectWithSuccess;
    return redirect(reply, page, decidedWords(decided, decision, upload.fileName));
  });
  return work;
}

const notConfigured = 'Nothing was fetched: the service is not told where the registry answers.';

const begunWords: Readonly<Record<Begun, string>> = {
  begun:
    'The registry is asked. What it answers is checked like a file that somebody sends; load this page again to see it.',
  'under-way': 'The registry is being asked already. Load this page again in a moment.',
  undecided: 'Nothing was fetched: the file that was fetched before waits for a decision.',
};

async function takeFile(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  work: DirectoryWork,
): Promise<FastifyReply> {
  const actor = requireCan(request, 'directory.import');
  const parsed = parseUploadForm(postedForm(request.body), request.sentFile, today(context.clock));
  if (parsed.kind === 'errors') {
    return sendNew(request, reply, parsed.typed, parsed.errors);
  }
  const uploadId = context.newId();
  const upload = { ...parsed.value, details: null, uploadId, personId: actor.personId, at: context.clock() };
  const received = await receiveUpload(context.database, work, upload);
  if (received.kind === 'known') {
    const message = `This file, as of that day, was brought in on ${formatDate(received.importedAt)}. There is nothing to do`;
    return sendNew(request, reply, parsed.typed, [{ field: 'file', message }]);
  }
  return reply.redirect(paths.importUpload(received.uploadId), 303);
}

function fileCrumbs(list: { readonly href: string; readonly text: string }) {
  return [{ href: paths.workspace(), text: 'My work' }, list];
}

function sendNew(request: FastifyRequest, reply: FastifyReply, typed: TypedForm, errors: readonly FieldError[]) {
  return sendPage(request, reply, {
    title: 'Bring in a file',
    section: 'workspace',
    breadcrumbs: fileCrumbs(directoryFiles),
    ...(errors.length === 0 ? {} : { status: 422, hasErrors: true }),
    body: <NewImportPage typed={typed} errors={errors} />,
  });
}

function sendUpload(request: FastifyRequest, reply: FastifyReply, upload: Upload, kinds: readonly FileKind[]) {
  const kind = kindOf(upload, kinds);
  return sendPage(request, reply, {
    title: titleOf(upload),
    section: 'workspace',
    breadcrumbs: fileCrumbs(kind.list),
    body: <UploadPage title={titleOf(upload)} upload={upload} kind={kind} />,
  });
}

async function getUpload({ database }: AppContext, id: string): Promise<Upload> {
  const upload = await findUpload(database, id);
  if (upload === null) {
    throw new NotFoundError('There is no such file. Look for it in the list of directory files.', {
      href: paths.imports(),
      text: 'Go to the directory files',
    });
  }
  return upload;
}

const nothingChosen = 'Nothing was changed. Choose what to do with the file.';

async function decide(
  context: AppContext,
  work: DirectoryWork,
  actor: Actor,
  { uploadId }: Upload,
  decision: UploadDecision,
): Promise<Decided> {
  return decideUpload(context.database, work, {
    uploadId,
    decision,
    personId: actor.personId,
    onBehalfOf: onBehalfOf(actor, 'directory.import'),
    at: context.clock(),
  });
}

function decidedWords({ kind }: Decided, decision: UploadDecision, fileName: string): string {
  if (kind === 'too-late') {
    return `${fileName} is no longer where it was: somebody decided before you, or the work came to its end. You changed nothing.`;
  }
  switch (decision) {
    case 'confirm':
      return `You confirmed ${fileName}. It is brought in as soon as its turn comes.`;
    case 'stop':
      return `Stopped. Nothing of ${fileName} was kept.`;
    case 'withdraw':
      return `${fileName} is put aside. Nothing was changed.`;
    case 'retry':
      return `${fileName} is checked again.`;
  }
}
