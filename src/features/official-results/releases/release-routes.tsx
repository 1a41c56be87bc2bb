import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { resultsUploadBytes } from '../../../file-limits.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { type FieldError, postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { takeFiles } from '../../../platform/forms/take-files.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { type DirectoryWork, type FileKind, listUploadsInHand, receiveUpload } from '../../directory-import/index.ts';
import { formAfter, parseReleaseForm } from './parse-release-form.ts';
import { storedDetails } from './release-details.ts';
import { withStates } from './release-state.ts';
import { releaseRows } from './release-words.ts';
import { listReleasesOnRecord } from './releases-repository.ts';
import { mayBringIn, releaseCrumbs } from './require-release.ts';
import { takeInResultsFile } from './take-in-results-file.ts';
import { NewReleasePage } from './views/new-release-page.tsx';
import { ReleasesPage } from './views/releases-page.tsx';
import { withdrawalRoutes } from './withdrawal-routes.tsx';

/** Files of results take the way of those for the directory. */
export const resultsFiles: FileKind = {
  layout: 'official-results',
  label: 'Official results',
  list: releaseCrumbs[1],
  newHref: paths.newRelease(),
  describe: (details) => releaseRows(storedDetails.read(details)),
  takeIn: takeInResultsFile,
};

const TOO_LARGE =
  'The file or the form is larger than the service takes (one file, 1 megabyte). Nothing was changed: use the command line for it.';

/** The programme manager's way to bring in what others publish: say what it is, send it, read what it says, confirm. */
export function releaseRoutes(app: FastifyInstance, context: AppContext, work: DirectoryWork): void {
  const { database } = context;
  withdrawalRoutes(app, context);

  app.get('/workspace/programme/official-results', async (request, reply) => {
    mayBringIn(request);
    const [uploads, releases] = await Promise.all([
      listUploadsInHand(database, context.clock(), 'official-results'),
      listReleasesOnRecord(database),
    ]);
    return sendPage(request, reply, {
      title: 'Official results',
      section: 'workspace',
      breadcrumbs: [releaseCrumbs[0]],
      body: <ReleasesPage uploads={uploads} releases={withStates(releases)} />,
    });
  });

  const sendNew = (
    request: FastifyRequest,
    reply: FastifyReply,
    { typed, errors }: { readonly typed: TypedForm; readonly errors: readonly FieldError[] },
  ) =>
    sendPage(request, reply, {
      title: 'Bring in official results',
      section: 'workspace',
      breadcrumbs: releaseCrumbs,
      ...(errors.length === 0 ? {} : { status: 422, hasErrors: true }),
      body: <NewReleasePage typed={typed} errors={errors} />,
    });

  app.get('/workspace/programme/official-results/new', async (request, reply) => {
    mayBringIn(request);
    const series = textOf(postedForm(request.query), 'after');
    const before = series === '' ? [] : (await listReleasesOnRecord(database)).filter((each) => each.series === series);
    return sendNew(request, reply, { typed: formAfter(before[0] ?? null), errors: [] });
  });

  app.register((scope, _options, done) => {
    takeFiles(scope, { mostBytes: resultsUploadBytes, tooLarge: TOO_LARGE, mayEnter: mayBringIn });
    scope.post('/workspace/programme/official-results/new', async (request, reply) => {
      const actor = mayBringIn(request);
      const sent = { fileName: request.sentFile?.name ?? '', content: request.sentFile?.content ?? null };
      const outcome = parseReleaseForm(postedForm(request.body), sent, today(context.clock));
      if (outcome.kind === 'errors') {
        return sendNew(request, reply, outcome);
      }
      const { details, fileName, content } = outcome.value;
      const received = await receiveUpload(database, work, {
        uploadId: context.newId(),
        fileName,
        layout: 'official-results',
        datedOn: details.publishedOn,
        details,
        content,
        personId: actor.personId,
        at: context.clock(),
      });
      return reply.redirect(
        received.kind === 'received' ? paths.importUpload(received.uploadId) : paths.officialReleases(),
        303,
      );
    });
    done();
  });
}
