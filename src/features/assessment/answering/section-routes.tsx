import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { RequestError } from '../../../platform/http/problem.ts';
import { answerSaved, savesItself } from '../../../views/page/answer-saved.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { markDone, standingStep } from '../../assignments/index.ts';
import { can } from '../../identity/index.ts';
import { type Section, sectionQuestions, sectionsFor } from '../../programme/index.ts';
import { acceptsAnswers } from '../assessment-state.ts';
import { readWorkHere, type WorkHere } from '../assigning/read-work-here.ts';
import { isWaitedFor } from '../assigning/whose-work.ts';
import { readEvidenceBeside } from '../evidence/read-evidence-beside.ts';
import { readTakers, takersOf } from '../group/read-takers.ts';
import { readNotesBeside } from '../notes/read-notes-beside.ts';
import { assessmentAddresses, framing, keyOf, listOf, sectionFrameOf } from '../page-frame.ts';
import { readPollsBeside } from '../polls/read-polls-beside.ts';
import { requireReadable } from '../reading/require-readable.ts';
import { type AssessedOrganisation, actingOn, requireAssessedOrganisation } from '../require-assessed-organisation.ts';
import type { Takes } from '../settings/answers-in-effect.ts';
import { readTakes } from '../settings/read-takes.ts';
import { takeOf } from '../settings/section-taken.ts';
import { YoursNote } from '../views/assigning/yours.tsx';
import { evidenceAfter } from '../views/evidence/evidence-beside.tsx';
import { notesAfter } from '../views/notes/notes-beside.tsx';
import { SectionPage } from '../views/section-page.tsx';
import { sectionView, shownProgress, type UnsavedForm } from '../views/section-view.ts';
import { AnsweredApart, SectionTaken } from '../views/settings/answered-once.tsx';
import { parseSectionForm, type SectionFormAnswer } from './parse-section-form.ts';
import { readEarlierAnswers } from './read-earlier-answers.ts';
import { readAnswers, readSavedAnswers } from './read-saved-answers.ts';
import { type SaveOutcome, saveSection } from './save-section.ts';
import { openingOf, readArrived } from './save-sections.ts';
import { sendSectionReading } from './send-section-reading.tsx';

/** Apart from other conflicts, because nobody has changed an answer: the page must not blame another person. */
class AnswersLockedError extends RequestError {
  override readonly name = 'AnswersLockedError';
  readonly status = 409;
  readonly code = 'answers-locked';
}

import { requestedSection } from './requested-section.ts';
import { unsavedBecause } from './unsaved-because.ts';

/** A section of an assessment: read it, answer it. */
export function sectionRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/sections/:section`;

    app.get(address, async (request, reply) => {
      const assessed = await requireAssessedOrganisation(request, context, 'assessment.read');
      const section = requestedSection(request, assessed);
      requireReadable(assessed);
      const mayAnswer = can(assessed.actor, 'assessment.answer', assessed.subject);
      return mayAnswer &&
        acceptsAnswers(assessed.state) &&
        assessed.takesAnswers &&
        takeOf(assessed, section.id) === undefined
        ? sendForm(request, reply, context, { assessed, section })
        : sendSectionReading(request, reply, context, { assessed, section, mayAnswer });
    });

    app.post(address, (request, reply) => answerSection(request, reply, context));

    app.post(`${address}/done`, async (request, reply) => {
      const assessed = await requireAssessedOrganisation(request, context, 'assessment.answer');
      const section = requestedSection(request, assessed);
      await mark(context, assessed, section, 'reopen');
      const { addressKey, round, setting } = assessed;
      const page = paths.assessmentSection(addressKey, round.id, section.id, setting);
      return redirectWithSuccess(reply, page, 'It is known that you are not done after all');
    });
  }
}

async function answerSection(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const assessed = await requireAssessedOrganisation(request, context, 'assessment.answer');
  const section = requestedSection(request, assessed);
  const form = postedForm(request.body);
  const parsed = parseSectionForm(assessed.instrument, section, assessed.careSetting, form);
  if (parsed.kind === 'errors') {
    const unsaved = { typed: parsed.typed, errors: parsed.errors, conflicts: [] };
    return sendForm(request, reply, context, { assessed, section, status: 422, unsaved });
  }
  const outcome = await save(request, context, assessed, { section, answers: parsed.answers });
  if (outcome.kind === 'saved') {
    const { location, text } = await afterSaving(context, assessed, section, textOf(form, 'after'));
    return answerSaved(request, reply, {
      at: context.clock(),
      fields: revisionFields(outcome.revisions),
      readShown: async () =>
        shownProgress(sectionView(sectionFrameOf(assessed), section, await readSavedAnswers(context, assessed))),
      location,
      text,
    });
  }
  if (outcome.kind === 'locked' && savesItself(request)) {
    throw new AnswersLockedError(`${outcome.reason}.`);
  }
  const unsaved = unsavedBecause(outcome, parsed.answers);
  return sendForm(request, reply, context, { assessed, section, status: 409, unsaved });
}

async function save(
  request: FastifyRequest,
  context: AppContext,
  assessed: AssessedOrganisation,
  { section, answers }: { readonly section: Section; readonly answers: readonly SectionFormAnswer[] },
): Promise<SaveOutcome> {
  const by = actingOn(assessed, 'assessment.answer', context.clock());
  const mayHaveArrived = savesItself(request);
  const save = { ...openingOf(context, assessed), sectionId: section.id, answers, mayHaveArrived };
  const outcome = await saveSection(context.database, save, by);
  if (outcome.kind !== 'locked' || !mayHaveArrived) {
    return outcome;
  }
  const revisions = await readArrived(context.database, assessed.assessment, answers, by.personId);
  return revisions === null ? outcome : { kind: 'saved', revisions };
}

/** Of what is stored as the form says it alone: any other answer was changed by somebody else, whose change was not seen here. */
function revisionFields(revisions: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(revisions).map(([id, revision]) => [`revision-${id}`, String(revision)]));
}

interface AfterSaving {
  readonly location: string;
  readonly text: string;
}

async function afterSaving(
  context: AppContext,
  assessed: AssessedOrganisation,
  section: Section,
  after: string,
): Promise<AfterSaving> {
  const { addressKey, round, setting, instrument, careSetting } = assessed;
  const text = `Your answers to ${section.number}. ${section.title} are saved`;
  if (after === 'done' || after === 'yours') {
    const done = after === 'done' ? await mark(context, assessed, section, 'finish') : 0;
    const next = nextOfYours(await readWorkHere(context, assessed, readSavedAnswers(context, assessed)), section);
    return {
      location: next === null ? listOf(assessed) : paths.assessmentSection(addressKey, round.id, next, setting),
      text: done > 0 ? `${text}, and it is known that you are done` : text,
    };
  }
  const evidenceFor = sectionQuestions(section, careSetting).find(({ id }) => after === `${evidenceAfter}${id}`);
  if (evidenceFor !== undefined) {
    const of = { section: section.id, question: evidenceFor.id };
    return { location: paths.questionEvidence(addressKey, round.id, of, setting), text };
  }
  const notesFor = sectionQuestions(section, careSetting).find(({ id }) => after === `${notesAfter}${id}`);
  if (notesFor !== undefined) {
    return { location: paths.questionNotes(addressKey, round.id, notesFor.id, setting), text };
  }
  const sections = sectionsFor(instrument, careSetting);
  const next = after === 'next' ? sections[sections.indexOf(section) + 1] : undefined;
  return {
    location: next === undefined ? listOf(assessed) : paths.assessmentSection(addressKey, round.id, next.id, setting),
    text,
  };
}

/** Says that the person of the page is done with what they have in a section, or is not after all. */
function mark(
  context: AppContext,
  assessed: AssessedOrganisation,
  section: Section,
  action: 'finish' | 'reopen',
): Promise<number> {
  const { organisation, round, careSetting } = assessed;
  const { organisationId } = organisation;
  return markDone(
    context.database,
    { round, organisationId, careSetting, sectionId: section.id, action },
    actingOn(assessed, 'assessment.answer', context.clock()),
  );
}

/** The section in which something else waits for whoever has just saved one; null where nothing does. */
function nextOfYours({ own }: WorkHere, section: Section): string | null {
  return own.find((each) => isWaitedFor(each) && each.thing.section.id !== section.id)?.thing.section.id ?? null;
}

interface FormPage {
  readonly assessed: AssessedOrganisation;
  readonly section: Section;
  readonly status?: number;
  readonly unsaved?: UnsavedForm;
}

async function sendForm(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { assessed, section, status, unsaved }: FormPage,
): Promise<FastifyReply> {
  const answers = unsaved === undefined ? readAnswers(context, assessed) : readSavedAnswers(context, assessed);
  const [saved, work, evidence, notes, polls, earlier, otherwise, takers] = await Promise.all([
    answers,
    readWorkHere(context, assessed, answers),
    readEvidenceBeside(context, assessed),
    readNotesBeside(context, assessed),
    readPollsBeside(context, assessed, sectionQuestions(section, assessed.careSetting)),
    readEarlierAnswers(context, assessed),
    readTakeOtherwise(context, assessed, section),
    readTakers(context.database, context.pack, assessed.round, assessed.organisation.organisationId),
  ]);
  const take = takeOf(assessed, section.id);
  const view = sectionView(sectionFrameOf(assessed), section, saved, { unsaved, earlier });
  const own = work.own.filter(({ thing }) => thing.section.id === section.id);
  return sendPage(request, reply, {
    ...framing(assessed, view.title, view.errors, status),
    body: (
      <SectionPage
        view={view}
        evidence={evidence}
        notes={notes}
        polls={polls}
        readers={takersOf(takers, section.id, assessed.careSetting)}
        apart={
          <>
            {take !== undefined && <SectionTaken {...{ assessed, section, take }} mayAnswer={assessed.takesAnswers} />}
            {otherwise !== undefined && <AnsweredApart assessed={assessed} section={section} take={otherwise} />}
          </>
        }
        yours={<YoursNote own={own} day={today(context.clock)} doneHref={doneHrefOf(assessed, section)} />}
        steps={{
          canFinish: own.some(({ assignment }) => standingStep(assignment).state === 'open'),
          hasNext: nextOfYours(work, section) !== null,
        }}
      />
    ),
  });
}

function doneHrefOf({ addressKey, round, setting }: AssessedOrganisation, { id }: Section): string {
  return paths.sectionDone(addressKey, round.id, id, setting);
}

/** From where a section would be taken that is answered here by itself; undefined where there is nothing to take. */
async function readTakeOtherwise(
  { database, pack }: AppContext,
  assessed: AssessedOrganisation,
  section: Section,
): Promise<Takes | undefined> {
  const { assessment, instrument, setting } = assessed;
  if (assessment?.apart.includes(section.id) !== true) {
    return undefined;
  }
  const asked = { ...keyOf(assessed), pack, instrument, isOneOfSeveral: setting !== null };
  const takes = await readTakes(database, asked, { ...assessment, apart: [] });
  return takeOf({ takes }, section.id);
}
