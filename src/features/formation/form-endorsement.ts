import { COMMISSIONER_TYPE } from '../directory/index.ts';
import { currentEndorsements } from '../roadmap/index.ts';
import { membershipChanges } from './form-difference.ts';
import { ccgsOf, type FormContent, type OrganisationMention } from './formation.ts';

export const formDecisions = ['endorse', 'decline'] as const;

export type FormEndorsementDecision = (typeof formDecisions)[number];

export const formDecisionLabels: Readonly<Record<FormEndorsementDecision, string>> = {
  endorse: 'Endorsed',
  decline: 'Declined',
};

/** One decision of one CCG about one exact document. A change of mind is a further one, never an edit. */
export interface FormEndorsement {
  readonly organisationId: string;
  readonly digest: string;
  readonly decision: FormEndorsementDecision;
  /** Why it declined; empty for an endorsement. */
  readonly reason: string;
  readonly person: { readonly name: string; readonly role: string };
  readonly at: Date;
}

/**
 * The CCGs whose endorsement a form needs: for a first form every CCG in it; for a change of who takes part every CCG of the
 * footprint, those who join and those who leave among them; for a change of people none. `leaving`: members in the directory whom the
 * form does not name, be it because they joined after it was begun.
 */
export function ccgsAsked(
  base: FormContent | null,
  form: FormContent,
  isFirst: boolean,
  leaving: readonly (OrganisationMention & { readonly typeId: string })[] = [],
): OrganisationMention[] {
  const going = leaving.filter(({ typeId }) => typeId === COMMISSIONER_TYPE);
  if (!(isFirst || base === null || membershipChanges(base, form) || leaving.length > 0)) {
    return [];
  }
  const before = isFirst || base === null ? [] : ccgsOf(base.organisations);
  const all = [...ccgsOf(form.organisations), ...before, ...going].map(mention);
  return [...new Map(all.map((ccg) => [ccg.organisationId, ccg])).values()];
}

const mention = ({ organisationId, code, name }: OrganisationMention) => ({ organisationId, code, name });

export interface FormBoardRow {
  readonly ccg: OrganisationMention;
  readonly endorsement: FormEndorsement | null;
}

export interface FormBoard {
  readonly rows: readonly FormBoardRow[];
  /** How many of those asked have not endorsed: no decision yet, or declined. */
  readonly outstandingCount: number;
}

/** Who of those asked has decided what about the document with this digest. Without a digest nobody has been asked. */
export function formBoard(
  asked: readonly OrganisationMention[],
  endorsements: readonly FormEndorsement[],
  digest: string | null,
): FormBoard {
  const standing = new Map(currentEndorsements(endorsements, digest).map((one) => [one.organisationId, one]));
  const rows = asked.map((ccg) => ({ ccg, endorsement: standing.get(ccg.organisationId) ?? null }));
  const outstanding = rows.filter(({ endorsement }) => endorsement?.decision !== 'endorse');
  return { rows, outstandingCount: outstanding.length };
}

/** A step that made endorsements lapse: the form was taken back, sent back or withdrawn. */
export interface LapsingStep {
  readonly digest: string | null;
  readonly reason: string;
  readonly by: string;
}

export interface LapsedFormEndorsement {
  readonly endorsement: FormEndorsement;
  /** In words for the CCG: why its decision no longer stands. */
  readonly reason: string;
}

/**
 * The latest decision of each CCG that no longer stands, and why. A decision replaced by a later one of the same CCG on the
 * same document is history, not a lapse.
 */
export function lapsedFormEndorsements(
  endorsements: readonly FormEndorsement[],
  digest: string | null,
  steps: readonly LapsingStep[],
): LapsedFormEndorsement[] {
  const standing = new Set(currentEndorsements(endorsements, digest).map(({ organisationId }) => organisationId));
  const latest = new Map(endorsements.map((one) => [one.organisationId, one]));
  return [...latest.values()]
    .filter(({ organisationId }) => !standing.has(organisationId))
    .map((endorsement) => ({ endorsement, reason: lapseReason(endorsement.digest, steps) }));
}

function lapseReason(digest: string, steps: readonly LapsingStep[]): string {
  const step = steps.findLast((one) => one.digest === digest);
  return step === undefined
    ? 'The form was changed after this decision'
    : `${step.by} took the form back: ${step.reason}`;
}
