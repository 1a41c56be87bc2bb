import { paths } from '../../paths.ts';
import { formatDate } from '../../views/format.ts';
import type { AssignedFact, AssignedPlace } from '../assessment/index.ts';
import type { LetterKind } from '../programme/index.ts';
import type { Happening } from './happening.ts';
import type { Audience, NoticeDraft } from './notice-draft.ts';

const kinds: Readonly<Partial<Record<string, LetterKind>>> = {
  'assignment.assign': 'section-assigned',
  'assignment.change': 'assignment-changed',
  'assignment.reopen': 'assignment-changed',
  'assignment.end': 'assignment-ended',
  'assignment.remind': 'assignment-reminder',
};

/** What those are told whose assignments a step was about: one letter for each of them. */
export function assignmentNotices({ action, by, detail }: Happening, place: AssignedPlace): NoticeDraft[] {
  const kind = kinds[action];
  const about = new Set(detail.assignments);
  // What was taken back since is told of by the step that took it back.
  const told = place.assigned.filter(
    ({ assignmentId, standing }) => about.has(assignmentId) && (standing === 'ended') === (kind === 'assignment-ended'),
  );
  if (kind === undefined || detail.isTold === true) {
    return [];
  }
  return [...Map.groupBy(told, ({ personId }) => personId)].map(([personId, own]) => {
    const message = action === 'assignment.remind' ? (detail.note ?? '') : (own[0]?.message ?? '');
    return {
      kind,
      to: [answerersOf(place, [personId])],
      href: hrefOf(place, kind === 'assignment-ended' ? [] : own),
      known: {
        ...placeKnown(place),
        by,
        sections: linesOf(own),
        minutes: minutesOf(own),
        message: messageAfter(by, message),
        reason: detail.reason ?? '',
      },
    };
  });
}

export function answerersOf({ organisationId }: AssignedPlace, personIds: readonly string[]): Audience {
  const roles = ['contributor', 'coordinator', 'executive', 'signatory'] as const;
  return { roles, scopeKind: 'organisation', scopeIds: [organisationId], personIds };
}

export function placeKnown({ name, round }: AssignedPlace) {
  return { organisation: name, round: round.label };
}

/** To the section where all of it is in one, or to the list on which what is theirs stands first. */
export function hrefOf({ addressKey, round }: AssignedPlace, own: readonly AssignedFact[]): string {
  const [href, ...others] = new Set(own.map((each) => each.href));
  return href !== undefined && others.length === 0 ? href : paths.assessment(addressKey, round.id);
}

/** A line for each: `2. Leadership, by 8 January 2016`. */
export function linesOf(own: readonly AssignedFact[]): string {
  return own
    .map(({ thing, dueOn, isResponsible }) => `- ${thing}, by ${formatDate(dueOn)}${isResponsible ? '' : ', to help'}`)
    .join('\n');
}

export function minutesOf(own: readonly AssignedFact[]): string {
  const minutes = own.reduce((sum, each) => sum + each.minutes, 0);
  return String(Math.max(minutes, 5));
}

function messageAfter(by: string, message: string): string {
  return message === '' ? '' : `\n\n${by} writes:\n\n${message}`;
}
