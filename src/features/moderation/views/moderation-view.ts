import { paths } from '../../../paths.ts';
import { countOf, formatTime } from '../../../views/format.ts';
import type { SummaryRow } from '../../../views/summary-list.tsx';
import type { TagColour } from '../../../views/tag.tsx';
import { answersToSign, checkedInWords, listOf, whatBecameOf } from '../../assessment/index.ts';
import { sectionsOf } from '../../programme/index.ts';
import { checkedOnes } from '../finding.ts';
import { decideModeration, type ModerationState, moderationStateOf } from '../moderation-state.ts';
import type { ModeratedReturn } from '../require-moderated.ts';
import { sectionsToCheck } from '../sections-to-check.ts';
import { type FindingRead, findingRead } from './section-view.ts';

export interface FoundOtherwise extends FindingRead {
  readonly id: string;
  readonly question: string;
  /** What was signed. */
  readonly signed: string;
}

export interface ModerationPageView {
  readonly organisation: string;
  readonly state: { readonly label: string; readonly colour: TagColour; readonly meaning: string };
  readonly facts: readonly SummaryRow[];
  /** Null while nothing is checked: then nothing can be said of it. */
  readonly found: readonly FoundOtherwise[] | null;
  readonly sections: readonly { readonly title: string; readonly href: string; readonly checked: string }[];
  readonly canCheck: boolean;
  /** Why whoever checks returns cannot check this one; empty otherwise. */
  readonly whyNot: string;
  /** Null where it cannot be finished by this reader now. */
  readonly finish: { readonly digest: string; readonly lastRead: number; readonly arePublic: boolean } | null;
  readonly links: { readonly queries: string; readonly result: string | null; readonly list: string };
}

const words: Readonly<Record<ModerationState, { readonly label: string; readonly colour: TagColour }>> = {
  unchecked: { label: 'Not checked', colour: 'grey' },
  checking: { label: 'Being checked', colour: 'yellow' },
  finished: { label: 'Finished', colour: 'green' },
};

/** Everything that the page prints about what was found of a signed return. */
export function moderationView(moderated: ModeratedReturn): ModerationPageView {
  const { assessed, document, key, moderation, mayModerate, whyNot } = moderated;
  const { addressKey, round, setting, heading } = assessed;
  const decision = decideModeration('check', { ...moderation, isAllRead: true });
  const canCheck = mayModerate && decision.kind === 'ok';
  const isStanding = document.reopening === null;
  return {
    organisation: heading,
    state: isStanding
      ? { ...words[moderationStateOf(moderation)], meaning: meaningOf(moderated) }
      : {
          label: 'Open again',
          colour: 'grey',
          meaning: 'This document counts no more, and neither does what was found of it.',
        },
    facts: [
      { key: 'What is signed', value: whatBecameOf(document, false) },
      {
        key: 'Who reads this',
        value:
          'The organisation, its region and the national team. Everybody sees both scores once results are public, and no reason.',
      },
    ],
    found: moderated.moderation.checked === 0 ? null : foundOtherwise(moderated),
    sections: sectionLines(moderated),
    canCheck,
    whyNot:
      mayModerate && isStanding && decision.kind === 'refused' && !moderation.isFinished
        ? `${decision.reason}.`
        : whyNot,
    finish:
      canCheck && moderation.checked > 0
        ? { digest: key.digest, lastRead: moderation.saves.length, arePublic: assessed.results.isPublic }
        : null,
    links: {
      queries: paths.queries(addressKey, round.id, setting),
      result: isStanding ? paths.assessmentResult(addressKey, round.id, setting) : null,
      list: listOf(assessed),
    },
  };
}

function meaningOf({ moderation, toCheck }: ModeratedReturn): string {
  const { finished, checked } = moderation;
  if (finished !== null) {
    return `${checkedInWords(finished)} Finished on ${formatTime(finished.finishedAt)}.`;
  }
  return checked === 0
    ? `None of ${countOf(toCheck.length, 'answer')} is checked by anybody from outside.`
    : `${checked} of ${countOf(toCheck.length, 'answer')} ${checked === 1 ? 'is' : 'are'} checked so far. Nothing counts until it is finished.`;
}

function foundOtherwise({ assessed: { instrument }, document, moderation }: ModeratedReturn): FoundOtherwise[] {
  const others = new Map(
    moderation.findings.filter(({ finding }) => finding.verdict === 'other').map((saved) => [saved.questionId, saved]),
  );
  return sectionsOf(instrument).flatMap((section) => {
    const signed = answersToSign(instrument, section, document.document);
    return section.questions.flatMap((question) => {
      const saved = others.get(question.id);
      const read = saved === undefined ? null : findingRead(instrument, question, saved);
      const answer = signed.find(({ id }) => id === question.id);
      return read === null || answer === undefined
        ? []
        : [{ ...read, id: question.id, question: answer.question, signed: answer.answer }];
    });
  });
}

function sectionLines({ assessed, toCheck, moderation }: ModeratedReturn): ModerationPageView['sections'] {
  const { addressKey, round, setting } = assessed;
  const checked = new Set(checkedOnes(moderation.findings).map(({ questionId }) => questionId));
  return sectionsToCheck(assessed, toCheck).map((section) => {
    const own = section.questions.filter(({ id }) => toCheck.includes(id));
    return {
      title: `${section.number}. ${section.title}`,
      href: paths.moderationSection(addressKey, round.id, section.id, setting),
      checked: `${own.filter(({ id }) => checked.has(id)).length} of ${own.length} checked`,
    };
  });
}
