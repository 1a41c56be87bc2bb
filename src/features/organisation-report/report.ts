import type { PublicResult } from '../assessment/index.ts';
import type { Instrument, ProgrammePack, ResultsDay, Round } from '../programme/index.ts';
import type { Learner } from './learning.ts';
import type { Peers } from './peer.ts';
import type { Teachers } from './report-context.ts';
import type { Likeness } from './similarity.ts';

/** Whose report it is. */
export interface Reported {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly typeId: string;
}

/** All that a report is made from. */
export interface ReportFacts {
  readonly pack: ProgrammePack;
  readonly organisation: Reported;
  readonly round: Round;
  readonly results: ResultsDay;
  readonly instrument: Instrument;
  /** With the answers where the reader may see them: else it is the edition for everybody. */
  readonly found: PublicResult;
  /** Null while the results of the round are not public: nobody is told then how others did. */
  readonly peers: Peers | null;
  /** What the reader chose to be compared by; null where nothing was chosen yet. */
  readonly chosen: readonly Likeness[] | null;
  readonly teachers: Teachers;
  readonly learner: Learner;
  /** Where its own people read a section; null for others. */
  readonly sectionHref: ((sectionId: string) => string) | null;
}
