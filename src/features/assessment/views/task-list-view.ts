import { paths } from '../../../paths.ts';
import { countOf, formatDate, listInWords, sentenceStart } from '../../../views/format.ts';
import type { TagColour } from '../../../views/tag.tsx';
import type { Task } from '../../../views/task-list.tsx';
import { can } from '../../identity/index.ts';
import { roundDeadlineInWords, type Section } from '../../programme/index.ts';
import {
  type Completeness,
  checkCompleteness,
  givenAnswers,
  type SavedAnswer,
  type SectionCompleteness,
} from '../../scoring/index.ts';
import type { WorkHere } from '../assigning/read-work-here.ts';
import { isWaitedFor, type WorkThing } from '../assigning/whose-work.ts';
import { mayReadAnswers } from '../reading/may-read-answers.ts';
import type { AssessedOrganisation } from '../require-assessed-organisation.ts';
import type { SecondLook } from '../sense-checks/read-second-look.ts';
import { takeOf } from '../settings/section-taken.ts';
import { type AssignmentsLink, assignmentsLink } from './assigning/assignments-link.ts';
import { assigneesInWords, yourTasks } from './assigning/your-work.ts';
import { isHeldUp, whyHeldUp } from './held-up.ts';
import { type NextStep, nextStep } from './next-step.ts';
import { readByInWords, type Unread, unreadOf } from './reading/unread.ts';
import { isSaid, secondLookInWords } from './sense-checks/sense-checks-view.ts';
import { byWhomAndWhen, submittedInWords } from './stamp-words.ts';
import { wordsFor } from './state-words.ts';

export interface ThemeTasks {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly tasks: readonly Task[];
}

export interface TaskListView {
  readonly organisation: string;
  readonly title: string;
  readonly state: { readonly label: string; readonly colour: TagColour; readonly meaning: string };
  /** Who signs it, within a sentence. */
  readonly signer: string;
  readonly answered: string;
  /** For a bar: done of total. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly deadline: string;
  readonly careSetting: string;
  /** Where it is said which care settings the organisation answers for; null where that is said elsewhere, or by others. */
  readonly chooseHref: string | null;
  /** Why it was given back, while that still matters. */
  /** How it came back to be answered, the last time last: opened again after it was signed, returned unsigned. */
  readonly cameBack: readonly { readonly how: string; readonly reason: string }[];
  /** Who asked for it and who gave it, also where it was returned since. */
  readonly authorisation: string | null;
  /** Where stands what was put to be signed; null for who may not read it. */
  readonly documentsHref: string | null;
  /** How many questions there are about the answers, and how many of them nothing is said to; null where there are none. */
  readonly secondLook: { readonly text: string; readonly href: string } | null;
  readonly next: NextStep;
  /** Where all evidence is; null for whoever may not read it. */
  readonly evidenceHref: string | null;
  /** Where the answers can be taken away as files; null for whoever may not read them. */
  readonly filesHref: string | null;
  /** Who can read what it says, now and later. */
  readonly readBy: string;
  /** Why this person cannot read it yet; null where they can. */
  readonly unread: Unread | null;
  /** What the reader has of it. */
  readonly yours: readonly Task[];
  /** Where it is said who answers what; null for who reads from outside. */
  readonly assignments: AssignmentsLink | null;
  /** Empty where the person cannot read what is said there. */
  readonly themes: readonly ThemeTasks[];
  readonly provenance: string;
}

/** What is shown of a section besides how far it is answered. */
interface BesideTasks {
  readonly things: readonly WorkThing[];
  /** How many questions about its answers nothing is said to, by section. */
  readonly checks: ReadonlyMap<string, number>;
}

interface TaskListFacts {
  readonly saved: readonly SavedAnswer[];
  readonly work: WorkHere;
  /** Null where the answers are not for this person to read. */
  readonly look: SecondLook | null;
  readonly careSettingLabel: string;
  readonly today: string;
}

/** Everything the task list prints. */
export function taskListView(
  assessed: AssessedOrganisation,
  { saved, work, look, careSettingLabel, today }: TaskListFacts,
): TaskListView {
  const { round, instrument, state, addressKey, setting, actor, subject } = assessed;
  const completeness = checkCompleteness(instrument, assessed.careSetting, givenAnswers(saved));
  const words = wordsFor(state, completeness.done);
  const mayRead = mayReadAnswers(assessed);
  return {
    organisation: assessed.heading,
    title: round.label,
    state: {
      ...words,
      meaning: isHeldUp(assessed)
        ? whyHeldUp(round, today, mayRead)
        : words.meaning(instrument.signing.who, assessed.results),
    },
    signer: instrument.signing.who,
    answered: answeredInWords(completeness),
    progress: completeness,
    deadline: roundDeadlineInWords(round, today, assessed.dueOn),
    careSetting: careSettingLabel,
    chooseHref: chooseHref(assessed),
    cameBack: cameBackInWords(assessed, mayRead),
    authorisation: authorisationInWords(assessed),
    documentsHref: mayRead ? paths.assessmentDocuments(assessed.addressKey, round.id, assessed.setting) : null,
    secondLook: mayRead ? secondLookLink(assessed, look) : null,
    evidenceHref: can(actor, 'evidence.read', subject) ? paths.evidence(addressKey, round.id, setting) : null,
    filesHref: mayRead ? paths.returnFiles(addressKey, round.id, setting) : null,
    next: isHeldUp(assessed)
      ? { text: whyHeldUp(round, today, mayRead), link: null, other: null }
      : nextStep(assessed, completeness, waitedFor(work)),
    yours: yourTasks(assessed, work.own, today),
    assignments: assignmentsLink(assessed, work.isAnythingAssigned),
    readBy: readByInWords(instrument, assessed.results),
    unread: mayRead ? null : unreadOf(assessed),
    themes: mayRead ? themeTasks(assessed, completeness, { things: work.things, checks: toCheck(look) }) : [],
    provenance: instrument.provenance,
  };
}

/** The sections in which the reader is still waited for, the earliest due first. */
function waitedFor({ own }: WorkHere): string[] {
  return [...new Set(own.filter(isWaitedFor).map(({ thing }) => thing.section.id))];
}

/** Of each section, how many questions about its answers nothing is said to. */
function toCheck(look: SecondLook | null): ReadonlyMap<string, number> {
  const open = (look?.checks ?? []).filter(({ said }) => !isSaid(said));
  const sections = Map.groupBy(open, ({ sectionId }) => sectionId);
  return new Map([...sections].map(([id, checks]) => [id, checks.length]));
}

function secondLookLink({ addressKey, round, setting }: AssessedOrganisation, look: SecondLook | null) {
  if (look === null || look.checks.length === 0) {
    return null;
  }
  return { text: secondLookInWords(look), href: paths.assessmentSenseChecks(addressKey, round.id, setting) };
}

/** Of one of several it is said on the page of all of them. */
function chooseHref({ instrument, setting, addressKey, round, actor, subject }: AssessedOrganisation): string | null {
  const isHere = instrument.returns === 'per-setting' && setting === null;
  return isHere && can(actor, 'assessment.choose-settings', subject) ? paths.careSettings(addressKey, round.id) : null;
}

/** The themes with their sections to answer, and how far each has come. */
export function themeTasks(
  assessed: AssessedOrganisation,
  completeness: Completeness,
  beside: BesideTasks,
): ThemeTasks[] {
  return assessed.instrument.themes
    .map(({ id, title, description, sections }) => ({
      id,
      title,
      description,
      tasks: sections.flatMap((section) => taskOf(assessed, section, completeness, beside)),
    }))
    .filter(({ tasks }) => tasks.length > 0);
}

/** None where the section asks nothing of the organisation. */
function taskOf(
  assessed: AssessedOrganisation,
  section: Section,
  completeness: Completeness,
  { things, checks }: BesideTasks,
): Task[] {
  const { addressKey, round, setting } = assessed;
  const part = completeness.sections.find(({ sectionId }) => sectionId === section.id);
  return part === undefined
    ? []
    : [
        {
          id: `section-${section.id}`,
          text: `${section.number}. ${section.title}`,
          href: paths.assessmentSection(addressKey, round.id, section.id, setting),
          hint: hintOf(assessed, section, things),
          ...statusOf(part, checks.get(section.id) ?? 0),
        },
      ];
}

function hintOf(assessed: AssessedOrganisation, section: Section, things: readonly WorkThing[]): string {
  const take = takeOf(assessed, section.id);
  if (take !== undefined) {
    return take.giver === null ? 'Answered once for all care settings' : `Taken from ${take.giver.name}`;
  }
  const { sentWith } = assessed;
  return sentWith?.sectionIds.includes(section.id) === true
    ? `Taken from ${sentWith.giver.name}`
    : (assigneesInWords(things, section.id) ?? section.answeredBy);
}

function answeredInWords({ done, total }: Completeness): string {
  // Rounded down, so that only a finished assessment says 100%.
  return `${done} of ${countOf(total, 'question')} (${total === 0 ? 0 : Math.floor((done * 100) / total)}%)`;
}

function statusOf({ done, total, isAsked }: SectionCompleteness, checks: number): Pick<Task, 'status' | 'colour'> {
  if (!isAsked) {
    return { status: 'Not asked so far', colour: 'grey' };
  }
  if (total === 0) {
    return { status: 'For context' };
  }
  if (done === 0) {
    return { status: 'Not started', colour: 'grey' };
  }
  if (done < total) {
    return { status: `${done} of ${total} answered`, colour: 'blue' };
  }
  if (checks > 0) {
    return { status: `Completed, ${checks} to check`, colour: 'yellow' };
  }
  return { status: 'Completed' };
}

/** A reason speaks of answers; why it was opened again is read by those who read what was signed, too. */
function cameBackInWords(
  { assessment, state, isCorrected, actor, subject }: AssessedOrganisation,
  mayRead: boolean,
): TaskListView['cameBack'] {
  if (assessment === null) {
    return [];
  }
  const { reopening, lastReturn } = assessment;
  const opened = isCorrected ? 'Opened for a correction' : 'Opened again';
  const until = isCorrected ? '. The published result stands until the corrected one is signed' : '';
  const knowsWhy = reopening !== null && can(actor, 'assessment.read-provisional', subject);
  return [
    ...(knowsWhy ? [{ how: `${opened} ${byWhomAndWhen(reopening)}${until}`, reason: reopening.reason }] : []),
    ...(mayRead && state === 'in-progress' && lastReturn !== null
      ? [{ how: `Returned ${byWhomAndWhen(lastReturn)}`, reason: lastReturn.reason }]
      : []),
  ];
}

function authorisationInWords({ assessment, dueOn }: AssessedOrganisation): string | null {
  if (assessment === null) {
    return null;
  }
  const { authorisationRequest: asked, submission } = assessment;
  const steps = [
    asked === null ? null : `asked for ${byWhomAndWhen(asked)}`,
    submission === null ? null : `given ${submittedInWords(submission, dueOn)}`,
    assessment.boardApprovedOn === null ? null : `approved by a board on ${formatDate(assessment.boardApprovedOn)}`,
  ].filter((step) => step !== null);
  return steps.length === 0 ? null : sentenceStart(listInWords(steps));
}
