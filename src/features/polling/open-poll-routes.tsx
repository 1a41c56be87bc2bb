import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { publicUrlOf } from '../../platform/config.ts';
import { today } from '../../platform/days.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import type { Unsent } from '../../platform/forms/unsent.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import { idOfSending } from '../../platform/ids.ts';
import { countOf } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../views/page/success.ts';
import {
  type AssessedOrganisation,
  actingOn,
  assessmentAddresses,
  choiceOf,
  framing,
  questionInWords,
  requireAssessedOrganisation,
} from '../assessment/index.ts';
import { type Colleague, listColleagues } from '../people/index.ts';
import { isPolled, listPolls, openPoll, pollChoices, tokenDigest } from '../polls/index.ts';
import { type Question, type Section, sectionQuestions, sectionsFor } from '../programme/index.ts';
import { type OpenPollForm, parseOpenPoll } from './parse-poll-forms.ts';
import { pollLetter } from './poll-letter.ts';
import { isAnsweredHere, whyNoPoll } from './polls-here.ts';
import { OpenPollPage, PollLinksPage } from './views/open-poll-page.tsx';

/** Opening a poll on questions of a section. */
export function openPollRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/polls/new/:section`;
    app.get(address, async (request, reply) =>
      sendForm(request, reply, context, await requireAsking(request, context)),
    );
    app.post(address, (request, reply) => open(request, reply, context));
  }
}

interface Asking {
  readonly assessed: AssessedOrganisation;
  readonly section: Section;
  /** Those that are not polled yet, and those that are. */
  readonly questions: readonly Question[];
  readonly polled: readonly string[];
  /** With an account, and not invented. */
  readonly colleagues: readonly Colleague[];
  readonly all: string;
}

async function requireAsking(request: FastifyRequest, { database, ...context }: AppContext): Promise<Asking> {
  const assessed = await requireAssessedOrganisation(request, { database, ...context }, 'poll.manage');
  const { instrument, careSetting, organisation, round, addressKey, setting } = assessed;
  const { section: id } = request.params as { readonly section: string };
  const all = paths.polls(addressKey, round.id, setting);
  const section = sectionsFor(instrument, careSetting).find((each) => each.id === id);
  if (section === undefined) {
    throw new NotFoundError('The assessment has no such section.', { href: all, text: 'Go to the polls' });
  }
  const why = isAnsweredHere(assessed, section)
    ? whyNoPoll(assessed)
    : 'This section is answered elsewhere, and colleagues are asked about it there.';
  if (why !== null) {
    throw new ConflictError(why, { href: all, text: 'Go to the polls' });
  }
  const { organisationId } = organisation;
  const day = today(context.clock);
  const about = { organisationId, roundId: round.id, careSettings: [careSetting] };
  const scope = { scopeKind: 'organisation', scopeId: organisationId } as const;
  const [before, colleagues] = await Promise.all([
    listPolls(database, about, day),
    listColleagues(database, 'poll.read', scope),
  ]);
  const questions = sectionQuestions(section, careSetting);
  return {
    assessed,
    section,
    questions: questions.filter((question) => !isPolled(before, question.id, day)),
    polled: questions.filter((question) => isPolled(before, question.id, day)).map((question) => question.id),
    colleagues: colleagues.filter(({ isPersona }) => !isPersona),
    all,
  };
}

function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { newId, config }: AppContext,
  { assessed, section, questions, polled, colleagues, all }: Asking,
  { typed, errors, status }: Unsent = { typed: {}, errors: [], status: 200 },
): FastifyReply {
  return sendPage(request, reply, {
    ...framing(assessed, `Ask colleagues about ${section.title}`, errors, status),
    illustrative: config.isDemonstration,
    body: (
      <OpenPollPage
        organisation={assessed.heading}
        section={section.title}
        questions={questions.map((question) => ({ value: question.id, label: questionInWords(question) }))}
        polled={polled}
        colleagues={colleagues.map(choiceOf)}
        sendsMail={request.server.letters !== null}
        formId={newId()}
        typed={typed}
        errors={errors}
        all={all}
      />
    ),
  });
}

async function open(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asking = await requireAsking(request, context);
  const { assessed, questions, colleagues } = asking;
  const { letters } = request.server;
  const parsed = parseOpenPoll(postedForm(request.body), {
    questionIds: questions.map(({ id }) => id),
    colleagues,
    sendsMail: letters !== null,
    today: today(context.clock),
  });
  if (parsed.kind === 'errors') {
    return sendForm(request, reply, context, asking, { ...parsed, status: 422 });
  }
  const form = parsed.value;
  const links = [...form.recipients, ...Array.from({ length: form.links }, () => null)].map((recipient) => ({
    recipient,
    token: randomBytes(24).toString('base64url'),
  }));
  const pollId = pollIdOf(context, asking, form);
  const by = actingOn(assessed, 'poll.manage', context.clock());
  const outcome = await openPoll(
    { ...context, letters },
    toOpen(context, asking, form, { pollId, links, by: by.name }),
    by,
  );
  const { addressKey, round, setting, heading } = assessed;
  const page = paths.poll(addressKey, round.id, pollId, setting);
  switch (outcome.kind) {
    case 'opened-before':
      return redirectWithNotice(reply, page, 'You had opened this poll already');
    case 'round-closed':
      throw new ConflictError('The round was closed meanwhile. No poll was opened.', {
        href: asking.all,
        text: 'Go to the polls',
      });
    case 'polled': {
      const message = `${outcome.questionIds.join(', ')} was polled meanwhile. Nobody was asked yet`;
      const unsent = { typed: parsed.typed, errors: [{ field: 'questions', message }], status: 409 };
      return sendForm(request, reply, context, await requireAsking(request, context), unsent);
    }
    case 'opened': {
      const handed = links.filter(({ recipient }) => recipient === null);
      const sent = links.length - handed.length;
      if (handed.length === 0) {
        return redirectWithSuccess(
          reply,
          page,
          `The poll is open, and ${countOf(sent, 'person is', 'people are')} asked by e-mail`,
        );
      }
      return sendPage(request, reply.header('cache-control', 'no-store'), {
        ...framing(assessed, 'Links to hand out'),
        illustrative: context.config.isDemonstration,
        body: (
          <PollLinksPage
            organisation={heading}
            links={handed.map(({ token }) => `${publicUrlOf(context.config)}${paths.vote(token)}`)}
            poll={page}
          />
        ),
      });
    }
  }
}

/** What stands for this form with these words, however often it is sent. */
function pollIdOf({ newId }: AppContext, { assessed, section }: Asking, form: OpenPollForm): string {
  const { formId, questionIds, recipients, links, message, runsUntil } = form;
  const { actor, round, careSetting } = assessed;
  const sent = [actor.personId, round.id, careSetting, section.id, runsUntil, message, String(links)];
  return formId === '' ? newId() : idOfSending(formId, [...sent, ...questionIds, ...recipients]);
}

interface LinksToOpen {
  readonly pollId: string;
  readonly by: string;
  readonly links: readonly { readonly recipient: string | null; readonly token: string }[];
}

function toOpen(
  { config }: AppContext,
  { assessed, section, questions }: Asking,
  { questionIds, runsUntil, message }: OpenPollForm,
  { pollId, links, by }: LinksToOpen,
) {
  const { organisation, round, careSetting, instrument, digest, assessment, heading } = assessed;
  const asked = questions.filter(({ id }) => questionIds.includes(id));
  const letter = { by, organisation: heading, round: round.label, questions: asked.length, runsUntil, message };
  return {
    round,
    pollId,
    organisationId: organisation.organisationId,
    roundId: round.id,
    careSetting,
    sectionId: section.id,
    text: assessment?.answers ?? { id: instrument.id, version: instrument.version, digest },
    runsUntil,
    message,
    questions: asked.map((question) => ({
      questionId: question.id,
      choices: pollChoices(instrument, question).map(({ value }) => value),
    })),
    openToken: null,
    invitations: links.map(({ recipient, token }) => ({ recipient, tokenDigest: tokenDigest(token) })),
    letters: links.flatMap(({ recipient, token }) =>
      recipient === null
        ? []
        : [
            pollLetter({
              ...letter,
              to: recipient,
              address: `${publicUrlOf(config)}${paths.vote(token)}`,
              isReminder: false,
            }),
          ],
    ),
  };
}
