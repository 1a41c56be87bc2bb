import { paths } from '../../../../paths.ts';
import { listInWords } from '../../../../views/format.ts';
import { can } from '../../../identity/index.ts';
import { type Sharing, stateOfSharing } from '../../group/sharing.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';

/** With whom an organisation answers together, as a page of its assessment says it. */
export interface GroupLine {
  readonly sentences: readonly string[];
  readonly link: { readonly text: string; readonly href: string } | null;
}

/** @param standing what was proposed or agreed in the round, and is not ended */
export function groupLine(
  { organisation: { organisationId }, addressKey, round, isRoundOpen, actor, subject }: AssessedOrganisation,
  standing: readonly Sharing[],
  nameOf: (organisationId: string) => string,
): GroupLine {
  const href = paths.answeringTogether(addressKey, round.id);
  const mayShare = can(actor, 'assessment.share', subject) && isRoundOpen;
  if (standing.length === 0) {
    const link = mayShare ? { text: 'Answer together with another organisation', href } : null;
    return { sentences: ['The organisation by itself'], link };
  }
  const agreed = standing.filter((each) => stateOfSharing(each) === 'agreed');
  const takes = agreed.filter(({ takerId }) => takerId === organisationId).map(({ giverId }) => nameOf(giverId));
  const gives = agreed.filter(({ giverId }) => giverId === organisationId).map(({ takerId }) => nameOf(takerId));
  const proposed = standing.filter((each) => stateOfSharing(each) === 'proposed');
  const toOthers = proposed.filter(({ proposedFor }) => proposedFor === organisationId);
  const toIt = proposed.filter(({ proposedFor }) => proposedFor !== organisationId);
  const others = (sharings: readonly Sharing[]) =>
    listInWords(sharings.map(({ takerId, giverId }) => nameOf(takerId === organisationId ? giverId : takerId)));
  return {
    sentences: [
      ...(takes.length === 0 ? [] : [`Some sections are taken from ${listInWords(takes)}`]),
      ...(gives.length === 0 ? [] : [`Some answers are taken by ${listInWords(gives)}`]),
      ...(toOthers.length === 0 ? [] : [`Proposed to ${others(toOthers)}`]),
      ...(toIt.length === 0
        ? []
        : [`${others(toIt)} ${toIt.length === 1 ? 'proposes' : 'propose'} to answer together`]),
    ],
    link: { text: toIt.length > 0 && mayShare ? 'Agree or decline' : 'See what is shared', href },
  };
}
