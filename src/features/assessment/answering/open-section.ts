import type { Connection } from '../../../platform/database/database.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { heldForStep } from '../../rounds/index.ts';
import type { AssessmentState } from '../assessment.ts';
import type { AssessmentActing } from '../assessment-acting.ts';
import type { LockedAssessment } from '../assessment-repository.ts';
import { nextAssessmentState } from '../assessment-state.ts';
import type { Takes } from '../settings/answers-in-effect.ts';
import { readTakes } from '../settings/read-takes.ts';
import { lockRoundAndAssessment } from './held-section-repository.ts';
import { type OpenAssessment, openAssessment } from './open-assessment.ts';

export interface OpenSections extends OpenAssessment {
  /** Whether the round took answers when the page was asked for. */
  readonly isRoundOpen: boolean;
  readonly pack: ProgrammePack;
  /** Whether it is one of several care settings, which does not answer by itself what is answered once for all of them. */
  readonly isOneOfSeveral: boolean;
  readonly sectionIds: readonly string[];
}

export interface OpenSection extends Omit<OpenSections, 'sectionIds'> {
  readonly sectionId: string;
}

export type SectionOpening =
  /** With the state that an answer leads to. */
  | { readonly kind: 'opened'; readonly assessment: LockedAssessment; readonly next: AssessmentState }
  /** Answers are locked; says why. */
  | { readonly kind: 'locked'; readonly reason: string };

/** Why nothing can be said to the questions of an assessment that nobody has opened yet; null where it can. */
function whyNotBegun({ isRoundOpen }: Pick<OpenSections, 'isRoundOpen'>, by: AssessmentActing): string | null {
  const facts = { isRoundOpen, isComplete: false, actorRoles: by.roles };
  const mayBegin = nextAssessmentState('not-started', { kind: 'save-answer' }, facts);
  return mayBegin.kind === 'refused' ? mayBegin.reason : null;
}

/** Locks the assessment for whoever says something to a question of a section, opening it first where nobody has. */
export function openSection(
  transaction: Connection,
  { sectionId, ...save }: OpenSection,
  by: AssessmentActing,
): Promise<SectionOpening> {
  return openSections(transaction, { ...save, sectionIds: [sectionId] }, by);
}

/** The same for questions of several sections, each of which must be answered here. */
export async function openSections(
  transaction: Connection,
  save: OpenSections,
  by: AssessmentActing,
): Promise<SectionOpening> {
  // Asked before there is one, so that a round that takes no answers opens none.
  const reason = whyNotBegun(save, by);
  if (reason !== null) {
    return { kind: 'locked', reason };
  }
  // The round is held before the assessment, as by whoever asks for a signature or signs.
  const named = { ...save, roundId: save.round.id };
  const { standing, assessment: there } = await lockRoundAndAssessment(transaction, named, save.questionIds);
  const held = await heldForStep(transaction, { round: save.round, standing }, by.at);
  const opening = await openAssessment(transaction, save, held, by, there);
  if (opening.kind === 'refused') {
    return { kind: 'locked', reason: opening.reason };
  }
  const { assessment } = opening;
  const facts = { isRoundOpen: held.isOpen || assessment.isCorrected, isComplete: false, actorRoles: by.roles };
  const decision = nextAssessmentState(assessment.state, { kind: 'save-answer' }, facts);
  if (decision.kind === 'refused') {
    return { kind: 'locked', reason: decision.reason };
  }
  const takes = await readTakes(transaction, named, assessment);
  const take = takes.find(({ sectionIds }) => save.sectionIds.some((id) => sectionIds.includes(id)));
  return take === undefined
    ? { kind: 'opened', assessment, next: decision.state }
    : { kind: 'locked', reason: whyTaken(take) };
}

function whyTaken({ giver }: Takes): string {
  return giver === null
    ? 'This section is answered once for all care settings'
    : `The answers to this section are taken from ${giver.name}`;
}
