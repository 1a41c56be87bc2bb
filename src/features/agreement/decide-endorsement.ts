import type { Decision, Endorsement } from './endorsement.ts';

/** What a person decided, and the digest of the document that was on the page. */
export interface EndorsementCommand<D extends Decision = Decision> {
  readonly decision: D;
  readonly conditions: string;
  readonly digest: string;
}

export interface EndorsementFacts {
  readonly isOpen: boolean;
  /** Of the document as it stands; null while it is still written. */
  readonly digest: string | null;
  /** Whom the document asks. */
  readonly parties: readonly { readonly organisationId: string }[];
  readonly organisationId: string;
  readonly person: Endorsement['person'];
  readonly now: Date;
}

export type EndorsementRefusal = 'not-open' | 'not-asked' | 'changed';

/** What each refusal says to the person who tried. */
export type RefusalWords = Readonly<Record<EndorsementRefusal, string>>;

export type EndorsementOutcome<D extends Decision = Decision> =
  | { readonly kind: 'ok'; readonly endorsement: Endorsement<D> }
  | { readonly kind: 'refused'; readonly code: EndorsementRefusal; readonly reason: string };

/**
 * The endorsement to record, or why there is none. It is bound to the document the person had before them: when that was
 * frozen anew in the meantime, the decision is not carried over. Who may decide for an organisation is settled elsewhere.
 */
export function decideEndorsement<D extends Decision>(
  { decision, conditions, digest }: EndorsementCommand<D>,
  facts: EndorsementFacts,
  words: RefusalWords,
): EndorsementOutcome<D> {
  const { organisationId, person, now } = facts;
  const refusal = refusalOf(digest, facts);
  if (refusal !== null) {
    return { kind: 'refused', code: refusal, reason: words[refusal] };
  }
  return { kind: 'ok', endorsement: { organisationId, digest, person, decision, conditions, at: now } };
}

function refusalOf(digest: string, facts: EndorsementFacts): EndorsementRefusal | null {
  if (!facts.isOpen || facts.digest === null) {
    return 'not-open';
  }
  if (!facts.parties.some(({ organisationId }) => organisationId === facts.organisationId)) {
    return 'not-asked';
  }
  return facts.digest === digest ? null : 'changed';
}

/** A decision as somebody with an account made it, or as the service recorded it for nobody. */
export interface SaidEndorsement extends Pick<Endorsement, 'decision' | 'conditions'> {
  readonly personId: string | null;
  readonly personName: string;
}

/**
 * Whether the same person has said exactly this about the document and nothing was decided for the organisation since: a second
 * press of the button, or a request sent again. Who changes their mind and changes it back has decided three times.
 */
export function isRepeated(said: SaidEndorsement, standing: SaidEndorsement | null): boolean {
  return (
    said.personId !== null &&
    standing?.personId === said.personId &&
    standing.personName === said.personName &&
    standing.decision === said.decision &&
    standing.conditions === said.conditions
  );
}
