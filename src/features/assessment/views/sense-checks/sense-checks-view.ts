import { countOf } from '../../../../views/format.ts';
import { getSection } from '../../../programme/index.ts';
import { senseCheckLabels, type TypedSenseNote } from '../../../sense-checks/index.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import type { SecondLook } from '../../sense-checks/read-second-look.ts';
import { answeringHref } from '../../settings/section-taken.ts';
import { byWhomAndWhen } from '../stamp-words.ts';

export interface SenseCheckView {
  readonly key: string;
  readonly label: string;
  readonly asks: string;
  /** Where the answer is. */
  readonly link: { readonly text: string; readonly href: string };
  /** What stands, or what was typed and not saved. */
  readonly note: string;
  readonly revision: number;
  /** By whom and when what stands was said; null where nothing is said. */
  readonly said: string | null;
  /** What somebody else has said meanwhile, where that is not what was typed. */
  readonly otherwise: string | null;
}

export interface SenseChecksView {
  readonly checks: readonly SenseCheckView[];
  /** What was typed to what is asked no more. */
  readonly gone: readonly TypedSenseNote[];
}

/** What of a form was not saved. */
export interface UnsavedNotes {
  readonly notes: readonly TypedSenseNote[];
  readonly gone: readonly string[];
}

/** The questions about the answers of an assessment, each with what is said to it, as a page prints them. */
export function senseChecksView(
  assessed: AssessedOrganisation,
  { checks }: SecondLook,
  unsaved: UnsavedNotes = { notes: [], gone: [] },
): SenseChecksView {
  const typed = new Map(unsaved.notes.map((note) => [note.key, note]));
  return {
    checks: checks.map(({ key, kind, asks, sectionId, questionIds, said }) => {
      const { number, title } = getSection(assessed.instrument, sectionId);
      const [only] = questionIds.length === 1 ? questionIds : [];
      const stands = said?.note ?? '';
      const mine = typed.get(key);
      const isOtherwise = mine !== undefined && mine.note !== stands && mine.revision !== (said?.revision ?? 0);
      return {
        key,
        label: senseCheckLabels[kind],
        asks,
        link: {
          text: only === undefined ? `See ${number}. ${title}` : `See question ${only} in ${number}. ${title}`,
          href: `${answeringHref(assessed, sectionId)}#answer-${questionIds[0]}`,
        },
        note: mine?.note ?? stands,
        revision: said?.revision ?? 0,
        said: said === null || stands === '' ? null : byWhomAndWhen(said.noted),
        otherwise: isOtherwise ? stands : null,
      };
    }),
    gone: unsaved.notes.filter(({ key }) => unsaved.gone.includes(key)),
  };
}

/** Whether anything is said to it: what was taken back is nothing. */
export function isSaid(said: SecondLook['checks'][number]['said']): boolean {
  return said !== null && said.note !== '';
}

/** `3 questions about the answers, 2 not replied to yet`. */
export function secondLookInWords({ checks }: SecondLook): string {
  const open = checks.filter(({ said }) => !isSaid(said)).length;
  const asked = countOf(checks.length, 'question about the answers', 'questions about the answers');
  if (open === 0) {
    return `${asked}, all replied to`;
  }
  return open === checks.length ? `${asked}, none replied to yet` : `${asked}, ${open} not replied to yet`;
}
