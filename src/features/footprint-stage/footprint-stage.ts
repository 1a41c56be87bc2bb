import { countOf } from '../../views/format.ts';
import type { VersionState } from '../roadmap/index.ts';

/** What everybody is shown of how far the roadmap of a footprint has come, from the first to the last, with its step on a map. */
export const publicStages = [
  { id: 'not-recorded', label: 'No roadmap recorded', step: 0 },
  { id: 'in-preparation', label: 'In preparation', step: 1 },
  { id: 'being-agreed', label: 'Being agreed', step: 2 },
  // Whether the region has read it, and what it found, is for those who work on it: so no word of a review that may be over.
  { id: 'submitted', label: 'Submitted', step: 3 },
  { id: 'published', label: 'Published', step: 4 },
] as const;

export type PublicStage = (typeof publicStages)[number];

export type PublicStageId = PublicStage['id'];

/** Public stages as addresses of versions before 0.3.0 name them. */
const formerIds: Readonly<Record<string, PublicStageId>> = { 'under-review': 'submitted' };

/** What an address may name a public stage by: its id, or what its id was. */
export const publicStageNames: readonly string[] = [...publicStages.map(({ id }) => id), ...Object.keys(formerIds)];

/** The id of the public stage that an address names; the text itself where it names none. */
export function publicStageId(name: string): string {
  return formerIds[name] ?? name;
}

interface StageRow {
  readonly id: string;
  readonly label: string;
  /** The public stage that this one is part of. */
  readonly shownAs: PublicStageId;
}

/**
 * Every stage, in the order a footprint normally passes through them, with the fewer words of the public pages: whether a version
 * lies at the region or went back is for those who work on it, and so is an assessment that has only been begun.
 */
const rows = [
  { id: 'not-recorded', label: 'No roadmap recorded', shownAs: 'not-recorded' },
  { id: 'forming', label: 'Forming', shownAs: 'not-recorded' },
  { id: 'assessing', label: 'Assessing', shownAs: 'not-recorded' },
  { id: 'drafting', label: 'Drafting', shownAs: 'in-preparation' },
  { id: 'endorsement', label: 'Endorsement', shownAs: 'being-agreed' },
  { id: 'submitted', label: 'Submitted', shownAs: 'submitted' },
  { id: 'under-review', label: 'Under review', shownAs: 'submitted' },
  { id: 'changes-requested', label: 'Changes requested', shownAs: 'submitted' },
  { id: 'cleared', label: 'Cleared', shownAs: 'submitted' },
  { id: 'published', label: 'Published', shownAs: 'published' },
] as const satisfies readonly StageRow[];

export type FootprintStage = (typeof rows)[number]['id'];

export const footprintStages: readonly (StageRow & { readonly id: FootprintStage })[] = rows;

/** The public stage that a stage is part of. */
export function publicStageOf(stage: FootprintStage): PublicStage {
  const shownAs = footprintStages.find(({ id }) => id === stage)?.shownAs;
  return publicStages.find(({ id }) => id === shownAs) ?? publicStages[0];
}

/** What is on record about a footprint at one date. */
export interface StageFacts {
  /** True while the footprint is proposed and its members are still being settled. */
  readonly isForming: boolean;
  /** Lead and core members that complete the self-assessment. */
  readonly assessedMemberCount: number;
  /** How many of them have begun, the submitted ones included. */
  readonly startedCount: number;
  /** How many of them have submitted. */
  readonly submittedCount: number;
  readonly latestVersion: { readonly number: number; readonly state: VersionState } | null;
  /** Number of the version that is public now; null when none is. */
  readonly publishedVersion: number | null;
}

export interface StageWithReason {
  readonly stage: FootprintStage;
  /** One sentence without a full stop: the facts the stage was read from. */
  readonly reason: string;
}

/** How far a footprint had come on a day, as pages and files show it. */
export interface StageOnDay extends StageWithReason {
  readonly publicStage: PublicStage;
  /** True where it rests on made-up answers or plans. */
  readonly illustrative: boolean;
}

/**
 * How far a footprint has come, always with the reason. A public roadmap decides: work on its successor is told in the
 * reason. Where nothing is on record the stage says so, and claims nothing about what happened outside the service.
 */
export function footprintStage(facts: StageFacts): StageWithReason {
  if (facts.publishedVersion !== null) {
    return publishedStage(facts.publishedVersion, facts.latestVersion);
  }
  if (facts.latestVersion !== null) {
    return versionStage(facts.latestVersion.number, facts.latestVersion.state);
  }
  if (facts.startedCount > 0) {
    return assessingStage(facts);
  }
  if (facts.isForming) {
    return { stage: 'forming', reason: 'The footprint is proposed and its members are being settled' };
  }
  return { stage: 'not-recorded', reason: 'No assessment and no roadmap of this footprint is recorded here' };
}

function publishedStage(published: number, latest: StageFacts['latestVersion']): StageWithReason {
  const isPublic = `Version ${published} of the roadmap is public`;
  if (latest === null || latest.number <= published) {
    return { stage: 'published', reason: isPublic };
  }
  return { stage: 'published', reason: `${isPublic}; version ${latest.number} ${progress[latest.state]}` };
}

const progress: Readonly<Record<VersionState, string>> = {
  draft: 'is being drafted',
  endorsement: 'is waiting for its members’ endorsement',
  submitted: 'has been submitted and is waiting for review',
  'under-review': 'is under review',
  'changes-requested': 'was reviewed and changes were requested',
  cleared: 'is cleared for publication',
  published: 'is public',
  superseded: 'has been superseded',
};

const stageOfVersion: Readonly<Record<VersionState, FootprintStage>> = {
  draft: 'drafting',
  endorsement: 'endorsement',
  submitted: 'submitted',
  'under-review': 'under-review',
  'changes-requested': 'changes-requested',
  cleared: 'cleared',
  published: 'published',
  // A superseded version was public, or was answered by a newer one that must be on record too.
  superseded: 'published',
};

function versionStage(number: number, state: VersionState): StageWithReason {
  return { stage: stageOfVersion[state], reason: `Version ${number} of the roadmap ${progress[state]}` };
}

function assessingStage({ assessedMemberCount, startedCount, submittedCount }: StageFacts): StageWithReason {
  const expected = countOf(assessedMemberCount, 'member asked', 'members asked');
  if (submittedCount >= assessedMemberCount) {
    return {
      stage: 'assessing',
      reason: `${allOf(assessedMemberCount)} submitted an assessment; no roadmap is recorded here`,
    };
  }
  const begun = startedCount > submittedCount ? `; ${startedCount - submittedCount} more in progress` : '';
  const submitted = `${submittedCount} of ${expected} ${submittedCount === 1 ? 'has' : 'have'} submitted an assessment`;
  return { stage: 'assessing', reason: `${submitted}${begun}; no roadmap is recorded here` };
}

function allOf(askedCount: number): string {
  switch (askedCount) {
    case 1:
      return 'The one member asked has';
    case 2:
      return 'Both members asked have';
    default:
      return `All ${askedCount} members asked have`;
  }
}
