import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { today } from '../../../platform/days.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { type Section, sectionQuestions } from '../../programme/index.ts';
import { readClassedAnswers } from '../evidence/read-classed-answers.ts';
import { readEvidenceBeside } from '../evidence/read-evidence-beside.ts';
import { readNotesBeside } from '../notes/read-notes-beside.ts';
import { readQueriesBeside } from '../notes/read-queries-beside.ts';
import { framing, sectionFrameOf } from '../page-frame.ts';
import { readPollsBeside } from '../polls/read-polls-beside.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { takeOf } from '../settings/section-taken.ts';
import { isHeldUp, whyHeldUp } from '../views/held-up.ts';
import { SectionReadingPage } from '../views/section-page.tsx';
import { sectionView } from '../views/section-view.ts';
import { SectionTaken } from '../views/settings/answered-once.tsx';
import { stateWords } from '../views/state-words.ts';

interface SectionToRead {
  readonly assessed: AssessedOrganisation;
  readonly section: Section;
  /** Whether the person could answer it, were it not locked. */
  readonly mayAnswer: boolean;
}

/** A section to read: its answers are locked, or not this person’s to change. */
export async function sendSectionReading(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  { assessed, section, mayAnswer }: SectionToRead,
): Promise<FastifyReply> {
  const [saved, evidence, notes, queries, polls] = await Promise.all([
    readClassedAnswers(context, assessed),
    readEvidenceBeside(context, assessed),
    readNotesBeside(context, assessed),
    readQueriesBeside(context, assessed),
    readPollsBeside(context, assessed, sectionQuestions(section, assessed.careSetting)),
  ]);
  const view = sectionView(sectionFrameOf(assessed), section, saved);
  const take = takeOf(assessed, section.id);
  return sendPage(request, reply, {
    ...framing(assessed, view.title),
    body: (
      <SectionReadingPage
        view={view}
        evidence={evidence}
        polls={polls}
        notes={notes === null ? null : { beside: notes, hrefOf: notesHrefOf(assessed) }}
        queries={queries === null ? null : { beside: queries, hrefOf: queriesHrefOf(assessed) }}
        reason={
          <>
            {take !== undefined && (
              <SectionTaken {...{ assessed, section, take }} mayAnswer={mayAnswer && assessed.takesAnswers} />
            )}
            {(take === undefined || !mayAnswer || !assessed.takesAnswers) && (
              <div className="nhsuk-inset-text">
                <p>{whyToRead(assessed, mayAnswer, today(context.clock))}</p>
                {assessed.sentWith?.sectionIds.includes(section.id) === true && (
                  <p>It was sent to be signed with the answers of {assessed.sentWith.giver.name} to this section.</p>
                )}
              </div>
            )}
          </>
        }
      />
    ),
  });
}

/** Why the answers are there to be read alone. */
function whyToRead(assessed: AssessedOrganisation, mayAnswer: boolean, day: string): string {
  if (!mayAnswer) {
    return 'You can read these answers. Only people with a role in the organisation can change them.';
  }
  if (isHeldUp(assessed)) {
    return whyHeldUp(assessed.round, day);
  }
  const { label, meaning } = stateWords[assessed.state];
  return `${label}. ${meaning(assessed.instrument.signing.who, assessed.results)}`;
}

/** Where the private notes for a question are. */
function notesHrefOf({ addressKey, round, setting }: AssessedOrganisation): (questionId: string) => string {
  return (questionId) => paths.questionNotes(addressKey, round.id, questionId, setting);
}

/** Where the queries about a question are. */
function queriesHrefOf({ addressKey, round, setting }: AssessedOrganisation): (questionId: string) => string {
  return (questionId) => paths.queriesAbout(addressKey, round.id, questionId, setting);
}
