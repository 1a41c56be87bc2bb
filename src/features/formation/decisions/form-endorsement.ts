import {
  type AgreementBoard,
  agreementBoard,
  type Endorsement,
  type LapsedEndorsement,
  lapsedEndorsements,
  type PlainDecision,
} from '../../agreement/index.ts';
import { isCommissionerType } from '../../directory/index.ts';
import { ccgsOf, type FormContent, type OrganisationMention } from '../formation.ts';
import { membershipChanges } from '../forms/form-difference.ts';

export type FormEndorsement = Endorsement<PlainDecision>;

/**
 * The commissioners whose endorsement a form needs: for a first form every commissioner in it; for a change of who takes part every commissioner of the
 * footprint, those who join and those who leave among them; for a change of people none. `leaving`: members in the directory whom the
 * form does not name, be it because they joined after it was begun.
 */
export function ccgsAsked(
  base: FormContent | null,
  form: FormContent,
  isFirst: boolean,
  leaving: readonly (OrganisationMention & { readonly typeId: string })[] = [],
): OrganisationMention[] {
  const going = leaving.filter(({ typeId }) => isCommissionerType(typeId));
  if (!(isFirst || base === null || membershipChanges(base, form) || leaving.length > 0)) {
    return [];
  }
  const before = isFirst || base === null ? [] : ccgsOf(base.organisations);
  const all = [...ccgsOf(form.organisations), ...before, ...going].map(mention);
  return [...new Map(all.map((ccg) => [ccg.organisationId, ccg])).values()];
}

const mention = ({ organisationId, code, name }: OrganisationMention) => ({ organisationId, code, name });

export type FormBoard = AgreementBoard<OrganisationMention, FormEndorsement>;

/** Who of those asked has decided what about the document with this digest: every one of them must endorse it. */
export function formBoard(
  asked: readonly OrganisationMention[],
  endorsements: readonly FormEndorsement[],
  digest: string | null,
): FormBoard {
  return agreementBoard({ parties: asked, isNeeded: () => true, shareNeeded: 1 }, endorsements, digest);
}

/** A step that made endorsements lapse: the form was taken back, sent back or withdrawn. */
export interface LapsingStep {
  readonly digest: string | null;
  readonly reason: string;
  readonly by: string;
}

/** The latest decision of each commissioner that no longer stands, and why: of one that left the form too, since it decided on another. */
export function lapsedFormEndorsements(
  endorsements: readonly FormEndorsement[],
  digest: string | null,
  steps: readonly LapsingStep[],
): LapsedEndorsement<FormEndorsement>[] {
  return lapsedEndorsements(endorsements, {
    digest,
    leftReason: () => null,
    changeReason: (endorsement) => lapseReason(endorsement.digest, steps),
  });
}

function lapseReason(digest: string, steps: readonly LapsingStep[]): string {
  const step = steps.findLast((one) => one.digest === digest);
  return step === undefined
    ? 'The form was changed after this decision'
    : `${step.by} took the form back: ${step.reason}`;
}
