import { paths } from '../../paths.ts';
import { countOf, formatDate, inSentence } from '../../views/format.ts';
import type { AssessmentState, AssignedPlace } from '../assessment/index.ts';
import { type Actor, can, type Role } from '../identity/index.ts';
import type { ChallengeWork } from '../moderation/index.ts';
import type { Signing } from '../programme/index.ts';
import type { VersionState } from '../roadmap/index.ts';
import { assignedItems, hasAssigned } from './assigned-items.ts';
import { formationItems } from './formation-items.ts';
import { type MemberRoadmapFact, memberRoadmapItems } from './member-roadmap-items.ts';
import { activationItem, contradictionItem, messageItem, setUpItem } from './programme-items.ts';
import { type RoadmapFact, roadmapItems } from './roadmap-items.ts';
import type { Step } from './story.ts';
import { challengeItems } from './threads/challenge-items.ts';
import type { ThreadFacts } from './threads/gather-threads.ts';
import { mentionItems } from './threads/mention-items.ts';
import { type ModerationFactsOfPerson, moderationItems } from './threads/moderation-items.ts';
import { queryItems, validationItem } from './threads/query-items.ts';
import type { ActivationFact, FormationFact, RoundOfWork, WorkItem } from './work-item.ts';

/** An assessment of an organisation the person acts for. */
export interface AssessmentFact {
  readonly organisationId: string;
  /** What stands for the organisation in the address of its assessment. */
  readonly addressKey: string;
  readonly name: string;
  /** One care setting of several, each of which is assessed by itself; null where the organisation has one alone. */
  readonly setting: { readonly id: string; readonly label: string } | null;
  /** Who signs it. */
  readonly signing: Pick<Signing, 'roles' | 'who'>;
  readonly round: RoundOfWork;
  readonly dueOn: string;
  /** Whether its programme is over, so that nobody is asked to begin it, though it is still taken. */
  readonly isLongOver: boolean;
  readonly state: AssessmentState;
  /** Whether it is open for a correction, be its round open or not: what was published stands meanwhile. */
  readonly isCorrected: boolean;
  readonly done: number;
  readonly total: number;
}

/** That another organisation of its group asks one that the person acts for to answer together. */
export interface SharingFact {
  readonly sharingId: string;
  readonly organisationId: string;
  readonly addressKey: string;
  readonly name: string;
  /** The one that asks. */
  readonly other: string;
  readonly round: RoundOfWork;
}

/** A frozen version that an organisation the person acts for is asked to endorse and has not decided on. */
export interface EndorsementFact {
  readonly organisationId: string;
  readonly code: string;
  readonly organisationName: string;
  readonly slug: string;
  readonly footprintName: string;
  readonly number: number;
  /** By when the roadmap is asked for; null where its round is closed. */
  readonly dueOn: string | null;
}

/** A version waiting for review in a region the person reviews for. */
export interface ReviewFact {
  readonly regionIds: readonly string[];
  readonly slug: string;
  readonly footprintName: string;
  readonly number: number;
  readonly state: VersionState;
}

export interface WorkFacts extends ThreadFacts, ModerationFactsOfPerson {
  readonly assessments: readonly AssessmentFact[];
  /** What is assigned in them, to whomever. */
  readonly assigned: readonly AssignedPlace[];
  readonly sharings: readonly SharingFact[];
  /** Finished moderations of which something waits, or can be challenged still. */
  readonly challenges: readonly ChallengeWork[];
  readonly roadmaps: readonly RoadmapFact[];
  readonly endorsements: readonly EndorsementFact[];
  readonly memberRoadmaps: readonly MemberRoadmapFact[];
  readonly reviews: readonly ReviewFact[];
  readonly formations: readonly FormationFact[];
  readonly activations: readonly ActivationFact[];
  readonly unansweredMessages: number;
  /** What directory files say against the directory, on which nobody has decided. */
  readonly undecidedContradictions: number;
  /** What is missing until the programme runs; none where the person has no part in that. */
  readonly missingOfSetUp: number;
}

/** What waits for a person, and what they may look at, from the roles they hold and where things stand. */
export function workItems(actor: Actor, facts: WorkFacts): WorkItem[] {
  return [
    ...setUpItem(facts.missingOfSetUp),
    ...toDecide(actor, facts).map(endorsementItem),
    ...facts.sharings.flatMap((fact) => sharingItem(actor, fact)),
    ...assignedItems(actor, facts.assigned),
    ...mentionItems(actor, facts.mentions),
    ...facts.assessments.map((fact) => assessmentItem(actor, fact, facts.assigned)),
    ...roadmapItems(actor, facts.roadmaps),
    ...memberRoadmapItems(actor, facts.memberRoadmaps, new Set(toDecide(actor, facts).map(({ slug }) => slug))),
    ...facts.reviews.flatMap((fact) => reviewItem(actor, fact)),
    ...facts.formations.flatMap((fact) => formationItems(actor, fact)),
    ...queryItems(actor, facts.queries),
    ...challengeItems(actor, facts.challenges),
    ...moderationItems(actor, facts),
    ...validationItem(actor, facts.toValidate),
    ...facts.activations.flatMap((fact) => activationItem(actor, fact)),
    ...messageItem(actor, facts.unansweredMessages),
    ...contradictionItem(actor, facts.undecidedContradictions),
  ];
}

function assessmentItem(actor: Actor, fact: AssessmentFact, assigned: readonly AssignedPlace[]): WorkItem {
  const place = { organisationId: fact.organisationId, roundId: fact.round.id };
  const step = assessmentStep(actor, { ...fact, hasOwn: hasAssigned(actor, assigned, place) });
  const { round, setting } = fact;
  const name = setting === null ? fact.name : `${fact.name}, ${inSentence(setting.label)}`;
  const isDone = fact.state === 'submitted';
  const isHeldUp = round.state !== 'open' && !isDone && !fact.isCorrected;
  return {
    id: ['assessment', fact.addressKey, round.id, ...(setting === null ? [] : [setting.id])].join('-'),
    text:
      step.toDo === null ? `${round.label}: ${name}` : `${step.toDo} the assessment of ${name} for “${round.label}”`,
    href: step.href,
    hint: fact.isCorrected ? `Open for a correction. ${step.hint}` : step.hint,
    dueOn: isHeldUp || isDone || fact.isCorrected || isToLeave(fact) ? null : fact.dueOn,
    waits: step.toDo !== null,
    part: { place: fact.organisationId, step: step.step },
    heldBy: isHeldUp ? round : null,
  };
}

interface AssessmentStep {
  /** What is asked of the person, to go before the name of the assessment; null where nothing waits for them. */
  readonly toDo: string | null;
  readonly href: string;
  readonly hint: string;
  readonly step: Step;
}

/** With whether the person was given anything of it: then that is what is asked of them. */
type AskedFact = AssessmentFact & { readonly hasOwn: boolean };

function assessmentStep(actor: Actor, fact: AskedFact): AssessmentStep {
  const { addressKey, round, setting } = fact;
  const list = paths.assessment(addressKey, round.id, setting?.id);
  if (round.state !== 'open' && fact.state !== 'submitted' && !fact.isCorrected) {
    return { toDo: null, href: list, hint: 'This round is not open', step: 'answer' };
  }
  if (isToLeave(fact)) {
    return {
      toDo: null,
      href: list,
      hint: `Nothing recorded here. It was due by ${formatDate(fact.dueOn)}`,
      step: 'answer',
    };
  }
  switch (fact.state) {
    case 'not-started':
    case 'in-progress':
      return { ...answeringStep(partIn(actor, fact), fact), href: list };
    case 'awaiting-authorisation':
      return maySign(actor, fact)
        ? {
            toDo: 'Check and sign',
            href: paths.assessmentAuthorise(addressKey, round.id, setting?.id),
            hint: 'Complete: waiting for you to authorise it',
            step: 'sign',
          }
        : { toDo: null, href: list, hint: `Complete: waiting for ${fact.signing.who} to authorise it`, step: 'sign' };
    default:
      return {
        toDo: null,
        href: paths.organisationReport(addressKey, round.id, setting?.id),
        hint: 'Submitted: read the report',
        step: 'sign',
      };
  }
}

function isToLeave({ isLongOver, state }: Pick<AssessmentFact, 'isLongOver' | 'state'>): boolean {
  return isLongOver && state === 'not-started';
}

function maySign({ grants }: Actor, { organisationId, signing }: AssessmentFact): boolean {
  const roles: readonly Role[] = signing.roles;
  return grants.some(({ role, scopeId }) => scopeId === organisationId && roles.includes(role));
}

type AnsweringPart = 'coordinates' | 'contributes' | 'signs';

/** What somebody is there for while an assessment is answered. Who signs may answer too, but is not asked to. */
function partIn({ grants }: Actor, { organisationId }: AssessmentFact): AnsweringPart {
  const roles = grants.filter(({ scopeId }) => scopeId === organisationId).map(({ role }) => role);
  if (roles.includes('coordinator')) {
    return 'coordinates';
  }
  return roles.includes('contributor') ? 'contributes' : 'signs';
}

function answeringStep(
  part: AnsweringPart,
  { state, done, total, hasOwn, signing: { who } }: AskedFact,
): Omit<AssessmentStep, 'href'> {
  const all = total === 1 ? 'The question is answered' : `All ${countOf(total, 'question')} answered`;
  const howFar =
    state === 'not-started' && done === 0
      ? `Nothing answered yet: ${countOf(total, 'question')} to answer`
      : `${done} of ${countOf(total, 'question')} answered`;
  const isComplete = total > 0 && done === total;
  switch (part) {
    case 'coordinates':
      return {
        ...(isComplete ? { toDo: `Ask ${who} to sign`, hint: all } : { toDo: 'Complete', hint: howFar }),
        step: 'complete',
      };
    case 'contributes':
      return isComplete
        ? { toDo: null, hint: `${all}: the coordinator asks ${who} to sign`, step: 'answer' }
        : { toDo: hasOwn ? null : 'Answer questions in', hint: howFar, step: 'answer' };
    case 'signs':
      return {
        toDo: null,
        hint: `${isComplete ? all : howFar}. You check and sign it once you are asked to`,
        step: 'sign',
      };
  }
}

function sharingItem(
  actor: Actor,
  { sharingId, organisationId, addressKey, name, other, round }: SharingFact,
): WorkItem[] {
  return can(actor, 'assessment.share', { organisationIds: [organisationId] })
    ? [
        {
          id: `sharing-${sharingId}`,
          text: `Agree that ${name} answers together with ${other}, or decline`,
          href: paths.answeringTogether(addressKey, round.id),
          hint: `${other} proposes it for “${round.label}”`,
          dueOn: null,
          waits: true,
          part: { place: organisationId, step: 'answer' },
          heldBy: null,
        },
      ]
    : [];
}

/** The endorsements that are this person's to give. */
function toDecide(actor: Actor, { endorsements }: WorkFacts): EndorsementFact[] {
  return endorsements.filter(({ organisationId }) =>
    can(actor, 'roadmap.endorse', { organisationIds: [organisationId] }),
  );
}

function endorsementItem(fact: EndorsementFact): WorkItem {
  return {
    id: `endorse-${fact.slug}-${fact.code}`,
    text: `Endorse the roadmap of ${fact.footprintName} for ${fact.organisationName}`,
    href: paths.endorse(fact.slug, fact.code),
    hint: `Version ${fact.number}`,
    dueOn: fact.dueOn,
    waits: true,
    part: { place: fact.slug, step: 'endorse' },
    heldBy: null,
  };
}

function reviewItem(actor: Actor, fact: ReviewFact): WorkItem[] {
  if (!can(actor, 'review.read', { regionIds: fact.regionIds })) {
    return [];
  }
  return [
    {
      id: `review-${fact.slug}`,
      text: `Review the roadmap of ${fact.footprintName}`,
      href: paths.review(fact.slug),
      hint: `Version ${fact.number}. ${fact.state === 'submitted' ? 'Waiting to be read' : 'Under review'}`,
      dueOn: null,
      waits: can(actor, 'review.decide', { regionIds: fact.regionIds }),
      part: { place: fact.slug, step: 'review' },
      heldBy: null,
    },
  ];
}
