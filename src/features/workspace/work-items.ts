import { paths } from '../../paths.ts';
import type { AssessmentState } from '../assessment/index.ts';
import { type Actor, can } from '../identity/index.ts';
import type { VersionState } from '../roadmap/index.ts';
import { formationItems } from './formation-items.ts';
import type { FormationFact, WorkItem } from './work-item.ts';

/** An assessment of an organisation the person acts for. */
export interface AssessmentFact {
  readonly organisationId: string;
  /** What stands for the organisation in the address of its assessment. */
  readonly addressKey: string;
  readonly name: string;
  readonly roundId: string;
  readonly roundLabel: string;
  readonly dueOn: string;
  readonly isRoundOpen: boolean;
  readonly state: AssessmentState;
  readonly done: number;
  readonly total: number;
}

/** The current roadmap version of a footprint the person acts for; state null before the first is begun. */
export interface RoadmapFact {
  readonly footprintId: string;
  readonly slug: string;
  readonly name: string;
  readonly dueOn: string;
  readonly isRoundOpen: boolean;
  readonly number: number | null;
  readonly state: VersionState | null;
  /** True where the footprint was ended by an event of succession: its roadmap can be read, and waits for nobody. */
  readonly isOver: boolean;
}

/** A frozen version that an organisation the person acts for is asked to endorse and has not decided on. */
export interface EndorsementFact {
  readonly organisationId: string;
  readonly code: string;
  readonly organisationName: string;
  readonly slug: string;
  readonly footprintName: string;
  readonly number: number;
}

/** A version waiting for review in a region the person reviews for. */
export interface ReviewFact {
  readonly regionIds: readonly string[];
  readonly slug: string;
  readonly footprintName: string;
  readonly number: number;
  readonly state: VersionState;
}

export interface WorkFacts {
  readonly assessments: readonly AssessmentFact[];
  readonly roadmaps: readonly RoadmapFact[];
  readonly endorsements: readonly EndorsementFact[];
  readonly reviews: readonly ReviewFact[];
  readonly formations: readonly FormationFact[];
  readonly unansweredMessages: number;
  /** What is missing until the programme runs; none where the person has no part in that. */
  readonly missingOfSetUp: number;
}

/** What waits for a person, and what they may look at, from the roles they hold and where things stand. */
export function workItems(actor: Actor, facts: WorkFacts): WorkItem[] {
  return [
    ...setUpItem(facts.missingOfSetUp),
    ...facts.endorsements.flatMap((fact) => endorsementItem(actor, fact)),
    ...facts.assessments.map((fact) => assessmentItem(actor, fact)),
    ...facts.roadmaps.map((fact) => roadmapItem(actor, fact)),
    ...facts.reviews.flatMap((fact) => reviewItem(actor, fact)),
    ...facts.formations.flatMap((fact) => formationItems(actor, fact)),
    ...messageItem(actor, facts.unansweredMessages),
  ];
}

function setUpItem(missing: number): WorkItem[] {
  if (missing === 0) {
    return [];
  }
  const hint = `${missing} ${missing === 1 ? 'thing is' : 'things are'} missing before the programme can run`;
  return [{ id: 'set-up', text: 'Set the service up', href: paths.programmeSetUp(), hint, dueOn: null, waits: true }];
}

function assessmentItem(actor: Actor, fact: AssessmentFact): WorkItem {
  const subject = { organisationIds: [fact.organisationId] };
  const mayAuthorise = can(actor, 'assessment.authorise', subject);
  const step = assessmentStep(fact, mayAuthorise);
  return {
    id: `assessment-${fact.addressKey}-${fact.roundId}`,
    text: `${fact.roundLabel}: ${fact.name}`,
    href: step.href,
    hint: step.hint,
    dueOn: fact.isRoundOpen || fact.state === 'submitted' ? fact.dueOn : null,
    waits: step.waits,
  };
}

function assessmentStep(fact: AssessmentFact, mayAuthorise: boolean): { href: string; hint: string; waits: boolean } {
  const list = paths.assessment(fact.addressKey, fact.roundId);
  if (!fact.isRoundOpen && fact.state !== 'submitted') {
    return { href: list, hint: 'This round is not open', waits: false };
  }
  switch (fact.state) {
    case 'not-started':
      return { href: list, hint: `Not started: ${fact.total} questions to answer`, waits: true };
    case 'in-progress':
      return { href: list, hint: `${fact.done} of ${fact.total} questions answered`, waits: true };
    case 'awaiting-authorisation':
      return mayAuthorise
        ? {
            href: paths.assessmentAuthorise(fact.addressKey, fact.roundId),
            hint: 'Complete: waiting for you to authorise it',
            waits: true,
          }
        : { href: list, hint: 'Complete: waiting for an executive to authorise it', waits: false };
    default:
      return {
        href: paths.assessmentResult(fact.addressKey, fact.roundId),
        hint: 'Submitted: see the result',
        waits: false,
      };
  }
}

const roadmapHints: Readonly<Record<VersionState, string>> = {
  draft: 'Being written',
  endorsement: 'With the members, to endorse',
  submitted: 'Submitted: waiting for the regional review',
  'under-review': 'Under regional review',
  'changes-requested': 'Changes requested: begin a new version',
  cleared: 'Cleared: ready to publish',
  published: 'Published',
  superseded: 'Superseded by a later version',
};

const statesThatWait: readonly VersionState[] = ['draft', 'endorsement', 'changes-requested', 'cleared'];

function roadmapItem(actor: Actor, fact: RoadmapFact): WorkItem {
  const mayEdit = can(actor, 'roadmap.edit', { footprintIds: [fact.footprintId] });
  return {
    id: `roadmap-${fact.slug}`,
    text: `Roadmap: ${fact.name}`,
    href: paths.roadmap(fact.slug),
    hint: fact.state === null ? notBegunHint(fact) : `Version ${fact.number}. ${roadmapHints[fact.state]}`,
    dueOn: fact.dueOn,
    waits: mayEdit && !fact.isOver && (fact.state === null ? fact.isRoundOpen : statesThatWait.includes(fact.state)),
  };
}

function notBegunHint({ isRoundOpen }: RoadmapFact): string {
  return isRoundOpen ? 'Not begun' : 'Not begun, and this round is not open';
}

function endorsementItem(actor: Actor, fact: EndorsementFact): WorkItem[] {
  if (!can(actor, 'roadmap.endorse', { organisationIds: [fact.organisationId] })) {
    return [];
  }
  return [
    {
      id: `endorse-${fact.slug}-${fact.code}`,
      text: `Endorse the roadmap of ${fact.footprintName}`,
      href: paths.endorse(fact.slug, fact.code),
      hint: `Version ${fact.number}, for ${fact.organisationName}`,
      dueOn: null,
      waits: true,
    },
  ];
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
    },
  ];
}

function messageItem(actor: Actor, unanswered: number): WorkItem[] {
  if (!can(actor, 'contact.read') || unanswered === 0) {
    return [];
  }
  const text = unanswered === 1 ? '1 message to answer' : `${unanswered} messages to answer`;
  return [
    { id: 'messages', text, href: paths.messages(), hint: 'Sent through the contact page', dueOn: null, waits: true },
  ];
}
