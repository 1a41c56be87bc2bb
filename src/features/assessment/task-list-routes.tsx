import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { can } from '../identity/index.ts';
import { finalOn, findSigned } from '../return-documents/index.ts';
import { readAnswers } from './answering/read-saved-answers.ts';
import { assessmentsBeside } from './assessments-beside.ts';
import { readAssignedWork } from './assigning/read-assigned-work.ts';
import { readWorkHere } from './assigning/read-work-here.ts';
import { owedByPeople } from './assigning/whose-work.ts';
import { listRoundsUnderWay } from './begun-repository.ts';
import { readClassedAnswers } from './evidence/read-classed-answers.ts';
import { readGroupLine } from './group/read-group-line.ts';
import { assessmentsFor } from './list-progress.ts';
import { readNotesLink } from './notes/read-notes-beside.ts';
import { readQueriesLink } from './notes/read-queries-beside.ts';
import { aboveAssessment, assessmentAddresses, framing, listOf } from './page-frame.ts';
import { mayReadAnswers, roundsUnread } from './reading/may-read-answers.ts';
import { requireReadable } from './reading/require-readable.ts';
import {
  type AssessedOrganisation,
  isAnsweredOnce,
  requireAssessedOrganisation,
  requireSignable,
} from './require-assessed-organisation.ts';
import { readResult } from './scoring/read-result.ts';
import { readSecondLook, type SecondLookContext } from './sense-checks/read-second-look.ts';
import { readSettingsProposal } from './settings/read-settings-proposal.ts';
import type { SettingsProposal } from './settings/settings-proposal.ts';
import { CorrectionsNote } from './views/corrections/corrections-note.tsx';
import { ReviewedNote } from './views/documents/reviewed-note.tsx';
import { SignedDocument } from './views/documents/signed-document.tsx';
import { answerLines, answersTable } from './views/gaps/answers-table.ts';
import { gapsView } from './views/gaps/gaps-view.ts';
import { AnsweredTogetherNote } from './views/group/answered-together-note.tsx';
import { ResultPage } from './views/result-page.tsx';
import { careSettingName } from './views/result-view.ts';
import { SecondLookSection } from './views/sense-checks/sense-checks-said.tsx';
import { senseChecksView } from './views/sense-checks/sense-checks-view.ts';
import { SettingsOverviewPage } from './views/settings/settings-overview-page.tsx';
import { settingsOverview } from './views/settings/settings-overview-view.ts';
import { byWhomAndWhen, submittedInWords } from './views/stamp-words.ts';
import { stateWords } from './views/state-words.ts';
import { TaskListPage } from './views/task-list-page.tsx';
import { taskListView } from './views/task-list-view.ts';

/** Where an assessment stands, and its result. */
export function taskListRoutes(app: FastifyInstance, context: SecondLookContext): void {
  for (const address of assessmentAddresses) {
    app.get(address, async (request, reply) => {
      const assessed = await requireAssessedOrganisation(request, context, 'assessment.read');
      return isAnsweredOnce(assessed)
        ? sendSettings(request, reply, context, assessed)
        : sendTaskList(request, reply, context, assessed);
    });

    app.get(`${address}/result`, async (request, reply) => {
      const assessed = await requireSignable(request, context, 'assessment.read');
      requireReadable(assessed);
      return sendResult(request, reply, context, assessed);
    });

    app.get(`${address}/result.csv`, async (request, reply) => {
      const assessed = await requireSignable(request, context, 'assessment.read');
      requireReadable(assessed);
      return sendAnswers(reply, context, assessed);
    });
  }
}

async function sendTaskList(
  request: FastifyRequest,
  reply: FastifyReply,
  context: SecondLookContext,
  assessed: AssessedOrganisation,
): Promise<FastifyReply> {
  const { database, pack, clock } = context;
  const answers = readAnswers(context, assessed);
  const [saved, work, look, group, proposal, underWay, notes, queries] = await Promise.all([
    answers,
    readWorkHere(context, assessed, answers),
    mayReadAnswers(assessed) ? readSecondLook(context, assessed, answers) : null,
    readGroupLine(context, assessed),
    proposalShown(context, assessed),
    listRoundsUnderWay(database, assessed.organisation.organisationId),
    readNotesLink(context, assessed),
    readQueriesLink(context, assessed),
  ]);
  const careSettingLabel = careSettingName(pack, assessed.careSetting);
  return sendPage(request, reply, {
    ...framing(assessed, assessed.round.label),
    breadcrumbs: aboveAssessment(assessed),
    body: (
      <TaskListPage
        view={taskListView(assessed, { saved, work, look, careSettingLabel, today: today(clock) })}
        group={group}
        proposal={proposal}
        beside={assessmentsBeside(assessed, pack.rounds, underWay, today(clock))}
        notes={notes}
        queries={queries}
      />
    ),
  });
}

/** Of an organisation that answers for several care settings: each of them, and what is answered once for all. */
async function sendSettings(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  assessed: AssessedOrganisation,
): Promise<FastifyReply> {
  const { database, pack, clock } = context;
  const { organisationId } = assessed.organisation;
  const answers = readAnswers(context, assessed);
  const [saved, work, group, proposal, [progress], notes] = await Promise.all([
    answers,
    readWorkHere(context, assessed, answers),
    readGroupLine(context, assessed),
    proposalShown(context, assessed),
    assessmentsFor(database, pack, [organisationId], assessed.round.id),
    readNotesLink(context, assessed),
  ]);
  const place = { organisationId, typeId: assessed.organisation.typeId, addressKey: assessed.addressKey };
  // In every care setting, of which this page shows the lists alone.
  const all = work.isAnythingAssigned ? await readAssignedWork(context, place, assessed.round, today(clock)) : null;
  const own = owedByPeople(all?.things ?? [], today(clock)).filter(
    ({ assignment }) => assignment.person.personId === assessed.actor.personId,
  );
  const facts = { saved, settings: progress?.settings ?? [], work, own };
  const view = settingsOverview(pack, assessed, facts, today(clock));
  return sendPage(request, reply, {
    ...framing(assessed, assessed.round.label),
    breadcrumbs: aboveAssessment(assessed),
    body: <SettingsOverviewPage view={view} group={group} proposal={proposal} notes={notes} />,
  });
}

/** Where it is one of several settings, the page of all of them says it; once the round takes no answers, nobody need choose for it. */
function proposalShown(context: AppContext, assessed: AssessedOrganisation): Promise<SettingsProposal | null> | null {
  return assessed.isRoundOpen && assessed.setting === null ? readSettingsProposal(context, assessed) : null;
}

async function sendResult(
  request: FastifyRequest,
  reply: FastifyReply,
  context: SecondLookContext,
  assessed: AssessedOrganisation,
): Promise<FastifyReply> {
  const { database, pack, clock } = context;
  const { organisation, addressKey, round, setting, instrument, careSetting } = assessed;
  // Others who read a result see what was found once everybody does.
  const readsFindings = can(assessed.actor, 'assessment.read-provisional', assessed.subject);
  const found = await readResult(database, pack, organisation, {
    ...(readsFindings ? {} : { isFinal: finalOn(pack, today(clock)) }),
    roundId: round.id,
    careSetting,
    heldBack: roundsUnread(pack, assessed, today(clock)),
    withAnswers: true,
  });
  if (found === null) {
    throw noResultYet(assessed);
  }
  // While it is corrected they are about answers that are not signed yet.
  const isAsSigned = !assessed.isCorrected;
  const look = isAsSigned ? await readSecondLook(context, assessed) : null;
  const saved = instrument.asksDesiredLevels && isAsSigned ? await readAnswers(context, assessed) : [];
  return sendPage(request, reply, {
    ...framing(assessed, 'Result'),
    body: (
      <ResultPage
        view={found.view}
        heading={assessed.heading}
        comparison={found.comparison}
        round={round.label}
        standing={standingOf(assessed, found.result.corrected.length === 0)}
        reviewed={<ReviewedNote signed={found.signed} queries={await readQueriesLink(context, assessed)} />}
        moderation={found.signed?.moderation ?? null}
        moderationHref={readsFindings ? paths.moderation(addressKey, round.id, setting) : null}
        together={<AnsweredTogetherNote together={found.together} instrument={instrument} />}
        publicPage={paths.organisation(organisation.code)}
        report={paths.organisationReport(addressKey, round.id, setting)}
        results={assessed.results}
        instrument={instrument}
        gaps={isAsSigned ? gapsView(instrument, careSetting, saved) : null}
        secondLook={
          isAsSigned && (
            <SecondLookSection
              title="Asked before it was signed"
              view={look === null ? null : senseChecksView(assessed, look)}
            />
          )
        }
        corrections={<CorrectionsNote instrument={instrument} result={found.result} />}
        file={isAsSigned ? paths.assessmentAnswers(addressKey, round.id, setting) : null}
        signed={
          <SignedDocument
            signed={await findSigned(database, found.result.assessmentId)}
            href={(digest) => paths.returnFile(addressKey, round.id, digest, setting)}
            history={paths.assessmentDocuments(addressKey, round.id, setting)}
          />
        }
      />
    ),
  });
}

/** What an organisation submitted, question by question, for itself. */
async function sendAnswers(
  reply: FastifyReply,
  context: AppContext,
  assessed: AssessedOrganisation,
): Promise<FastifyReply> {
  const { addressKey, round, setting, instrument, careSetting } = assessed;
  if (assessed.state !== 'submitted') {
    throw noResultYet(assessed);
  }
  const saved = await readClassedAnswers(context, assessed);
  return sendListDownload(reply, {
    format: 'csv',
    fileName: ['answers', addressKey, round.id, ...(setting === null ? [] : [setting])].join('-'),
    batches: [answerLines(instrument, careSetting, saved, assessed)],
    table: answersTable,
    head: {},
    foot: () => ({}),
  });
}

function noResultYet(assessed: AssessedOrganisation): NotFoundError {
  return new NotFoundError(
    `There is no result yet. It is shown here once ${assessed.instrument.signing.who} has authorised the assessment.`,
    { href: listOf(assessed), text: 'Go to the assessment' },
  );
}

/** `Submitted by Carol Example on 15 January 2016 at 12:00.`, late or not, with what has happened since. */
function standingOf({ assessment, state, dueOn, isCorrected }: AssessedOrganisation, isFirst: boolean): string {
  const submission = assessment?.submission ?? null;
  // A correction is asked for by no deadline.
  const how = submission === null ? '' : isFirst ? submittedInWords(submission, dueOn) : byWhomAndWhen(submission);
  const submitted = submission === null ? '' : `${isFirst ? 'Submitted' : 'Corrected'} ${how}.`;
  if (isCorrected) {
    return `${submitted} It is open for a correction. This result stands until the corrected one is signed.`;
  }
  return state === 'submitted' ? submitted : `${stateWords[state].label}. ${submitted}`;
}
