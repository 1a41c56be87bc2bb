import { paths } from '../../../../paths.ts';
import { sentenceStart } from '../../../../views/format.ts';
import type { SummaryRow } from '../../../../views/summary-list.tsx';
import type { TagColour } from '../../../../views/tag.tsx';
import { type Actor, can } from '../../../identity/index.ts';
import type { Instrument } from '../../../programme/index.ts';
import type { Direction } from '../../group/parse-sharing-form.ts';
import { type Sharing, stateOfSharing } from '../../group/sharing.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { byWhomAndWhen } from '../stamp-words.ts';
import { endInWords, sectionsInWords, sharingStateWords } from './sharing-words.ts';

export interface SharingView {
  readonly id: string;
  readonly heading: string;
  readonly state: { readonly label: string; readonly colour: TagColour };
  readonly rows: readonly SummaryRow[];
  /** Why it was ended, as it was typed; null where it stands. */
  readonly reason: string | null;
  /** What keeps it from working; null where nothing does. */
  readonly warning: string | null;
  /** That nobody is there to agree, with the way on; null where somebody is, or it waits for this organisation, or for nobody. */
  readonly nobodyToAgree: { readonly text: string; readonly invite: string | null } | null;
  /** Where it is agreed to; null where that is not for this organisation, or not for this person. */
  readonly agreeHref: string | null;
  readonly end: { readonly href: string; readonly text: string } | null;
}

export interface GroupView {
  readonly organisation: string;
  readonly standing: readonly SharingView[];
  readonly ended: readonly SharingView[];
  /** Which ways the organisation can propose now. */
  readonly directions: readonly Direction[];
  /** Why it can propose nothing; null where it can. */
  readonly whyNothing: string | null;
  readonly list: string;
}

interface SharingFacts {
  /** All that the round asks: what is answered once for several care settings is less. */
  readonly instrument: Instrument;
  readonly sharings: readonly Sharing[];
  readonly names: ReadonlyMap<string, string>;
  /** Ids of the organisations of the same kind that the round asks. */
  readonly askedIds: ReadonlySet<string>;
  /** Ids of those where somebody holds a role by which it could be agreed. */
  readonly agreeingIds: ReadonlySet<string>;
}

/** Everything the page prints on which an organisation says with whom it answers together. */
export function groupView(assessed: AssessedOrganisation, facts: SharingFacts): GroupView {
  const { organisation, addressKey, round, isRoundOpen, actor, subject } = assessed;
  const standing = facts.sharings.filter(({ ended }) => ended === null);
  const takes = standing.some(({ takerId }) => takerId === organisation.organisationId);
  const gives = standing.some(({ giverId }) => giverId === organisation.organisationId);
  const mayPropose = can(actor, 'assessment.share', subject);
  return {
    organisation: organisation.name,
    standing: standing.map((each) => sharingView(assessed, each, facts)),
    ended: facts.sharings.filter(({ ended }) => ended !== null).map((each) => sharingView(assessed, each, facts)),
    directions: mayPropose && isRoundOpen && !takes ? (gives ? ['give'] : ['take', 'give']) : [],
    whyNothing: whyNothing({ isRoundOpen, mayPropose, takes }),
    list: paths.assessment(addressKey, round.id),
  };
}

function whyNothing({
  isRoundOpen,
  mayPropose,
  takes,
}: {
  readonly isRoundOpen: boolean;
  readonly mayPropose: boolean;
  readonly takes: boolean;
}): string | null {
  if (!mayPropose) {
    return 'The coordinator of an organisation, or whoever signs for it, says with whom it answers together.';
  }
  if (!isRoundOpen) {
    return 'The round is not open, so nothing can be changed here.';
  }
  return takes ? 'An organisation takes answers from one other at a time, and gives none meanwhile.' : null;
}

function sharingView(
  { organisation: { organisationId, name }, addressKey, round, isRoundOpen, actor, subject }: AssessedOrganisation,
  sharing: Sharing,
  { instrument, names, askedIds, agreeingIds }: SharingFacts,
): SharingView {
  const isTaker = sharing.takerId === organisationId;
  const otherId = isTaker ? sharing.giverId : sharing.takerId;
  const nameOf = (id: string) => (id === organisationId ? name : (names.get(id) ?? id));
  const other = nameOf(otherId);
  const state = stateOfSharing(sharing);
  const mayAct = isRoundOpen && state !== 'ended' && can(actor, 'assessment.share', subject);
  const { sharingId, proposed, agreed, ended } = sharing;
  const rows = [
    { key: 'Sections', value: sectionsInWords(instrument, sharing.sectionIds) },
    { key: 'Proposed', value: `${sentenceStart(byWhomAndWhen(proposed))}, for ${nameOf(sharing.proposedFor)}` },
    ...(agreed === null
      ? []
      : [
          {
            key: 'Agreed',
            value: `${sentenceStart(byWhomAndWhen(agreed))}, for ${nameOf(otherSide(sharing))}`,
          },
        ]),
    ...(ended === null
      ? []
      : [{ key: 'Ended', value: `${sentenceStart(byWhomAndWhen(ended))}, for ${nameOf(ended.endedFor)}` }]),
  ];
  return {
    id: sharingId,
    heading: isTaker ? `Answers of ${other} for ${name}` : `Answers of ${name} for ${other}`,
    state: sharingStateWords[state],
    rows,
    reason: ended?.reason ?? null,
    warning:
      state !== 'ended' && !askedIds.has(otherId)
        ? `${other} is not among the organisations that this round asks: it may have ended or merged, and nobody may be there to answer.`
        : null,
    nobodyToAgree:
      state === 'proposed' && sharing.proposedFor === organisationId && !agreeingIds.has(otherId)
        ? nobodyToAgree(actor, other, otherId)
        : null,
    agreeHref:
      mayAct && state === 'proposed' && sharing.proposedFor !== organisationId
        ? paths.agreeToSharing(addressKey, round.id, sharingId)
        : null,
    end: mayAct
      ? { href: paths.endSharing(addressKey, round.id, sharingId), text: endInWords(sharing, organisationId).title }
      : null,
  };
}

/** Whom to ask is the programme office, unless it is that which reads. */
function nobodyToAgree(actor: Actor, other: string, otherId: string): NonNullable<SharingView['nobodyToAgree']> {
  const text = `Nobody at ${other} holds a role yet by which this could be agreed, so nobody was told.`;
  return can(actor, 'people.manage-all')
    ? { text, invite: paths.invitePerson({ role: 'coordinator', place: otherId }) }
    : { text: `${text} Ask the programme office to invite its coordinator.`, invite: null };
}

function otherSide({ takerId, giverId, proposedFor }: Sharing): string {
  return proposedFor === takerId ? giverId : takerId;
}
