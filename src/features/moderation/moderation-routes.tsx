import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { readForm } from '../../platform/forms/form-reader.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { actingOn, assessmentAddresses, framing } from '../assessment/index.ts';
import type { Section } from '../programme/index.ts';
import { ofDocument } from '../return-documents/index.ts';
import { challengeRoutes } from './challenges/challenge-routes.tsx';
import { parseFindings } from './parse-findings.ts';
import { peerRoutes } from './peers/peer-routes.tsx';
import { recordFindings } from './record-findings.ts';
import { type ModeratedReturn, requireModerated, requireSection } from './require-moderated.ts';
import { crumbsTo, openedAgain, requireModerator } from './require-moderator.ts';
import { sectionsToCheck } from './sections-to-check.ts';
import { settleModeration } from './settle-moderation.ts';
import { ModerationPage } from './views/moderation-page.tsx';
import { moderationView } from './views/moderation-view.ts';
import { ModerationSectionPage } from './views/section-page.tsx';
import { checkedAnswers, type UnsavedFindings, unsentOf } from './views/section-view.ts';

/** What somebody from outside finds of the answers of a signed return. */
export function moderationRoutes(app: FastifyInstance, context: AppContext): void {
  challengeRoutes(app, context);
  peerRoutes(app, context);
  for (const assessment of assessmentAddresses) {
    app.get(`${assessment}/moderation`, async (request, reply) =>
      sendModeration(request, reply, await requireModerated(request, context)),
    );
    app.post(`${assessment}/moderation`, (request, reply) => finish(request, reply, context));
    app.get(`${assessment}/moderation/:section`, async (request, reply) => {
      const moderated = await requireModerated(request, context);
      return sendSection(request, reply, moderated, requireSection(request, moderated));
    });
    app.post(`${assessment}/moderation/:section`, (request, reply) => save(request, reply, context));
  }
}

function sendModeration(
  request: FastifyRequest,
  reply: FastifyReply,
  moderated: ModeratedReturn,
  errors: readonly FieldError[] = [],
): FastifyReply {
  return sendPage(request, reply, {
    ...framing(moderated.assessed, 'Moderation', errors, 409),
    breadcrumbs: crumbsTo(moderated),
    body: <ModerationPage view={moderationView(moderated)} errors={errors} />,
  });
}

async function finish(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const moderated = await requireModerator(request, context);
  const { assessed, key, signed, mayModerate, whyNot } = moderated;
  const refuse = async (message: string) =>
    sendModeration(request, reply, await requireModerated(request, context), [{ field: 'finish', message }]);
  if (!mayModerate) {
    return refuse(whyNot === '' ? `${openedAgain}. Nothing was changed` : whyNot);
  }
  const form = postedForm(request.body);
  const lastRead = readForm(form).revision('read');
  const { instrument, careSetting, addressKey, round, setting } = assessed;
  const outcome = await settleModeration(
    context.database,
    { key: { ...key, digest: textOf(form, 'digest') }, lastRead, instrument, careSetting, signed },
    actingOn(assessed, 'assessment.moderate', context.clock()),
  );
  switch (outcome.kind) {
    case 'done':
      return redirectWithSuccess(reply, paths.moderation(addressKey, round.id, setting), 'The moderation is finished');
    case 'refused':
      return refuse(`${outcome.reason}. Nothing was changed`);
    default:
      return refuse(`${openedAgain}. Nothing was changed`);
  }
}

async function save(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const moderated = await requireModerator(request, context);
  const section = requireSection(request, moderated);
  const { assessed, key, signed, toCheck, mayModerate, whyNot } = moderated;
  const { instrument, careSetting, addressKey, round, setting } = assessed;
  const form = postedForm(request.body);
  const own = signed.filter(({ questionId }) => toCheck.includes(questionId));
  const parsed = parseFindings({ instrument, careSetting, section, signed: own }, form);
  const again = (errors: readonly FieldError[], status: number, conflicts: readonly string[] = []) =>
    sendAgain(request, reply, context, { section, errors, status, typed: parsed.typed, conflicts });
  if (parsed.kind === 'errors') {
    return again(parsed.errors, 422);
  }
  const [first] = parsed.posted;
  const refuse = (why: string) => again([{ field: `comment-${first?.questionId ?? ''}`, message: why }], 409);
  if (!mayModerate) {
    return refuse(whyNot === '' ? `${openedAgain}. Nothing was saved` : whyNot);
  }
  const outcome = await recordFindings(
    context.database,
    { signed: { ...key, digest: textOf(form, 'digest') }, posted: parsed.posted },
    actingOn(assessed, 'assessment.moderate', context.clock()),
  );
  switch (outcome.kind) {
    case 'done': {
      const next = textOf(form, 'after') === 'next' ? nextOf(moderated, section) : null;
      const to =
        next === null
          ? paths.moderation(addressKey, round.id, setting)
          : paths.moderationSection(addressKey, round.id, next.id, setting);
      return redirectWithSuccess(reply, to, 'What you found is saved');
    }
    case 'refused':
      return refuse(`${outcome.reason}. Nothing was saved`);
    case 'signed-anew':
      return refuse(`${openedAgain}. Nothing was saved`);
    case 'conflict':
      return again(
        outcome.questionIds.map((id) => ({
          field: `answer-${id}`,
          message: `Somebody else has saved something else about ${id} meanwhile. Both are below; nothing was saved`,
        })),
        409,
        outcome.questionIds,
      );
  }
}

interface Again extends UnsavedFindings {
  readonly section: Section;
  readonly errors: readonly FieldError[];
  readonly status: number;
}

/** The page once more with what was typed, beside what is saved by now. */
async function sendAgain(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { section, errors, status, ...unsaved }: Again,
): Promise<FastifyReply> {
  return sendSection(request, reply, await requireModerated(request, context), section, { errors, status, unsaved });
}

function nextOf({ assessed, toCheck }: ModeratedReturn, section: Section): Section | null {
  const sections = sectionsToCheck(assessed, toCheck);
  return sections[sections.findIndex(({ id }) => id === section.id) + 1] ?? null;
}

const nothingTyped: UnsavedFindings = { typed: new Map(), conflicts: [] };

function sendSection(
  request: FastifyRequest,
  reply: FastifyReply,
  moderated: ModeratedReturn,
  section: Section,
  {
    errors,
    status,
    unsaved,
  }: { readonly errors: readonly FieldError[]; readonly status: number; readonly unsaved: UnsavedFindings } = {
    errors: [],
    status: 200,
    unsaved: nothingTyped,
  },
): FastifyReply {
  const { assessed, key } = moderated;
  const { addressKey, round, setting, heading } = assessed;
  const back = ofDocument(moderated, paths.moderation(addressKey, round.id, setting));
  const title = `Moderation of ${section.number}. ${section.title}`;
  const { canCheck } = moderationView(moderated);
  const answers = checkedAnswers(moderated, section, unsaved);
  const next = nextOf(moderated, section);
  return sendPage(request, reply, {
    ...framing(assessed, title, errors, status),
    breadcrumbs: [...crumbsTo(moderated), { href: back, text: 'Moderation' }],
    body: (
      <ModerationSectionPage
        organisation={heading}
        title={title}
        answers={answers}
        canCheck={canCheck}
        unsent={canCheck ? [] : answers.flatMap((answer) => unsentOf(answer, unsaved.typed.get(answer.id)) ?? [])}
        errors={errors}
        digest={key.digest}
        next={next === null ? null : { title: next.title }}
        back={back}
      />
    ),
  });
}
