import { paths } from '../../../../paths.ts';
import { countOf } from '../../../../views/format.ts';
import type { Task } from '../../../../views/task-list.tsx';
import { can } from '../../../identity/index.ts';
import { type ProgrammePack, roundDeadlineInWords } from '../../../programme/index.ts';
import { checkCompleteness, givenAnswers, type SavedAnswer } from '../../../scoring/index.ts';
import type { WorkHere } from '../../assigning/read-work-here.ts';
import type { Owed } from '../../assigning/whose-work.ts';
import type { SettingProgress } from '../../list-progress.ts';
import { mayReadAnswers } from '../../reading/may-read-answers.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { isGivenAway } from '../../settings/standing.ts';
import { type AssignmentsLink, assignmentsLink } from '../assigning/assignments-link.ts';
import { yourTasks } from '../assigning/your-work.ts';
import { isHeldUp, whyHeldUp } from '../held-up.ts';
import { type Unread, unreadOf } from '../reading/unread.ts';
import { careSettingName } from '../result-view.ts';
import { wordsFor } from '../state-words.ts';
import { type ThemeTasks, themeTasks } from '../task-list-view.ts';

export interface SettingsOverview {
  readonly organisation: string;
  readonly title: string;
  /** Why nothing can be entered; null where it can. */
  readonly heldUp: string | null;
  readonly submitted: string;
  readonly deadline: string;
  readonly settings: readonly Task[];
  /** Why this person cannot read what is answered once; null where they can. */
  readonly unread: Unread | null;
  /** Where all answers can be taken away as files; null where this person cannot read them. */
  readonly filesHref: string | null;
  /** What is answered once, with how far it has come; empty where every theme is for each setting, or the person cannot read it. */
  readonly once: readonly ThemeTasks[];
  /** Whom a change of what is answered once still reaches. */
  readonly onceCounts: string;
  /** Where it is said which settings the organisation answers for; null for who may not. */
  readonly chooseHref: string | null;
  /** What the reader has, in all of the settings. */
  readonly yours: readonly Task[];
  readonly assignments: AssignmentsLink | null;
  /** Who signs, within a sentence. */
  readonly signer: string;
  readonly provenance: string;
}

interface OverviewFacts {
  readonly saved: readonly SavedAnswer[];
  readonly settings: readonly SettingProgress[];
  /** Who has what of what is answered once. */
  readonly work: WorkHere;
  readonly own: readonly Owed[];
}

/** Everything the page of an organisation with several care settings prints. */
export function settingsOverview(
  pack: Pick<ProgrammePack, 'careSettings'>,
  assessed: AssessedOrganisation,
  { saved, settings, work, own }: OverviewFacts,
  today: string,
): SettingsOverview {
  const { organisation, addressKey, round, instrument, careSetting, actor, subject } = assessed;
  const mayRead = mayReadAnswers(assessed);
  const done = settings.filter(({ submittedAt }) => submittedAt !== null).length;
  return {
    organisation: organisation.name,
    title: round.label,
    heldUp: isHeldUp(assessed) ? whyHeldUp(round, today, mayRead) : null,
    submitted: `${done} of ${countOf(settings.length, 'care setting')}`,
    deadline: roundDeadlineInWords(round, today, assessed.dueOn),
    settings: settings.map((setting) => settingTask(pack, assessed, setting)),
    unread: mayRead ? null : unreadOf(assessed),
    filesHref: mayRead ? paths.returnFiles(addressKey, round.id) : null,
    once: mayRead
      ? themeTasks(assessed, checkCompleteness(instrument, careSetting, givenAnswers(saved)), {
          things: work.things,
          checks: new Map(),
        })
      : [],
    yours: yourTasks(assessed, own, today),
    assignments: assignmentsLink(assessed, work.isAnythingAssigned),
    onceCounts: settings.every(({ state }) => isGivenAway(state))
      ? 'Every care setting has been sent to be signed, with the answers as they were then. A change here changes none of them.'
      : 'What is answered here counts in every care setting that is still being answered. One that was sent to be signed keeps the answers of then.',
    chooseHref: can(actor, 'assessment.choose-settings', subject) ? paths.careSettings(addressKey, round.id) : null,
    signer: instrument.signing.who,
    provenance: instrument.provenance,
  };
}

function settingTask(
  pack: Pick<ProgrammePack, 'careSettings'>,
  { addressKey, round }: AssessedOrganisation,
  { careSetting, state, answered, total }: SettingProgress,
): Task {
  const { label, colour } = wordsFor(state, answered);
  return {
    id: `setting-${careSetting}`,
    text: careSettingName(pack, careSetting),
    href: paths.assessment(addressKey, round.id, careSetting),
    hint: `${answered} of ${countOf(total, 'question')} answered`,
    ...(state === 'submitted' ? { status: label } : { status: label, colour }),
  };
}
