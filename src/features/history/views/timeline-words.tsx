import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { formatDate, formatNumber, inSentence } from '../../../views/format.ts';
import {
  type AreaRef,
  areaHref,
  type Day,
  membershipRoleLabels,
  type OrganisationRef,
  typeOf,
} from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import type { PastEventKind } from '../timeline/past.ts';
import type { TimelineEntry, TimelineFact } from '../timeline/timeline.ts';
import { PartyLinks, predecessorHref, successorHref } from './party-links.tsx';

/** What a line needs to be put in words. */
export interface WordsContext {
  readonly day: Day;
  readonly pack: Pick<ProgrammePack, 'organisationTypes' | 'areaKinds'>;
  /** What the timeline is of: the words for beginning and ending differ. */
  readonly isArea: boolean;
}

/** Lines that say the same of several others, in words. */
export function entryWords(group: readonly TimelineEntry[], context: WordsContext): ReactNode {
  const [first] = group;
  if (first === undefined) {
    return null;
  }
  const others = group.flatMap(({ fact }) => otherOf(fact) ?? []);
  return others.length > 0 ? (
    <>
      {groupWords(first.fact)} <OtherLinks others={others} context={context} namesKind={first.fact.kind === 'placed'} />
    </>
  ) : (
    factWords(first, context)
  );
}

function otherOf(fact: TimelineFact): AreaRef | OrganisationRef | null {
  switch (fact.kind) {
    case 'joined':
    case 'left':
      return fact.other;
    case 'took-in':
    case 'let-go':
      return fact.area;
    case 'placed':
      return fact.from === null || fact.to === null ? (fact.from ?? fact.to) : null;
    default:
      return null;
  }
}

function groupWords(fact: TimelineFact): string {
  switch (fact.kind) {
    case 'joined':
      return `${membershipRoleLabels[fact.role]}:`;
    case 'left':
      return `No longer ${membershipRoleLabels[fact.role].toLowerCase()}:`;
    case 'took-in':
      return 'Within it from this day:';
    case 'let-go':
      return 'No longer within it:';
    default:
      return 'to' in fact && fact.to === null ? 'No longer lies in' : 'Lies in';
  }
}

function factWords({ fact, day: on }: TimelineEntry, context: WordsContext): ReactNode {
  switch (fact.kind) {
    case 'began':
      return `${context.isArea ? 'Formed' : 'Opened'}${fact.isAgain ? ' again' : ''} as ${fact.name}`;
    case 'ended':
      return context.isArea ? 'Last day as an area of its own' : 'Closed: this was its last day';
    case 'renamed':
      return `Renamed from ${fact.from} to ${fact.to}`;
    case 'recoded':
      return `Code changed from ${fact.from} to ${fact.to}`;
    case 'retyped':
      return `Became ${inSentence(typeOf(context.pack, fact.to).label)}, before ${inSentence(typeOf(context.pack, fact.from).label)}`;
    case 'status-changed':
      return `Status changed from ${fact.from} to ${fact.to}`;
    case 'moved':
      return `Moved from ${fact.from} to ${fact.to}`;
    case 'role-changed':
      return (
        <>
          {membershipRoleLabels[fact.to]}, before {membershipRoleLabels[fact.from].toLowerCase()}:{' '}
          <OtherLinks others={[fact.other]} context={context} />
        </>
      );
    case 'counted':
      return `${formatNumber(fact.value)} ${measureWords(fact.measure)}`;
    case 'placed':
      return (
        <>
          Lies in <OtherLinks others={fact.to === null ? [] : [fact.to]} context={context} namesKind />
          {fact.from !== null && <>, before in {fact.from.name}</>}
        </>
      );
    case 'related':
      return relationWords(fact, on, context);
    case 'came-from':
      return (
        <>
          {cameFromWords[fact.event]}{' '}
          <PartyLinks parties={fact.others} hrefOf={(party) => predecessorHref(party, on ?? '', context.day)} />
          {fact.reason !== '' && `. ${fact.reason}`}
        </>
      );
    case 'became':
      return (
        <>
          {becameWords[fact.event]}{' '}
          <PartyLinks parties={fact.others} hrefOf={(party) => successorHref(party, on ?? '', context.day)} />
          {fact.reason !== '' && `. ${fact.reason}`}
        </>
      );
    default:
      return null;
  }
}

const cameFromWords: Readonly<Record<PastEventKind, string>> = {
  merge: 'Brought together from',
  split: 'Split from',
  transfer: 'Took over from',
  rename: 'Known before as',
  'boundary-change': 'Took on part of the area of',
  closure: 'Came after',
};

const becameWords: Readonly<Record<PastEventKind, string>> = {
  merge: 'Became part of',
  split: 'Divided into',
  transfer: 'Followed by',
  rename: 'Became',
  'boundary-change': 'A part of its area went to',
  closure: 'Followed by',
};

/** How a relation is said, before the name of the other. */
const relations: Readonly<Record<string, string>> = {
  'commissioned-by': 'Commissioned by',
  'subdivision-of': 'Part of',
  'located-in': 'Located in',
  'operated-by': 'Run by',
  'directed-by': 'Directed by',
  'partner-of': 'Partner of',
};

function relationWords(
  fact: Extract<TimelineFact, { kind: 'related' }>,
  on: string | null,
  { day }: WordsContext,
): ReactNode {
  const words = relationWord(fact.relation);
  const link = (party: typeof fact.to) =>
    party === null ? null : <PartyLinks parties={[party]} hrefOf={(each) => successorHref(each, on ?? '', day)} />;
  return fact.to === null ? (
    <>
      No longer {words.toLowerCase()} {link(fact.from)}
    </>
  ) : (
    <>
      {words} {link(fact.to)}
      {fact.from !== null && `, before ${fact.from.name ?? fact.from.id}`}
    </>
  );
}

/** `Commissioned by`; the id itself for a relation without a word. */
export function relationWord(relation: string): string {
  return relations[relation] ?? relation;
}

function measureWords(measure: string): string {
  return measure === 'registered_patients' ? 'patients on the lists of its GP practices' : measure.replaceAll('_', ' ');
}

interface OtherLinksProps {
  readonly others: readonly (AreaRef | OrganisationRef)[];
  readonly context: WordsContext;
  /** Areas of several kinds may have one name. */
  readonly namesKind?: boolean;
}

function OtherLinks({ others, context: { day, pack }, namesKind = false }: OtherLinksProps) {
  const kindOf = (kind: string) => inSentence(pack.areaKinds.find(({ id }) => id === kind)?.label ?? kind);
  return (
    <>
      {others.map((other, index) => (
        <span key={'areaId' in other ? other.areaId : other.organisationId}>
          {index > 0 && ', '}
          <a href={day.link('areaId' in other ? areaHref(other) : paths.organisation(other.code))}>{other.name}</a>
          {namesKind && 'areaId' in other && ` (${kindOf(other.kind)})`}
        </span>
      ))}
    </>
  );
}

/** The day of a line as it is shown: an end by its last day, and what is only known to lie before as such. */
export function dayWords({ day, certainty }: TimelineEntry, shownDay: string | null): string {
  if (day === null || shownDay === null) {
    return 'Day not recorded';
  }
  return certainty.kind === 'by' ? `By ${formatDate(shownDay)}` : formatDate(shownDay);
}
