import type { Standing } from './standing.ts';

export interface Scale {
  readonly id: string;
  readonly label: string;
  /** False for context-only scales, which no score uses. */
  readonly scored: boolean;
  /** In ascending order of score. */
  readonly options: readonly ScaleOption[];
}

export interface ScaleOption {
  readonly id: string;
  readonly label: string;
  readonly score: number;
}

/** One thing that is so or is not. */
export interface LevelElement {
  readonly id: string;
  readonly text: string;
}

/** A level that is reached where all of its elements are met, and all of the levels below it. */
export interface Level {
  /** The option of the scale that it stands for. */
  readonly option: string;
  /** What it looks like where it is reached, in a sentence. */
  readonly looksLike: string;
  /** Empty in the first level alone, which needs nothing. */
  readonly elements: readonly LevelElement[];
}

/** That a question was answered in one of some ways. */
export interface Condition {
  /** Id of the question. */
  readonly question: string;
  /** Options of its scale, one of which was chosen; of a question with levels those that its elements reach. */
  readonly is: readonly string[];
}

export interface Question {
  readonly id: string;
  /** What it is called in short; null where it has its text alone. */
  readonly title: string | null;
  readonly text: string;
  readonly help: string;
  readonly scale: string;
  /** What can be shown for an answer, one thing each. */
  readonly evidence: readonly string[];
  /** One for each option of the scale, in its order, where the elements that are met are ticked; empty where an option is chosen. */
  readonly levels: readonly Level[];
  /** Care settings the question is put to; empty means all. */
  readonly careSettings: readonly string[];
  /** What it hangs on, an answer to an earlier question; null where it is asked of everybody in its care settings. */
  readonly when: Condition | null;
  /** Whether "not applicable" may be answered. */
  readonly notApplicable: boolean;
  /** How much its answer weighs in its section; 1 where answers weigh the same. */
  readonly weight: number;
  /** What it came from in the instrument that its own follows; null where it is new. */
  readonly lineage: QuestionLineage | null;
  readonly standing: Standing;
}

/** `same`: it asks what the earlier question asked. `narrower`: it asks for less of it. `wider`: for all of it and more. */
export type LineageKind = 'same' | 'narrower' | 'wider';

export interface QuestionLineage {
  readonly kind: LineageKind;
  /** Ids of earlier questions; exactly one where it is the same, or comparable. */
  readonly from: readonly string[];
  /** Whether answers to it may be set beside those to the earlier question, like for like. */
  readonly isComparable: boolean;
  /** The care settings in which they may, where it is not all of them; empty means all, as it does where they may in none. */
  readonly comparableIn: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly description: string;
  /** Who is best placed to answer, in words. */
  readonly answeredBy: string;
  /** How much its score weighs in its theme. */
  readonly weight: number;
  readonly questions: readonly Question[];
}

/**
 * Where an organisation answers for several care settings: whether the questions of a theme are answered once for all of them, or for each
 * by itself.
 */
export type AnsweredFor = 'organisation' | 'setting';

export interface Theme {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly answered: AnsweredFor;
  /** Whether organisations of one group may answer it together: one of them gives the answers to its sections, others take them. */
  readonly sharedInGroup: boolean;
  /** How much its score weighs in the overall score. */
  readonly weight: number;
  readonly sections: readonly Section[];
}

/** Without a low answer to this question put right, what it holds scores no more than so much. */
export interface Gate {
  readonly question: string;
  /** The gate is closed by an answer that scores less than this. */
  readonly below: number;
  /** Id of the section or theme that it holds down, or `overall`. */
  readonly holds: string;
  readonly most: number;
  /** Why, in a sentence for whoever reads the score. */
  readonly because: string;
}

/** The numbers that a score may be, and how it is printed. */
export interface ScoreScale {
  readonly least: number;
  readonly most: number;
  /** Places after the point. */
  readonly decimals: number;
}

export interface ScoringMethod {
  readonly id: string;
  /** Shown beside every score, in one or two plain sentences. */
  readonly label: string;
  /** How a theme is formed: the mean of its section scores, or of all its scored answers. */
  readonly theme: 'mean-of-sections' | 'mean-of-answers';
  readonly gates: readonly Gate[];
  readonly scale: ScoreScale;
}

/** Roles that an organisation gives to those who sign its assessment: one that signs all it agrees to, and one for assessments alone. */
export const signingRoles = ['executive', 'signatory'] as const;

export type SigningRole = (typeof signingRoles)[number];

/** Roles outside an organisation that a pack may let read what it answers before that is authorised. */
export const draftReaders = ['editor', 'lead', 'reviewer', 'analyst', 'programme-manager'] as const;

export type DraftReader = (typeof draftReaders)[number];

/** Who signs an assessment for its organisation. */
export interface Signing {
  /** Each of them may; one at least. */
  readonly roles: readonly SigningRole[];
  /** Who that is, within a sentence: `an executive`. */
  readonly who: string;
  /** Whether it is asked on which day a board approved it. */
  readonly boardApproval: 'not-asked' | 'optional' | 'required';
}

export interface Follows {
  readonly instrument: string;
  /** Ids of its questions that are asked no more, in any form. */
  readonly drops: readonly string[];
  /** How far it is known which questions stayed. */
  readonly standing: Standing;
}

/** Answers that hardly go together. It is no part of what an instrument asks or how it scores, so it may change while answers are given. */
export interface ConsistencyRule {
  readonly id: string;
  /** Id of the instrument. */
  readonly instrument: string;
  /** All of them were answered so; two at least. */
  readonly between: readonly Condition[];
  /** What is asked then: a sentence or two, the last of them a question. */
  readonly asks: string;
}

export interface Instrument {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  /** The instrument that it came after; null for a first one. */
  readonly follows: Follows | null;
  /** Whether an organisation assesses itself as a whole, or each of its care settings by itself. */
  readonly returns: 'per-organisation' | 'per-setting';
  readonly scales: readonly Scale[];
  readonly themes: readonly Theme[];
  readonly scoring: ScoringMethod;
  /** Whether "not applicable" counts as an answer only with a note that says why. */
  readonly notApplicableNeedsReason: boolean;
  /** Whether an organisation may say of each scored question where it means to be by the next round. */
  readonly asksDesiredLevels: boolean;
  /** Said to everyone who reads a question or score: what this text is and is not. */
  readonly provenance: string;
  /** Words that whoever authorises it signs. */
  readonly declaration: string;
  readonly signing: Signing;
  /** Who reads an assessment before it is authorised, beside its own organisation; nobody else does where it is empty. */
  readonly draftsReadBy: readonly DraftReader[];
}

/** An instrument with its themes as plain JSON, without what is filled in where nothing is said: a later version of the service fills in more. */
export interface WrittenContent {
  readonly instrument: unknown;
  readonly themes: readonly unknown[];
}

/** One version of an instrument as its pack has it. */
export interface InstrumentAsWritten {
  readonly id: string;
  readonly version: string;
  readonly content: WrittenContent;
  /** SHA-256 of what is asked and how it scores. */
  readonly digest: string;
}

/** The version of an instrument that a round was answered with, which is kept however the pack goes on. */
export interface UsedInstrument {
  readonly roundId: string;
  readonly instrument: Instrument;
}
