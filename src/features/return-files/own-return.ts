import type { Instrument, Question, Section } from '../programme/index.ts';
import type { SavedAnswer } from '../scoring/index.ts';

/** Whose answers a file holds, and to what. */
export interface ReturnFacts {
  readonly organisation: { readonly organisationId: string; readonly code: string; readonly name: string };
  readonly round: { readonly id: string; readonly label: string };
  readonly careSetting: { readonly id: string; readonly label: string };
  readonly instrument: Instrument;
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
