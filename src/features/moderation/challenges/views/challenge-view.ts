import { paths } from '../../../../paths.ts';
import { formatDate, formatTime } from '../../../../views/format.ts';
import { type Section, sectionsOf } from '../../../programme/index.ts';
import type { SavedFinding } from '../../finding.ts';
import { boundInWords } from '../../impartial.ts';
import { notCheckedChoice } from '../../parse-findings.ts';
import type { ModeratedReturn } from '../../require-moderated.ts';
import {
  type CheckedAnswer,
  checkedAnswers,
  type FindingRead,
  findingRead,
  type UnsavedFindings,
} from '../../views/section-view.ts';
import { challengeable, challengedFinding, whyNotDecide } from '../challenge.ts';

/** Something that was said, with by whom and when. */
interface Said {
  readonly head: string;
  readonly text: string;
}

export interface ChallengeView {
  readonly questionId: string;
  readonly answer: CheckedAnswer;
  /** As it is, or was, challenged. */
  readonly found: FindingRead;
  readonly challenge: Said | null;
  readonly decision: (Said & { readonly instead: FindingRead | null }) | null;
  /** What of it the reader can do now. */
  readonly form: 'challenge' | 'answer' | null;
  /** Why they cannot, where they could otherwise; empty where there is nothing to say. */
  readonly whyNot: string;
  readonly challengedBefore: string;
  readonly action: string;
}

/** The section of a question. */
export function sectionWith({ assessed: { instrument } }: ModeratedReturn, questionId: string): Section | null {
  return sectionsOf(instrument).find(({ questions }) => questions.some(({ id }) => id === questionId)) ?? null;
}

/** Everything that is said of one answer that was found otherwise; null where none was, or the moderation is not finished. */
export function challengeView(
  moderated: ModeratedReturn,
  questionId: string,
  unsaved: UnsavedFindings = { typed: new Map(), conflicts: [] },
): ChallengeView | null {
  const { assessed, challengedBefore } = moderated;
  const placed = placeOf(moderated, questionId, unsaved);
  if (placed === null || challengedBefore === null) {
    return null;
  }
  const { answer, found, saved, challenge } = placed;
  const { addressKey, round, setting } = assessed;
  const whyNot = whyNotNow(moderated, challenge, saved);
  const form = formOf(moderated, challenge, whyNot);
  const typed = unsaved.typed.get(questionId);
  const address = form === 'answer' ? paths.challengeAnswer : paths.challenge;
  return {
    questionId,
    // Nothing is chosen before it was thought about.
    answer: {
      ...answer,
      label: `What do you find of ${questionId}?`,
      choices: answer.choices.filter(({ value }) => value !== notCheckedChoice),
      chosen: typed?.choices ?? [],
      reason: typed?.reason ?? '',
    },
    found,
    challenge: challenge === null ? null : said('Challenged by', challenge),
    decision: decisionRead(challenge, answer),
    form,
    whyNot: form === null ? whyNot : '',
    challengedBefore: formatDate(challengedBefore),
    action: address(addressKey, round.id, questionId, setting),
  };
}

interface Placed {
  readonly answer: CheckedAnswer;
  /** The save that is, or can be, challenged, and the same in words. */
  readonly saved: SavedFinding;
  readonly found: FindingRead;
  readonly challenge: Challenged | null;
}

function placeOf(moderated: ModeratedReturn, questionId: string, unsaved: UnsavedFindings): Placed | null {
  const { challenges, findings, saves } = moderated.moderation;
  const challenge = challenges.find((each) => each.questionId === questionId) ?? null;
  const saved =
    challenge === null
      ? challengeable(findings, challenges).find((each) => each.questionId === questionId)
      : challengedFinding(saves, challenge);
  const section = sectionWith(moderated, questionId);
  const question = section?.questions.find(({ id }) => id === questionId);
  if (saved == null || section === null || question === undefined) {
    return null;
  }
  const answer = checkedAnswers(moderated, section, unsaved).find(({ id }) => id === questionId);
  const found = findingRead(moderated.assessed.instrument, question, saved);
  return answer === undefined || found === null ? null : { answer, saved, found, challenge };
}

function decisionRead(challenge: Challenged | null, { standing }: CheckedAnswer): ChallengeView['decision'] {
  const decision = challenge?.decision ?? null;
  if (decision === null) {
    return null;
  }
  return decision.decision === 'stands'
    ? { ...said('What was found stands, says', decision), instead: null }
    : { ...said('Upheld by', decision), instead: standing };
}

type Challenged = ModeratedReturn['moderation']['challenges'][number];

function said(how: string, { by, at, reason }: Pick<Challenged, 'by' | 'at' | 'reason'>): Said {
  return { head: `${how} ${by.personName} (${by.onBehalfOf}), ${formatTime(at)}:`, text: reason };
}

function whyNotNow(
  { isStanding, isBound, mayAnswer, whyNot, assessed: { actor, organisation } }: ModeratedReturn,
  challenge: Challenged | null,
  saved: SavedFinding,
): string {
  if (!isStanding) {
    return 'This document counts no more, and neither does what was found of it.';
  }
  if (challenge === null || challenge.decision !== null) {
    return '';
  }
  if (isBound) {
    return boundInWords(organisation.name);
  }
  const second = mayAnswer ? whyNotDecide(actor.personId, challenge, saved) : null;
  return second === null ? whyNot : `${second}.`;
}

function formOf(
  { mayChallenge, mayAnswer }: ModeratedReturn,
  challenge: Challenged | null,
  whyNot: string,
): ChallengeView['form'] {
  if (challenge === null) {
    return mayChallenge ? 'challenge' : null;
  }
  return challenge.decision === null && mayAnswer && whyNot === '' ? 'answer' : null;
}
