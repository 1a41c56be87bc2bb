import { paths } from '../../../paths.ts';
import { countOf, formatDate, formatTime } from '../../../views/format.ts';
import type { SummaryRow } from '../../../views/summary-list.tsx';
import type { TagColour } from '../../../views/tag.tsx';
import { answersToSign, checkedInWords, listOf, whatBecameOf } from '../../assessment/index.ts';
import { sectionsOf } from '../../programme/index.ts';
import {
  type ModerationState,
  moderationStateLabels,
  moderationStateOf,
  ofDocument,
} from '../../return-documents/index.ts';
import { challengeable } from '../challenges/challenge.ts';
import { checkedOnes } from '../finding.ts';
import { decideModeration } from '../moderation-state.ts';
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
  readonly finish: {
    readonly digest: string;
    readonly lastRead: number;
    readonly arePublic: boolean;
    readonly challengeDays: number;
  } | null;
  /** Each answer that can be challenged, or was; none before the moderation is finished. */
  readonly challenges: readonly { readonly label: string; readonly href: string; readonly state: string }[];
  readonly links: {
    /** Null for a peer, who reads nothing but what they check. */
    readonly queries: string | null;
    readonly result: string | null;
    readonly list: string | null;
    /** Where people of other organisations are invited; null for who does not. */
    readonly peers: string | null;
    /** Where a peer gives it back; null for others. */
    readonly invitation: string | null;
  };
}

const colours: Readonly<Record<ModerationState, TagColour>> = {
  unchecked: 'grey',
  checking: 'yellow',
  finished: 'green',
  challenged: 'yellow',
};

/** Everything that the page prints about what was found of a signed return. */
export function moderationView(moderated: ModeratedReturn): ModerationPageView {
  const { assessed, document, key, moderation, mayModerate, whyNot, isStanding, isPeer, mayInvite, invitationId } =
    moderated;
  const { addressKey, round, setting, heading } = assessed;
  const decision = decideModeration('check', { ...moderation, isAllRead: true, isInTime: true });
  const canCheck = mayModerate && decision.kind === 'ok';
  const state = moderationStateOf(moderation);
  return {
    organisation: heading,
    state: isStanding
      ? { label: moderationStateLabels[state], colour: colours[state], meaning: meaningOf(moderated) }
      : {
          label: document.correction === null ? 'Open again' : 'Corrected',
          colour: 'grey',
          meaning: 'This document counts no more, and neither does what was found of it.',
        },
    facts: [
      { key: 'What is signed', value: whatBecameOf(document, false) },
      {
        key: 'Who reads this',
        value:
          'The organisation, its region, the national team, and peers of other organisations who are invited to check it. Everybody sees both scores, and no reason, once results are public, what was found can be challenged no more, and every challenge is answered.',
      },
    ],
    challenges: challengeLines(moderated),
    found: moderated.moderation.checked === 0 ? null : foundOtherwise(moderated),
    sections: sectionLines(moderated),
    canCheck,
    whyNot:
      mayModerate && isStanding && decision.kind === 'refused' && !moderation.isFinished
        ? `${decision.reason}.`
        : whyNot,
    finish:
      canCheck && moderation.checked > 0
        ? {
            digest: key.digest,
            lastRead: moderation.saves.length,
            arePublic: assessed.results.isPublic,
            challengeDays: moderated.challengeDays,
          }
        : null,
    links: {
      queries: isPeer ? null : ofDocument(moderated, paths.queries(addressKey, round.id, setting)),
      result: isStanding && !isPeer ? paths.assessmentResult(addressKey, round.id, setting) : null,
      list: isPeer ? null : listOf(assessed),
      invitation: invitationId === null ? null : paths.peer(addressKey, round.id, invitationId, setting),
      peers: mayInvite ? ofDocument(moderated, paths.peers(addressKey, round.id, setting)) : null,
    },
  };
}

function meaningOf({ moderation, toCheck, challengedBefore }: ModeratedReturn): string {
  const { finished, checked, openChallenges } = moderation;
  if (finished !== null) {
    const said = `${checkedInWords(finished)} Finished on ${formatTime(finished.finishedAt)}.`;
    const until =
      challengedBefore === null ? '' : ` What was found can be challenged before ${formatDate(challengedBefore)}.`;
    return openChallenges === 0
      ? `${said}${until}`
      : `${said}${until} ${countOf(openChallenges, 'challenge')} ${openChallenges === 1 ? 'is' : 'are'} not answered, and nothing of it is public before that.`;
  }
  return checked === 0
    ? `None of ${countOf(toCheck.length, 'answer')} is checked by anybody from outside.`
    : `${checked} of ${countOf(toCheck.length, 'answer')} ${checked === 1 ? 'is' : 'are'} checked so far. Nothing counts until it is finished.`;
}

function challengeLines(moderated: ModeratedReturn): ModerationPageView['challenges'] {
  const { assessed, moderation, mayChallenge } = moderated;
  if (moderation.finished === null) {
    return [];
  }
  const { addressKey, round, setting } = assessed;
  const { challenges, findings } = moderation;
  const line = (id: string, state: string) => ({
    label: `What was found of ${id}`,
    href: ofDocument(moderated, paths.challenge(addressKey, round.id, id, setting)),
    state,
  });
  return [
    ...challenges.map(({ questionId, decision }) =>
      line(questionId, decision === null ? 'Challenged, not answered' : decided[decision.decision]),
    ),
    ...challengeable(findings, challenges).map(({ questionId }) =>
      line(questionId, mayChallenge ? 'Not challenged: you can' : 'Not challenged'),
    ),
  ];
}

const decided = {
  stands: 'Challenged: what was found stands',
  upheld: 'Challenged and upheld: something else is found now',
} as const;

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

function sectionLines(moderated: ModeratedReturn): ModerationPageView['sections'] {
  const { assessed, toCheck, moderation } = moderated;
  const { addressKey, round, setting } = assessed;
  const checked = new Set(checkedOnes(moderation.findings).map(({ questionId }) => questionId));
  return sectionsToCheck(assessed, toCheck).map((section) => {
    const own = section.questions.filter(({ id }) => toCheck.includes(id));
    return {
      title: `${section.number}. ${section.title}`,
      href: ofDocument(moderated, paths.moderationSection(addressKey, round.id, section.id, setting)),
      checked: `${own.filter(({ id }) => checked.has(id)).length} of ${own.length} checked`,
    };
  });
}
