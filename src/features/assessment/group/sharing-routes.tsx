import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { framing } from '../page-frame.ts';
import { type AssessedOrganisation, actingOn } from '../require-assessed-organisation.ts';
import { EndSharingPage } from '../views/group/end-sharing-page.tsx';
import { endInWords } from '../views/group/sharing-words.ts';
import { agreeToSharing } from './agree-to-sharing.ts';
import { endSharing } from './end-sharing.ts';
import { parseEndForm } from './parse-sharing-form.ts';
import { readNames, requireGroup } from './require-group.ts';
import { type Sharing, stateOfSharing } from './sharing.ts';
import { findSharing } from './sharing-repository.ts';

const address = '/workspace/assessments/:code/:round/group/:sharing';
const action = 'assessment.share';

/** Agreeing to what was proposed, and ending it. */
export function sharingRoutes(app: FastifyInstance, context: AppContext): void {
  agreeRoute(app, context);
  endRoutes(app, context);
}

/** The sharing of an address, which is about the organisation of the address too. */
async function requireSharing(
  request: FastifyRequest,
  context: AppContext,
): Promise<{ readonly assessed: AssessedOrganisation; readonly sharing: Sharing; readonly page: string }> {
  const assessed = await requireGroup(request, context, action);
  const { organisation, round, addressKey } = assessed;
  const page = paths.answeringTogether(addressKey, round.id);
  const { sharing: id } = request.params as { readonly sharing: string };
  const sharing = await findSharing(context.database, id);
  const isAbout = sharing !== null && [sharing.takerId, sharing.giverId].includes(organisation.organisationId);
  if (!isAbout || sharing.roundId !== round.id) {
    throw new NotFoundError('There is no such proposal. Go back to what stands.', { href: page, text: 'Go back' });
  }
  return { assessed, sharing, page };
}

function agreeRoute(app: FastifyInstance, context: AppContext): void {
  app.post(`${address}/agree`, async (request, reply) => {
    const { assessed, sharing, page } = await requireSharing(request, context);
    const { database, pack, clock } = context;
    const { round, organisation } = assessed;
    const { sharingId } = sharing;
    const step = { pack, round, sharingId, actingFor: organisation.organisationId };
    const outcome = await agreeToSharing(database, step, actingOn(assessed, action, clock()));
    if (outcome.kind === 'refused') {
      throw new ConflictError(`${outcome.reason}.`, { href: page, text: 'Go back' });
    }
    return redirectWithSuccess(reply, page, 'It is agreed to answer together');
  });
}

function endRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, pack, config, newId, clock } = context;

  app.get(`${address}/end`, async (request, reply) => {
    const { assessed, sharing, page } = await requireSharing(request, context);
    return stateOfSharing(sharing) === 'ended' || !assessed.isRoundOpen
      ? reply.redirect(page, 303)
      : sendEnd(request, reply, context, { assessed, sharing, page, reason: '' });
  });

  app.post(`${address}/end`, async (request, reply) => {
    const { assessed, sharing, page } = await requireSharing(request, context);
    const form = parseEndForm(postedForm(request.body));
    if (form.kind === 'errors') {
      const reason = typedText(form.typed, 'reason');
      return sendEnd(request, reply, context, { assessed, sharing, page, reason }, form.errors);
    }
    const { round, organisation } = assessed;
    const { sharingId } = sharing;
    const { done } = endInWords(sharing, organisation.organisationId);
    const outcome = await endSharing(
      database,
      {
        pack,
        round,
        sharingId,
        actingFor: organisation.organisationId,
        illustrative: config.isDemonstration,
        newId,
        ...form.value,
      },
      actingOn(assessed, action, clock()),
    );
    if (outcome.kind === 'refused') {
      throw new ConflictError(`${outcome.reason}.`, { href: page, text: 'Go back' });
    }
    return redirectWithSuccess(reply, page, done);
  });
}

interface EndForm {
  readonly assessed: AssessedOrganisation;
  readonly sharing: Sharing;
  readonly page: string;
  readonly reason: string;
}

async function sendEnd(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { assessed, sharing, page, reason }: EndForm,
  errors: readonly FieldError[] = [],
): Promise<FastifyReply> {
  const { organisationId, name } = assessed.organisation;
  const words = endInWords(sharing, organisationId);
  const names = await readNames(context, [sharing]);
  const otherId = sharing.takerId === organisationId ? sharing.giverId : sharing.takerId;
  return sendPage(request, reply, {
    ...framing(assessed, words.title, errors),
    body: (
      <EndSharingPage
        organisation={name}
        other={names.get(otherId) ?? otherId}
        words={words}
        reason={reason}
        errors={errors}
        back={page}
      />
    ),
  });
}
