import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm, textOf, textsOf } from '../../../platform/forms/posted-form.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { actingOn, assessmentAddresses, framing } from '../../assessment/index.ts';
import { requireCan } from '../../identity/index.ts';
import { ofDocument } from '../../return-documents/index.ts';
import type { ModerationOutcomeOfStep } from '../hold-moderation.ts';
import { type ModeratedReturn, requireModerated } from '../require-moderated.ts';
import { crumbsTo, openedAgain, requireModerator } from '../require-moderator.ts';
import type { UnsavedFindings } from '../views/section-view.ts';
import { parseChallenge, parseDecision } from './parse-challenge-forms.ts';
import { recordChallenge } from './record-challenge.ts';
import { settleChallenge } from './settle-challenge.ts';
import { ChallengePage } from './views/challenge-page.tsx';
import { challengeView, sectionWith } from './views/challenge-view.ts';

/** What an organisation challenges of what was found of its answers, and what is answered. */
export function challengeRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/challenges/:question`;
    app.get(address, async (request, reply) => sendChallenge(request, reply, await requireModerated(request, context)));
    app.post(address, (request, reply) => challenge(request, reply, context));
    app.post(`${address}/answer`, (request, reply) => answer(request, reply, context));
  }
}

function questionOf(request: FastifyRequest): string {
  return (request.params as { readonly question: string }).question;
}

interface Sent {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly status: number;
  readonly unsaved?: UnsavedFindings;
}

function sendChallenge(
  request: FastifyRequest,
  reply: FastifyReply,
  moderated: ModeratedReturn,
  { reason, errors, status, unsaved }: Sent = { reason: '', errors: [], status: 200 },
): FastifyReply {
  const { assessed, key } = moderated;
  const { addressKey, round, setting, heading } = assessed;
  const questionId = questionOf(request);
  const view = challengeView(moderated, questionId, unsaved);
  const back = ofDocument(moderated, paths.moderation(addressKey, round.id, setting));
  if (view === null) {
    throw new NotFoundError('No finished moderation found this answer otherwise, so there is nothing to challenge.', {
      href: back,
      text: 'Go to the moderation',
    });
  }
  const title = `What was found of ${questionId}`;
  const typed = reason === '' ? (unsaved?.typed.get(questionId)?.reason ?? '') : reason;
  return sendPage(request, reply, {
    ...framing(assessed, title, errors, status),
    breadcrumbs: [...crumbsTo(moderated), { href: back, text: 'Moderation' }],
    body: (
      <ChallengePage
        organisation={heading}
        title={title}
        view={view}
        digest={key.digest}
        reason={reason}
        unsent={view.form === null ? typed : ''}
        errors={errors}
        back={back}
      />
    ),
  });
}

async function challenge(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const moderated = await requireModerated(request, context);
  const { assessed, key } = moderated;
  requireCan(request, 'assessment.challenge', assessed.subject);
  const posted = postedForm(request.body);
  const form = parseChallenge(posted);
  if (form.kind === 'errors') {
    return sendChallenge(request, reply, moderated, {
      reason: typedText(form.typed, 'reason'),
      errors: form.errors,
      status: 422,
    });
  }
  const { reason, digest } = form.value;
  const outcome = await recordChallenge(
    context.database,
    {
      key: { ...key, digest },
      roundId: assessed.round.id,
      questionId: questionOf(request),
      reason,
      pack: context.pack,
    },
    actingOn(assessed, 'assessment.challenge', context.clock()),
  );
  if (outcome.kind !== 'done') {
    const again = await requireModerated(request, context);
    const field = challengeView(again, questionOf(request))?.form === 'challenge' ? 'reason' : 'unsent';
    return sendChallenge(request, reply, again, { reason, errors: [{ field, message: whyOf(outcome) }], status: 409 });
  }
  return done(reply, moderated, 'What was found is challenged, and the region is told');
}

async function answer(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const moderated = await requireModerator(request, context, 'assessment.answer-challenge');
  const { assessed, key, signed, mayAnswer, whyNot } = moderated;
  const questionId = questionOf(request);
  const posted = postedForm(request.body);
  const { instrument, careSetting } = assessed;
  const section = sectionWith(moderated, questionId);
  if (section === null) {
    return sendChallenge(request, reply, moderated);
  }
  const own = signed.filter((each) => each.questionId === questionId);
  const form = parseDecision({ instrument, careSetting, section, signed: own }, questionId, posted);
  const typed = new Map([
    [questionId, { choices: textsOf(posted, `answer-${questionId}`), reason: textOf(posted, `comment-${questionId}`) }],
  ]);
  const again = async (errors: readonly FieldError[], status: number) =>
    sendChallenge(request, reply, await requireModerated(request, context), {
      ...{ reason: '', errors, status },
      unsaved: { typed, conflicts: [] },
    });
  if (form.kind === 'errors') {
    return again(form.errors, 422);
  }
  const outcome: ModerationOutcomeOfStep = mayAnswer
    ? await settleChallenge(
        context.database,
        {
          key: { ...key, digest: textOf(posted, 'digest') },
          questionId,
          found: form.found,
          instrument,
          careSetting,
          signed,
        },
        actingOn(assessed, 'assessment.answer-challenge', context.clock()),
      )
    : { kind: 'refused', reason: whyNot === '' ? openedAgain : whyNot.replace(/\.$/, '') };
  return outcome.kind === 'done'
    ? done(reply, moderated, 'The challenge is answered, and the organisation is told')
    : again([{ field: 'unsent', message: whyOf(outcome) }], 409);
}

function whyOf(outcome: ModerationOutcomeOfStep): string {
  return `${outcome.kind === 'refused' ? outcome.reason : openedAgain}. Nothing was saved`;
}

function done(reply: FastifyReply, { assessed }: ModeratedReturn, message: string): FastifyReply {
  const { addressKey, round, setting } = assessed;
  return redirectWithSuccess(reply, paths.moderation(addressKey, round.id, setting), message);
}
