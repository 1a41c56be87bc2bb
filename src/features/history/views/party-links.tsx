import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { dayBefore } from '../../../platform/days.ts';
import { areaHref, type Day, onDay } from '../../directory/index.ts';
import type { LineageParty } from '../timeline/past.ts';

interface PartyLinksProps {
  readonly parties: readonly LineageParty[];
  readonly hrefOf: (party: LineageParty) => string;
}

/** Organisations or areas in words, `A, B and C`, each a link where it is in the directory. */
export function PartyLinks({ parties, hrefOf }: PartyLinksProps) {
  return (
    <>
      {parties.map((party, index) => (
        <span key={party.id}>
          {index > 0 && (index === parties.length - 1 ? ' and ' : ', ')}
          {party.name === null ? <>{party.id} (not in this directory)</> : <a href={hrefOf(party)}>{party.name}</a>}
        </span>
      ))}
    </>
  );
}

/** The page of a party. */
export function partyHref({ id, area }: LineageParty): string {
  return area === null ? paths.organisation(id) : areaHref(area);
}

/** The page of what came after on a day: the day shown where it is there by then, else its first. */
export function successorHref(party: LineageParty, on: string, day: Day): string {
  return on <= day.asAt ? day.link(partyHref(party)) : onDay(partyHref(party), on);
}

/** The page of what went before: the day shown where it was still there, else its last. */
export function predecessorHref(party: LineageParty, on: string, day: Day): string {
  return on > day.asAt ? day.link(partyHref(party)) : onDay(partyHref(party), dayBefore(on));
}

/** Things one a line inside a value of a summary. */
export function Lines({ items }: { items: readonly { readonly key: string; readonly content: ReactNode }[] }) {
  return (
    <>
      {items.map(({ key, content }, index) => (
        <span key={key}>
          {index > 0 && <br />}
          {content}
        </span>
      ))}
    </>
  );
}
