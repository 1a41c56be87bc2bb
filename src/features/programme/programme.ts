import type { Indicator } from './indicator.ts';
import type { InformationFlows } from './information-flows.ts';
import type { ConsistencyRule, Instrument, InstrumentAsWritten, UsedInstrument } from './instrument.ts';
import type { ProgrammeLetters } from './letter-kinds.ts';
import type { Round, RoundOnRecord } from './round.ts';
import type { StaffSurvey } from './staff-survey.ts';
import type { Standing } from './standing.ts';

/**
 * What a programme pack says, after validation. A pack is data: policy staff change it without changing code.
 * Dates are ISO `YYYY-MM-DD` strings, scores are 0-100, ids are short and stable because stored rows refer to them.
 */

export interface PackSource {
  readonly title: string;
  readonly url: string | null;
}

export interface Commitment {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly dueOn: string;
  readonly madeIn: string;
  readonly source: PackSource;
  readonly standing: Standing;
}

export interface AreaKind {
  readonly id: string;
  readonly label: string;
  readonly labelPlural: string;
}

export interface OrganisationType {
  readonly id: string;
  readonly label: string;
  readonly labelPlural: string;
  /** True when organisations of this type complete the self-assessment. */
  readonly assessed: boolean;
  /** The care setting whose questions apply, for assessed types. Where each setting is assessed by itself it is the first of them. */
  readonly careSetting: string | null;
  /** Other settings that every organisation of the type answers for where each is assessed by itself. */
  readonly furtherCareSettings: readonly string[];
  /**
   * Roles by which the registry of organisations knows this type. Types that share one are told apart by us and not by the
   * registry; the first of them in the pack is what an organisation counts as when nothing finer is known.
   */
  readonly odsRoles: readonly string[];
  /** The day on which there could first be such an organisation; null where there always could. */
  readonly introducedOn: string | null;
}

export interface CareSetting {
  readonly id: string;
  readonly label: string;
  /** What official results call it; none where nothing is published of it. */
  readonly officialNames: readonly string[];
}

/** One of the groups that targets are set for; `section` is the section, or the theme, of the instrument whose score is its baseline. */
export interface CapabilityGroup {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly section: string;
}

export interface UniversalCapability {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly nationalService: string;
  readonly aims: readonly string[];
  readonly goFurther: readonly string[];
  readonly measures: readonly string[];
  readonly standing: Standing;
}

export interface RoadmapPart {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly guidance: string;
  /** Prompts shown under the guidance, one question each. */
  readonly prompts: readonly string[];
  /** `narrative` parts hold text; the others are filled by the service or by a table of their own (and may hold text too). */
  readonly kind: 'key-information' | 'narrative' | 'capabilities' | 'universal' | 'sign-up';
  readonly required: boolean;
  /** `assured` parts are read by the reviewer and left out of the public edition. */
  readonly visibility: 'public' | 'assured';
  /** What the part asks for besides its text and what belongs to its `kind`: kinds of content, by name. */
  readonly tables: readonly string[];
}

/** A financial year with a trajectory target, e.g. id `2016-17`, label `End 2016/17`. */
export interface TargetYear {
  readonly id: string;
  readonly label: string;
  readonly endsOn: string;
}

/** A quarter of the universal capability delivery plan, e.g. id `2016-17-q2`, label `2016/17 Q2`. */
export interface PlanQuarter {
  readonly id: string;
  readonly label: string;
}

export interface RoadmapTemplate {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly RoadmapPart[];
  readonly targetYears: readonly TargetYear[];
  /** Years in which universal capability ambitions are stated. */
  readonly ambitionYears: readonly TargetYear[];
  readonly planQuarters: readonly PlanQuarter[];
  readonly deploymentYears: readonly TargetYear[];
}

/** What must hold before a frozen version may be submitted. */
export interface SubmissionRule {
  /** Roles whose every organisation must have endorsed (with or without conditions). */
  readonly mustEndorse: readonly MembershipRole[];
  /** Whether a decision to decline by one of them blocks submission. */
  readonly declineBlocks: boolean;
  /** Share (0-1) of those organisations that must have endorsed. */
  readonly shareNeeded: number;
}

export type MembershipRole = 'lead' | 'core' | 'associate' | 'support';

export interface ReviewCriterion {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Rating id -> what that rating means for this criterion. */
  readonly rubric: Readonly<Record<string, string>>;
  readonly nationalFocus: boolean;
}

export interface ReviewRating {
  readonly id: string;
  readonly label: string;
  /** A version cannot be cleared while a criterion has a rating that blocks. */
  readonly blocksClearance: boolean;
}

/** A number of footprints as those who ran the programme gave it. */
export interface FootprintCount {
  readonly count: number;
  /** The first day that it holds for, as far as that is known. */
  readonly countedOn: string;
  /** The time in words, since a source may give no day: `at the end of June 2016`. */
  readonly when: string;
  /** What has to be said with it; empty where nothing has. */
  readonly note: string;
  readonly standing: Standing;
  readonly source: { readonly title: string; readonly url: string };
}

/** What those are called who assess themselves, within a sentence. */
export interface AssessedWords {
  readonly one: string;
  readonly many: string;
}

export interface ProgrammePack {
  readonly id: string;
  readonly title: string;
  /** What a service of it is called where nobody says otherwise. */
  readonly serviceName: string;
  readonly summary: string;
  /** The IANA zone in which its days begin and its deadlines end. */
  readonly timeZone: string;
  /** The date at which the directory of this programme is shown when no other is asked for; in a service that runs, its today. */
  readonly positionOn: string;
  /** The date whose position the facts that come with the programme give. */
  readonly factsOn: string;
  /** The day on which a demonstration of it begins, and of what, in words: `England`; null where it shows the present. */
  readonly demonstration: { readonly begins: string; readonly of: string } | null;
  /** How many footprints the national body itself counted, first to last; empty where it counted none. */
  readonly footprintCounts: readonly FootprintCount[];
  /** Its last day, as an ISO date; null where it has none. Its counts hold for nothing after that. */
  readonly endedOn: string | null;
  /** Empty where it has made none. */
  readonly commitments: readonly Commitment[];
  readonly areaKinds: readonly AreaKind[];
  readonly assessed: AssessedWords;
  readonly organisationTypes: readonly OrganisationType[];
  readonly careSettings: readonly CareSetting[];
  /** As they stand; empty where the pack names none and none was planned yet. */
  readonly rounds: readonly Round[];
  /** When results of a round become public where the programme office sets no day for it: each once it is signed, or none before there is a day. */
  readonly resultsPublic: 'when-signed' | 'on-a-day';
  /** For how many days after a moderation was finished its organisation can challenge what was found. */
  readonly challengeDays: number;
  /** Roles by which somebody of another organisation is invited to check what is signed; none where the programme asks no peers. */
  readonly peersInvitedBy: readonly ('reviewer' | 'programme-manager')[];
  /** All that was ever said and done about them, for pages of earlier days. */
  readonly roundsOnRecord: readonly RoundOnRecord[];
  readonly capabilityGroups: readonly CapabilityGroup[];
  readonly universalCapabilities: readonly UniversalCapability[];
  /** What nationally digital is to serve, such as care seven days a week; empty where it names none. */
  readonly digitalRoles: readonly { readonly id: string; readonly label: string }[];
  /** Null where a programme does not ask for them. */
  readonly informationFlows: InformationFlows | null;
  /** Of each its newest version, be that active or not. */
  readonly instruments: readonly Instrument[];
  readonly instrumentsAsWritten: readonly InstrumentAsWritten[];
  /** Of each the version that rounds ask which nobody has answered yet; none of one that has not been activated. */
  readonly activeInstruments: readonly Instrument[];
  /** What rounds that have answers ask, be that what the pack would ask in them now or not. */
  readonly usedInstruments: readonly UsedInstrument[];
  /** Empty where it names none. */
  readonly consistencyRules: readonly ConsistencyRule[];
  /** What official bodies publish about organisations, in the order in which it is shown; empty where it names none. */
  readonly indicators: readonly Indicator[];
  /** What staff can be asked, at most once for each instrument; empty where it names nothing. */
  readonly staffSurveys: readonly StaffSurvey[];
  readonly roadmapTemplate: RoadmapTemplate;
  readonly submissionRule: SubmissionRule;
  readonly reviewRatings: readonly ReviewRating[];
  readonly reviewCriteria: readonly ReviewCriterion[];
  /** How the letters read that people get about their work. */
  readonly letters: ProgrammeLetters;
}
