/** What an answer rests on, as an organisation keeps it. The organisation comes first in every key. */
export interface EvidenceKey {
  readonly organisationId: string;
  readonly evidenceId: string;
}

/** How many characters are kept. */
export const evidenceTextLimits = { title: 200, link: 1000 } as const;

/** What is said of it, whatever it is. */
export interface EvidenceDetails {
  readonly title: string;
  /** The first and the last day on which it says something, as ISO dates; null where no day is given. */
  readonly effectiveOn: string | null;
  readonly expiresOn: string | null;
}

export interface LinkContent {
  readonly kind: 'link';
  readonly url: string;
}

export interface FileContent {
  readonly kind: 'file';
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly digest: string;
  /** As it is named when somebody saves it. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteCount: number;
}

export interface EvidenceVersion extends EvidenceDetails {
  /** From 1 on; nothing is overwritten. */
  readonly version: number;
  readonly content: LinkContent | FileContent;
  /** Null where it was not a person, as with illustrative data. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
}

/** What came of having its file looked at for harmful programs, the last time. */
export interface Scanned {
  readonly outcome: 'clean' | 'infected' | 'not-scanned';
  readonly detail: string;
}

export interface Removal {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** One thing that answers can rest on, in its latest version. */
export interface Evidence extends EvidenceVersion {
  readonly evidenceId: string;
  readonly illustrative: boolean;
  /** Null for a link. */
  readonly scanned: Scanned | null;
  /** Null while it is there. */
  readonly removal: Removal | null;
}

/** That an answer rests on it, and where in it to look. */
export interface EvidenceUse {
  readonly evidenceId: string;
  readonly assessmentId: string;
  readonly questionId: string;
  /** Such as `page 4`; empty where nothing is said. */
  readonly pageReference: string;
}

export type EvidenceStanding = 'current' | 'expires-soon' | 'expired' | 'not-yet' | 'removed';

/** So many days before its last one it is said to expire soon: time to find the next one. */
export const SOON_DAYS = 60;

/** What decides whether an answer can rest on something today. */
export type StandingFacts = Pick<EvidenceDetails, 'effectiveOn' | 'expiresOn'> & { readonly isRemoved: boolean };

/** How something stands on a day, an ISO date. `soonFrom`: the last day that is soon, seen from there. */
export function standingOn(
  { effectiveOn, expiresOn, isRemoved }: StandingFacts,
  day: string,
  soonFrom: string,
): EvidenceStanding {
  if (isRemoved) {
    return 'removed';
  }
  if (expiresOn !== null && expiresOn < day) {
    return 'expired';
  }
  if (effectiveOn !== null && effectiveOn > day) {
    return 'not-yet';
  }
  return expiresOn !== null && expiresOn <= soonFrom ? 'expires-soon' : 'current';
}

/** Whether an answer that rests on it is evidenced that day. */
export function isLive(facts: StandingFacts, day: string): boolean {
  return ['current', 'expires-soon'].includes(standingOn(facts, day, day));
}

export function standingFactsOf({ effectiveOn, expiresOn, removal }: Evidence): StandingFacts {
  return { effectiveOn, expiresOn, isRemoved: removal !== null };
}
