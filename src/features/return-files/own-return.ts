import type { Instrument, Question, Section } from '../programme/index.ts';
import type { SavedAnswer } from '../scoring/index.ts';

/** Whose answers a file holds, and to what. */
export interface ReturnFacts {
  readonly organisation: { readonly organisationId: string; readonly code: string; readonly name: string };
  readonly round: { readonly id: string; readonly label: string };
  readonly careSetting: { readonly id: string; readonly label: string };
  readonly instrument: Instrument;
  /** Why nothing of it is taken from a file now, as a sentence without the full stop; null where it is. */
  readonly locked: string | null;
  readonly state: string;
  readonly illustrative: boolean;
  readonly takenAt: Date;
}

/** Something that an answer rests on. */
export interface EvidenceHeld {
  readonly evidenceId: string;
  readonly title: string;
  /** Null where it is a file. */
  readonly url: string | null;
}

/** One question put to the organisation, with all that it said to it. */
export interface ReturnLine {
  readonly section: Section;
  readonly question: Question;
  /** Undefined where nothing was ever saved. */
  readonly saved: SavedAnswer | undefined;
  /** On what it hangs, in a sentence; null where it is always asked. */
  readonly hangsOn: string | null;
  /** Where its section is answered instead; null where it is answered here. */
  readonly answeredBy: string | null;
  readonly evidence: readonly EvidenceHeld[];
}

/** A return as it is downloaded: everything that its organisation said, and nothing that anybody noted in private. */
export interface ReturnToWrite {
  readonly facts: ReturnFacts;
  readonly lines: readonly ReturnLine[];
}

/** What a workbook holds: one return, or all of an organisation with several care settings. */
export interface WholeReturn {
  /** Of all that is in it. */
  readonly facts: Omit<ReturnFacts, 'locked'>;
  /** Each care setting, and what is answered once for all of them, which comes last; one alone where it is about one. */
  readonly parts: readonly ReturnToWrite[];
}

/** The care setting of a workbook that is about all of them. */
export const everySetting = { id: 'every-care-setting', label: 'All care settings, each by itself' } as const;

/** What comes before the names of fields, and of questions, of one part of several; empty where there is one alone. */
export function partPrefix({ parts }: Pick<WholeReturn, 'parts'>, { facts }: Pick<ReturnToWrite, 'facts'>): string {
  return parts.length === 1 ? '' : `${facts.careSetting.id}.`;
}

/** Questions of the file, as people are told of them: with the care setting where there are several. */
export function partLabel({ parts }: Pick<WholeReturn, 'parts'>, { facts }: Pick<ReturnToWrite, 'facts'>): string {
  return parts.length === 1 ? '' : `${facts.careSetting.label}: `;
}
