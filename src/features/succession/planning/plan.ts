import type { CheckResult } from '../../../platform/check-result.ts';
import type { SuccessionKind, SuccessionSubject } from '../../register/index.ts';
import type { Change } from '../change.ts';
import type { SituationEndorsement, SituationVersion } from '../facts.ts';
import type { ProposedEvent } from '../proposed-event.ts';
import type { RuleId } from './rules.ts';
import type { Totals } from './totals.ts';

/** What a rule does here, in a sentence. */
export interface Consequence {
  readonly rule: RuleId;
  readonly text: string;
}

export interface FootprintTotals {
  readonly name: string;
  readonly totals: Totals;
}

export interface SideTotals {
  readonly footprints: readonly FootprintTotals[];
  /** Each organisation once. */
  readonly together: Totals;
}

export interface PlanLink {
  readonly predecessorId: string;
  readonly successorId: string | null;
}

/** How things stand that the event does not change but bears on: decisions that lapse, what stays published, answers that stay. */
export interface AffectedRecords {
  readonly roadmaps: readonly {
    readonly areaId: string;
    readonly version: SituationVersion | null;
    readonly endorsements: readonly SituationEndorsement[];
    /** Numbers of published versions. */
    readonly published: readonly number[];
  }[];
  /** Of organisations that end. */
  readonly organisations: readonly {
    readonly organisationId: string;
    readonly assessments: number;
    readonly exemplars: number;
  }[];
}

/** What an event would do, complete: confirming a plan does exactly this. */
export interface Plan {
  readonly event: ProposedEvent;
  readonly subject: SuccessionSubject;
  readonly kind: SuccessionKind;
  /** One line: what happens to whom. */
  readonly title: string;
  readonly links: readonly PlanLink[];
  readonly changes: readonly Change[];
  readonly consequences: readonly Consequence[];
  readonly before: SideTotals;
  readonly after: SideTotals;
  /** What is said of roadmaps, answers and designations, as facts. Plans proposed before there were any lack it. */
  readonly standing?: AffectedRecords;
  /** Ids of areas and organisations that the event is about. */
  readonly touches: readonly string[];
}

export interface PlannedEvent {
  readonly plan: Plan;
  /** Nothing with a blocker can be proposed or confirmed. */
  readonly check: CheckResult;
}
