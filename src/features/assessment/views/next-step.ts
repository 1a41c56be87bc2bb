import { paths } from '../../../paths.ts';
import { countOf, sentenceStart } from '../../../views/format.ts';
import { can } from '../../identity/index.ts';
import { type Completeness, isReadyForAuthorisation } from '../../scoring/index.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import { answeringHref, takeOf } from '../settings/section-taken.ts';
import { maySign } from '../signing/may-sign.ts';

export interface StepLink {
  readonly text: string;
  readonly href: string;
}

/** What the person looking at the task list does next; without a link there is nothing for them to do. */
export interface NextStep {
  readonly text: string;
  readonly link: StepLink | null;
  /** Another thing they may do instead. */
  readonly other: StepLink | null;
}

/** The next step, from how the assessment stands and what the person may do to it. */
export function nextStep(
  assessed: AssessedOrganisation,
  completeness: Completeness,
  /** Ids of the sections that this person is still waited for in, the earliest due first. */
  own: readonly string[],
): NextStep {
  switch (assessed.state) {
    case 'not-started':
    case 'in-progress':
      return isReadyForAuthorisation(completeness)
        ? whenComplete(assessed)
        : whileAnswering(assessed, completeness, own);
    case 'awaiting-authorisation':
      return whileWaiting(assessed);
    default:
      return afterSubmission(assessed);
  }
}

function whileAnswering(assessed: AssessedOrganisation, completeness: Completeness, own: readonly string[]) {
  const { actor, subject } = assessed;
  const left = completeness.total - completeness.done;
  const isAre = left === 1 ? 'has' : 'have';
  const unanswered = completeness.sections.filter(({ missing }) => missing.length > 0);
  const giverOf = (sectionId: string) => takeOf(assessed, sectionId)?.giver ?? null;
  const first = unanswered.find(({ sectionId }) => giverOf(sectionId) === null);
  const [taken] = unanswered;
  if (first === undefined && taken !== undefined) {
    const { addressKey, round } = assessed;
    return step(
      `${countOf(left, 'question')} ${isAre} no answer yet, in sections that are taken from ${giverOf(taken.sectionId)?.name}. They are answered there; you can also answer a section yourselves.`,
      { text: 'See what is shared', href: paths.answeringTogether(addressKey, round.id) },
    );
  }
  if (!can(actor, 'assessment.answer', subject) || first === undefined) {
    return step(`${countOf(left, 'question')} ${isAre} no answer yet. The organisation’s own people answer them.`);
  }
  const mine = own.find((id) => unanswered.some(({ sectionId }) => sectionId === id) && giverOf(id) === null);
  const how = mine === undefined ? 'Answer the sections in any order' : 'Begin with what is yours';
  return step(
    `${countOf(left, 'question')} ${isAre} no answer yet. ${how}; each section is saved by itself, and you can come back.`,
    {
      text: mine === undefined ? generalStart(completeness) : ownStart(own),
      href: answeringHref(assessed, mine ?? first.sectionId),
    },
  );
}

function generalStart({ done }: Completeness): string {
  return done === 0 ? 'Start with the first section' : 'Continue answering';
}

function ownStart(own: readonly string[]): string {
  return own.length === 1 ? 'Answer your section' : 'Answer your first section';
}

function whenComplete({ actor, subject, addressKey, round, setting, instrument }: AssessedOrganisation) {
  if (!can(actor, 'assessment.request-authorisation', subject)) {
    return step('Every question is answered. The coordinator can now ask for authorisation.');
  }
  const href = paths.assessmentRequest(addressKey, round.id, setting);
  return step(`Every question is answered. Check the answers, then ask ${instrument.signing.who} to authorise them.`, {
    text: 'Check and ask for authorisation',
    href,
  });
}

function whileWaiting(assessed: AssessedOrganisation) {
  const { actor, subject, addressKey, round, setting, instrument } = assessed;
  const back = can(actor, 'assessment.return', subject)
    ? { text: 'Return it to change an answer', href: paths.assessmentReturn(addressKey, round.id, setting) }
    : null;
  if (!maySign(assessed)) {
    const who = sentenceStart(instrument.signing.who);
    return step(`${who} of the organisation now reads the answers and authorises them.`, null, back);
  }
  const href = paths.assessmentAuthorise(addressKey, round.id, setting);
  return step(
    'This assessment waits for you. Read the scores and answers, then authorise it, or return it with a reason.',
    { text: 'Read and authorise', href },
    back,
  );
}

function afterSubmission({ addressKey, round, setting }: AssessedOrganisation) {
  return step(
    'Nothing more to do here. The report says where the organisation stands and what to do next.',
    { text: 'Read the report', href: paths.organisationReport(addressKey, round.id, setting) },
    { text: 'See the result and what was signed', href: paths.assessmentResult(addressKey, round.id, setting) },
  );
}

function step(text: string, link: StepLink | null = null, other: StepLink | null = null): NextStep {
  return { text, link, other };
}
