import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { dayBefore } from '../../../platform/days.ts';
import { areaHref, membershipRoleLabels, onDay, typeOf } from '../../directory/index.ts';
import type { MembershipRole, ProgrammePack } from '../../programme/index.ts';
import type { ChangeKind, ChangeLine } from '../changes/changes.ts';
import type { LineageParty } from '../timeline/past.ts';
import { PartyLinks, partyHref } from './party-links.tsx';

/** What each sort of change is called. */
export const changeLabels: Readonly<Record<ChangeKind, string>> = {
  opened: 'Opened or formed',
  renamed: 'Renamed',
  retyped: 'Became another type',
  recoded: 'Given another code',
  succeeded: 'Succeeded by another',
  closed: 'Closed',
  joined: 'Joined',
  'role-changed': 'Changed role',
  left: 'Left',
};

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The page of what changed, on the later day, or on the first where it was gone by then. */
export function changedHref({ change, id, code, name, slug, typeId, subject }: ChangeLine, { from, to }: Days): string {
  const day = change === 'closed' || change === 'succeeded' ? from : to;
  const href =
    subject === 'area' && slug !== null
      ? areaHref({ areaId: id, kind: typeId, code, name, slug })
      : paths.organisation(code);
  return onDay(href, day);
}

/** What changed, in a few words. */
export function changeWords(
  line: ChangeLine,
  pack: Pick<ProgrammePack, 'organisationTypes'>,
  { from, to }: Days,
): ReactNode {
  const links = (parties: readonly LineageParty[], day: string) => (
    <PartyLinks parties={parties} hrefOf={(party) => onDay(partyHref(party), day)} />
  );
  const { others } = line;
  const isArea = line.subject === 'area';
  switch (line.change) {
    case 'opened':
    case 'joined':
      return (
        <>
          {line.change === 'joined' ? `Joined as ${rolesWords(line.after)}` : isArea ? 'Formed' : 'Opened'}
          {others.length > 0 && <>, after {links(others, from)}</>}
        </>
      );
    case 'closed':
    case 'succeeded':
    case 'left':
      return (
        <>
          {line.change === 'left' ? `Left; was ${rolesWords(line.before)}` : isArea ? 'Ended' : 'Closed'}
          {others.length > 0 && <>, followed by {links(others, to)}</>}
        </>
      );
    case 'role-changed':
      return `Now ${rolesWords(line.after)}, before ${rolesWords(line.before)}`;
    case 'retyped':
      return `Now ${typeOf(pack, line.after).label}, before ${typeOf(pack, line.before).label}`;
    default:
      return `Now ${line.after}, before ${line.before}`;
  }
}

function rolesWords(roles: string): string {
  return roles
    .split(' ')
    .map((role) => membershipRoleLabels[role as MembershipRole].toLowerCase())
    .join(' and ');
}

/** The day of a change: for an end its last day. */
export function changeDay({ change, on }: ChangeLine): string | null {
  return on !== null && (change === 'closed' || change === 'succeeded' || change === 'left') ? dayBefore(on) : on;
}
