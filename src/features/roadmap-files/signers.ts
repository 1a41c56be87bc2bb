import type { MembershipRole } from '../programme/index.ts';
import type { RoadmapCopy } from './roadmap-copy.ts';

export interface Signers {
  /** A sentence. */
  readonly inShort: string;
  /** Names of the organisations that are asked, by what they have decided. */
  readonly groups: readonly { readonly label: string; readonly names: readonly string[] }[];
}

/** The organisations that have to sign a version, each once, and which of them have. */
export function signersOf(
  { document, signatures }: Pick<RoadmapCopy, 'document' | 'signatures'>,
  mustSign: readonly MembershipRole[],
): Signers {
  const asked = new Map(
    document.members.filter(({ role }) => mustSign.includes(role)).map(({ code, name }) => [code, name]),
  );
  const decided = new Map((signatures ?? []).map(({ organisationCode, decision }) => [organisationCode, decision]));
  const namesOf = (decision: string | undefined) =>
    [...asked].filter(([code]) => decided.get(code) === decision).map(([, name]) => name);
  const [signed, withConditions, declined] = [
    namesOf('endorse'),
    namesOf('endorse-with-conditions'),
    namesOf('decline'),
  ];
  const groups = [
    { label: 'Signed', names: signed },
    { label: 'Signed with conditions', names: withConditions },
    { label: 'Declined', names: declined },
    { label: signatures === null ? 'Will be asked' : 'Not decided yet', names: namesOf(undefined) },
  ];
  const count = signed.length + withConditions.length;
  const inShort =
    signatures === null
      ? `Nobody has been asked to sign yet: it is a draft. ${asked.size} of its organisations will be.`
      : `${count} of the ${asked.size} organisations that have to sign ${count === 1 ? 'has' : 'have'} signed${declined.length === 0 ? '' : `, and ${declined.length} declined`}.`;
  return { inShort, groups };
}
