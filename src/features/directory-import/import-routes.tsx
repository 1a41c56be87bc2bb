import { gunzipSync } from 'node:zlib';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/send-page.tsx';
import { redirectWithSuccess } from '../../views/success.ts';
import { type ImportFault, listImports, organisationTypes } from '../directory/index.ts';
import { type Actor, onBehalfOf, requireCan } from '../identity/index.ts';
import { confirmUpload, type Decided, withdrawUpload } from './decide-upload.ts';
import { readParts, type SentFile } from './read-parts.ts';
import { readUploadForm, type UploadFields } from './read-upload-form.ts';
import { sendFile } from './send-file.ts';
import type { Upload } from './upload.ts';
import { findDifferences, findUpload, listUploads } from './upload-repository.ts';
import { ImportsPage } from './views/imports-page.tsx';
import { NewImportPage } from './views/new-import-page.tsx';
import { UploadPage } from './views/upload-page.tsx';

/** The registry's largest file of practices is under 4 MB. */
const FILE_LIMIT_BYTES = 30_000_000;

const limits = { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 10, fieldSize: 2000 };

/** The programme manager's way to bring in a file: send it, read what it would change, confirm. */
export function importRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/programme/imports', async (request, reply) => {
    requireCan(request, 'directory.import');
    const [uploads, imports] = await Promise.all([listUploads(context.database), listImports(context.database)]);
    return sendPage(request, reply, {
      title: 'Directory files',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: <ImportsPage waiting={uploads.filter(({ state }) => state === 'waiting')} imports={imports} />,
    });
  });

  app.get('/workspace/programme/imports/new', (request, reply) => {
    requireCan(request, 'directory.import');
    return sendNew(request, reply, { dated: '', layout: '' }, [], []);
  });

  // Only this scope takes files, and only from those who may send them: asked before a byte is read.
  app.register((scope, _options, done) => {
    scope.register(multipart, { limits });
    scope.addHook('onRequest', async (request) => void requireCan(request, 'directory.import'));
    scope.addHook('preValidation', readSentForm);
    scope.post('/workspace/programme/imports/new', (request, reply) => takeFile(request, reply, context));
    done();
  });

  app.get<{ Params: { id: string } }>('/workspace/programme/imports/:id', async (request, reply) => {
    requireCan(request, 'directory.import');
    return sendUpload(request, reply, await getUpload(context, request.params.id));
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
    const isConfirmed = textOf(postedForm(request.body), 'decision') === 'import';
    const decided = await decide(context, actor, upload, isConfirmed);
    const location = decided.kind === 'found-other' ? paths.importUpload(upload.uploadId) : paths.imports();
    return redirectWithSuccess(reply, location, decidedWords(decided, upload));
  });
}

/** Reads a form with a file, before its token is checked like that of every other form. */
async function readSentForm(request: FastifyRequest): Promise<void> {
  if (request.isMultipart()) {
    const { texts, file } = await readParts(request.parts());
    request.sentFile = file;
    request.body = texts;
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The file of a form, apart from its other fields. */
    sentFile?: SentFile | undefined;
  }
}

async function takeFile(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const actor = requireCan(request, 'directory.import');
  const posted = postedForm(request.body);
  const fields: UploadFields = {
    fileName: request.sentFile?.name ?? '',
    content: request.sentFile?.content ?? null,
    dated: textOf(posted, 'dated'),
    layout: textOf(posted, 'layout'),
  };
  const reading = readUploadForm(fields, today(context.clock));
  if (reading.kind === 'faulty') {
    return sendNew(request, reply, fields, reading.errors, []);
  }
  const sent = await sendFile(context.database, organisationTypes(context.pack.organisationTypes), {
    ...reading.form,
    uploadId: context.newId(),
    personId: actor.personId,
    onBehalfOf: onBehalfOf(actor, 'directory.import'),
    at: context.clock(),
  });
  switch (sent.kind) {
    case 'waiting':
      return reply.redirect(paths.importUpload(sent.uploadId), 303);
    case 'known': {
      const message = `This file, as of that day, was brought in on ${formatDate(sent.importedAt)}. There is nothing to do`;
      return sendNew(request, reply, fields, [{ field: 'file', message }], []);
    }
    case 'refused': {
      const message = `The file has ${sent.total === 1 ? 'a fault' : `${sent.total} faults`}, listed below. Nothing was changed`;
      return sendNew(request, reply, fields, [{ field: 'file', message }], sent.faults);
    }
  }
}

function sendNew(
  request: FastifyRequest,
  reply: FastifyReply,
  values: Pick<UploadFields, 'dated' | 'layout'>,
  errors: readonly FieldError[],
  faults: readonly ImportFault[],
) {
  return sendPage(request, reply, {
    title: 'Bring in a file',
    section: 'workspace',
    breadcrumbs: [{ href: paths.imports(), text: 'Directory files' }],
    ...(errors.length === 0 ? {} : { status: 422, hasErrors: true }),
    body: <NewImportPage values={values} errors={errors} faults={faults} />,
  });
}

function sendUpload(request: FastifyRequest, reply: FastifyReply, upload: Upload) {
  return sendPage(request, reply, {
    title: `What ${upload.fileName} would change`,
    section: 'workspace',
    breadcrumbs: [{ href: paths.imports(), text: 'Directory files' }],
    body: <UploadPage upload={upload} />,
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

function decide(context: AppContext, actor: Actor, upload: Upload, isConfirmed: boolean): Promise<Decided> {
  const deciding = { personId: actor.personId, onBehalfOf: onBehalfOf(actor, 'directory.import'), at: context.clock() };
  return isConfirmed
    ? confirmUpload(context.database, organisationTypes(context.pack.organisationTypes), upload, deciding)
    : withdrawUpload(context.database, upload.uploadId, deciding);
}

function decidedWords({ kind }: Decided, { fileName }: Upload): string {
  switch (kind) {
    case 'imported':
      return `${fileName} is in the directory.`;
    case 'withdrawn':
      return `${fileName} is put aside. Nothing was changed.`;
    case 'too-late':
      return `${fileName} was decided on a moment ago by somebody else, or is in the directory already. You changed nothing.`;
    case 'found-other':
      return `The directory has changed since ${fileName} was checked, and so has what the file would change. Nothing was brought in: read what is new, then confirm.`;
  }
}
