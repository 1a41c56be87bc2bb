import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../../views/page/success.ts';
import { onBehalfOf } from '../../identity/index.ts';
import { parseWithdrawalForm } from './parse-release-form.ts';
import type { ReleaseOnRecord } from './releases-repository.ts';
import { mayBringIn, type ReleaseAddress, releaseCrumbs, requireShownRelease } from './require-release.ts';
import { WithdrawReleasePage } from './views/withdraw-release-page.tsx';
import { withdrawRelease } from './withdraw-release.ts';

const withdrawal = '/workspace/programme/official-results/:series/:version/withdraw';

/** To note that a publisher has taken a release back. */
export function withdrawalRoutes(app: FastifyInstance, context: AppContext): void {
  const { database } = context;

  const sendWithdraw = (
    request: FastifyRequest,
    reply: FastifyReply,
    release: ReleaseOnRecord,
    { typed, errors }: { readonly typed: TypedForm; readonly errors: readonly FieldError[] },
  ) =>
    sendPage(request, reply, {
      title: 'Withdraw official results',
      section: 'workspace',
      breadcrumbs: releaseCrumbs,
      ...(errors.length === 0 ? {} : { status: 422, hasErrors: true }),
      body: <WithdrawReleasePage release={release} typed={typed} errors={errors} />,
    });

  app.get<ReleaseAddress>(withdrawal, async (request, reply) => {
    mayBringIn(request);
    return sendWithdraw(request, reply, await requireShownRelease(context, request.params), { typed: {}, errors: [] });
  });

  app.post<ReleaseAddress>(withdrawal, async (request, reply) => {
    const actor = mayBringIn(request);
    const release = await requireShownRelease(context, request.params);
    const form = parseWithdrawalForm(postedForm(request.body), release, today(context.clock));
    if (form.kind === 'errors') {
      return sendWithdraw(request, reply, release, form);
    }
    const { series, version, title } = release;
    const outcome = await withdrawRelease(database, {
      series,
      version,
      ...form.value,
      personId: actor.personId,
      onBehalfOf: onBehalfOf(actor, 'directory.import'),
      at: context.clock(),
    });
    return outcome.kind === 'withdrawn'
      ? redirectWithSuccess(reply, paths.officialReleases(), `${title}, version ${version}, is withdrawn.`)
      : redirectWithNotice(
          reply,
          paths.officialReleases(),
          'Nothing was changed: somebody withdrew or replaced it before you.',
        );
  });
}
