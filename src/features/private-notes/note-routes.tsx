import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { postedForm } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import type { Unsent } from '../../platform/forms/unsent.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { idOfSending, isId } from '../../platform/ids.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../views/page/success.ts';
import {
  type AssessedOrganisation,
  actingOn,
  assessmentAddresses,
  choiceOf,
  framing,
  listOf,
  noteSubject,
  notesAbout,
  notesScope,
  questionInWords,
  requireAssessedOrganisation,
} from '../assessment/index.ts';
import { can } from '../identity/index.ts';
import { type Colleague, listHolders } from '../people/index.ts';
import { type Question, type Section, sectionQuestions, sectionsFor } from '../programme/index.ts';
import {
  listReaders,
  listThreads,
  openThread,
  parseNewThread,
  parseThreadStep,
  type Thread,
  type ThreadAction,
  type ThreadForm,
  Threads,
  ThreadsToRead,
  type ThreadWords,
  threadViews,
  type WriteOutcome,
  writeInThread,
} from '../threads/index.ts';
import { isLeftOut } from './left-out.ts';
import { AllNotesPage } from './views/all-notes-page.tsx';
import { begunForInWords, leftOutInWords, threadLines } from './views/notes-view.ts';
import { QuestionNotesPage } from './views/question-notes-page.tsx';

/** What the people of an organisation tell each other about its answers: about one of them, and all of it. */
export function noteRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    app.get(`${assessment}/notes`, (request, reply) => sendAll(request, reply, context));
    const question = `${assessment}/notes/:question`;
    app.get(question, async (request, reply) =>
      sendQuestion(request, reply, context, await requireQuestion(request, context, 'private-note.read')),
    );
    app.post(question, (request, reply) => begin(request, reply, context));
    app.post(`${question}/:thread`, (request, reply) => write(request, reply, context));
  }
}

interface AskedQuestion {
  readonly assessed: AssessedOrganisation;
  readonly section: Section;
  readonly question: Question;
  /** Everybody who reads the notes about it, but for the person of the page. */
  readonly colleagues: readonly Colleague[];
}

async function requireQuestion(
  request: FastifyRequest,
  context: AppContext,
  action: 'private-note.read' | 'private-note.write',
): Promise<AskedQuestion> {
  const assessed = await requireAssessedOrganisation(request, context, action);
  const { instrument, careSetting, actor } = assessed;
  const { question: id } = request.params as { readonly question: string };
  for (const section of sectionsFor(instrument, careSetting)) {
    const question = sectionQuestions(section, careSetting).find((each) => each.id === id);
    if (question !== undefined) {
      const readers = await listReaders(context.database, notesScope(assessed), { kind: 'answer' });
      const colleagues = readers.filter(({ personId }) => personId !== actor.personId);
      return { assessed, section, question, colleagues };
    }
  }
  throw new NotFoundError('The assessment has no such question. Go back to its list of sections.', {
    href: listOf(assessed),
    text: 'Go to the list of sections',
  });
}

async function sendAll(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const assessed = await requireAssessedOrganisation(request, context, 'private-note.read');
  const { database, pack, config } = context;
  const { instrument, settings, setting } = assessed;
  // What has no page of its own any more is shown once: not beside one of several care settings.
  const about = setting === null ? { ...notesAbout(assessed), parts: null } : notesAbout(assessed);
  const scope = notesScope(assessed);
  const [threads, readers] = await Promise.all([
    listThreads(database, scope, about),
    listHolders(database, 'private-note.read', scope),
  ]);
  const isLeft = ({ subject }: Thread) => setting === null && isLeftOut(subject, instrument, settings);
  const leftOut = threadViews(threads.filter(isLeft), {
    actionOf: () => '',
    begunForOf: (thread) => leftOutInWords(pack, thread),
  });
  return sendPage(request, reply, {
    ...framing(assessed, 'Private notes'),
    illustrative: config.isDemonstration,
    body: (
      <AllNotesPage
        organisation={assessed.heading}
        lines={threadLines(
          pack,
          assessed,
          threads.filter((thread) => !isLeft(thread)),
          readers,
        )}
        list={listOf(assessed)}
        leftOut={leftOut.length === 0 ? null : <ThreadsToRead threads={leftOut} />}
      />
    ),
  });
}

async function sendQuestion(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack, config, newId }: AppContext,
  { assessed, section, question, colleagues }: AskedQuestion,
  { typed, errors, status }: Unsent = { typed: {}, errors: [], status: 200 },
): Promise<FastifyReply> {
  const { addressKey, round, setting, heading, actor, subject } = assessed;
  const about = { ...notesAbout(assessed), key: question.id };
  const threads = await listThreads(database, notesScope(assessed), about);
  const views = threadViews(threads, {
    actionOf: (threadId) => paths.thread(addressKey, round.id, question.id, threadId, setting),
    begunForOf: (thread) => begunForInWords(pack, assessed, thread),
  });
  const backTo = paths.assessmentSection(addressKey, round.id, section.id, setting);
  return sendPage(request, reply, {
    ...framing(assessed, `Private notes for ${question.id}`, errors, status),
    illustrative: config.isDemonstration,
    body: (
      <QuestionNotesPage
        organisation={heading}
        questionId={question.id}
        question={questionInWords(question)}
        errors={errors}
        links={{
          section: `${backTo}#question-${question.id}`,
          all: paths.privateNotes(addressKey, round.id, setting),
        }}
      >
        <Threads
          threads={views}
          people={colleagues.map(choiceOf)}
          areLettersSent={request.server.letters !== null}
          formId={newId()}
          beginAction={paths.questionNotes(addressKey, round.id, question.id, setting)}
          mayWrite={can(actor, 'private-note.write', subject)}
          typed={typed}
          errors={errors}
        />
      </QuestionNotesPage>
    ),
  });
}

async function begin(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireQuestion(request, context, 'private-note.write');
  const { assessed, section, question } = asked;
  const parsed = parseNewThread(postedForm(request.body), askedOf(asked, 'new'));
  if (parsed.kind === 'errors') {
    return sendQuestion(request, reply, context, asked, { ...parsed, status: 422 });
  }
  const words = withSending(context, asked, parsed.value, 'open');
  const outcome = await openThread(
    context.database,
    { scope: notesScope(assessed), subject: noteSubject(assessed, section, question.id), ...words },
    actingOn(assessed, 'private-note.write', context.clock()),
  );
  return answer(request, reply, context, {
    asked,
    thread: 'new',
    action: 'open',
    outcome,
    typed: parsed.typed,
    at: words.sendingId,
  });
}

async function write(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const asked = await requireQuestion(request, context, 'private-note.write');
  const { assessed, question } = asked;
  const { thread } = request.params as { readonly thread: string };
  if (!isId(thread)) {
    throw noSuchThread(asked);
  }
  const parsed = parseThreadStep(postedForm(request.body), askedOf(asked, thread));
  if (parsed.kind === 'errors') {
    return sendQuestion(request, reply, context, asked, { ...parsed, status: 422 });
  }
  const { action, lastRead } = parsed.value;
  const words = withSending(context, asked, parsed.value, action);
  const about = { kind: 'answer', roundId: assessed.round.id, key: question.id } as const;
  const outcome = await writeInThread(
    context.database,
    { scope: notesScope(assessed), threadId: thread, about, action, lastRead, ...words },
    actingOn(assessed, 'private-note.write', context.clock()),
  );
  return answer(request, reply, context, { asked, thread, action, outcome, typed: parsed.typed, at: thread });
}

function askedOf({ colleagues }: AskedQuestion, thread: string) {
  return { thread, readers: colleagues.map(({ personId }) => personId) };
}

/** With what stands for this form with these words at this question, however often it is sent. */
function withSending(
  { newId }: AppContext,
  { assessed: { actor, round, careSetting }, question }: AskedQuestion,
  { formId, text, mentioned }: ThreadWords,
  action: 'open' | ThreadAction,
): ThreadForm {
  const sent = [actor.personId, round.id, careSetting, question.id, action, text, ...mentioned];
  const sendingId = formId === '' ? newId() : idOfSending(formId, sent);
  return { text, mentioned, sendingId };
}

interface Written {
  readonly asked: AskedQuestion;
  /** Its id, or `new`. */
  readonly thread: string;
  readonly action: 'open' | ThreadAction;
  readonly outcome: WriteOutcome;
  readonly typed: TypedForm;
  /** The thread to go to. */
  readonly at: string;
}

function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { asked, thread, action, outcome, typed, at }: Written,
): FastifyReply | Promise<FastifyReply> {
  const { assessed, question } = asked;
  const refuse = (field: string, message: string) =>
    sendQuestion(request, reply, context, asked, { typed, errors: [{ field, message }], status: 409 });
  const { addressKey, round, setting } = assessed;
  const page = paths.questionNotes(addressKey, round.id, question.id, setting, at);
  switch (outcome.kind) {
    case 'added':
      return redirectWithSuccess(reply, page, addedInWords(action));
    case 'changed-since':
      return redirectWithNotice(reply, page, `You had sent this already. ${outcome.reason}`);
    case 'no-role':
      return refuse(`tell-${thread}`, 'Somebody whom you mention holds no role here any more. Nothing was added yet');
    case 'refused':
      return refuse(`text-${thread}`, `${outcome.reason}. Nothing was added; what you typed is below`);
    case 'gone':
      throw noSuchThread(asked);
  }
}

function addedInWords(action: Written['action']): string {
  switch (action) {
    case 'resolve':
      return 'The thread is resolved';
    case 'reopen':
      return 'The thread is open again';
    case 'open':
    case 'reply':
      return 'Your note is added';
  }
}

function noSuchThread({ assessed: { addressKey, round, setting }, question }: AskedQuestion): NotFoundError {
  return new NotFoundError('There is no such thread about this question.', {
    href: paths.questionNotes(addressKey, round.id, question.id, setting),
    text: `Go to the private notes for ${question.id}`,
  });
}
