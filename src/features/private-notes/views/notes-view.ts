import { paths } from '../../../paths.ts';
import { formatTime, inSentence, listInWords } from '../../../views/format.ts';
import { type AssessedOrganisation, careSettingName } from '../../assessment/index.ts';
import { type ProgrammePack, sectionsFor, wholeOrganisation } from '../../programme/index.ts';
import { openMentions, standingStep, type Thread } from '../../threads/index.ts';
import type { ThreadLine } from './all-notes-page.tsx';

/** Where a thread was begun, as said on the pages of one care setting; empty for its own. */
export function begunForInWords(
  pack: Pick<ProgrammePack, 'careSettings'>,
  { careSetting, settings }: Pick<AssessedOrganisation, 'careSetting' | 'settings'>,
  { subject: { part } }: Pick<Thread, 'subject'>,
): string {
  if (part === careSetting || settings.length < 2) {
    return '';
  }
  return part === wholeOrganisation
    ? 'About what is answered once for all care settings'
    : `About ${inSentence(careSettingName(pack, part))}`;
}

/** What a thread is about that has no page of its own any more. */
export function leftOutInWords(
  pack: Pick<ProgrammePack, 'careSettings'>,
  { subject: { part, key } }: Pick<Thread, 'subject'>,
): string {
  return part === wholeOrganisation
    ? `About ${key}, which is asked no more`
    : `About ${key} for ${inSentence(careSettingName(pack, part))}`;
}

const BEGINNING = 100;

/**
 * All threads of an assessment: those that are open first, and of each sort the one last added to. They wait for whoever is mentioned and holds a
 * role still; `readers`: the ids of all who do.
 */
export function threadLines(
  pack: Pick<ProgrammePack, 'careSettings'>,
  assessed: AssessedOrganisation,
  threads: readonly Thread[],
  readers: ReadonlySet<string>,
): ThreadLine[] {
  const { addressKey, round, setting, instrument, careSetting } = assessed;
  const put = new Set(sectionsFor(instrument, careSetting).flatMap(({ questions }) => questions.map(({ id }) => id)));
  const latest = (thread: Thread) => standingStep(thread).at.getTime();
  const isOpen = (thread: Thread) => standingStep(thread).state === 'open';
  return threads
    .filter(({ subject }) => put.has(subject.key))
    .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || latest(b) - latest(a))
    .map((thread) => {
      const { threadId, subject, steps } = thread;
      const { by, at } = standingStep(thread);
      const waiting = openMentions(thread).filter(({ personId, hasAnswered }) => !hasAnswered && readers.has(personId));
      return {
        id: threadId,
        question: subject.key,
        href: paths.questionNotes(addressKey, round.id, subject.key, setting, threadId),
        isOpen: isOpen(thread),
        begunFor: begunForInWords(pack, assessed, thread),
        beginning:
          steps[0].text.length > BEGINNING ? `${steps[0].text.slice(0, BEGINNING).toWellFormed()}…` : steps[0].text,
        last: `${by.personName}, ${formatTime(at)}`,
        waitsFor: listInWords(waiting.map(({ name }) => name)),
      };
    });
}
