import { dayAfter, dayBefore } from '../../../platform/days.ts';
import { formatDate } from '../../../views/format.ts';
import type { SummaryRow } from '../../../views/summary-list.tsx';
import type { Day } from '../../directory/index.ts';
import type { Lineage } from '../lineage/lineage.ts';
import type { OtherNames } from '../timeline/names.ts';
import { Lines, PartyLinks, predecessorHref, successorHref } from './party-links.tsx';

/** Names it had before and got later; nothing where it had one all along. */
export function nameRows({ former, later }: OtherNames): SummaryRow[] {
  return [
    ...row(
      'Former names',
      former.map(({ name, until, isBy }) => ({
        key: name,
        content: isBy
          ? `${name} (no longer by ${formatDate(dayAfter(until))})`
          : `${name} (until ${formatDate(until)})`,
      })),
    ),
    ...row(
      'Later names',
      later.map(({ name, from, isBy }) => ({
        key: name,
        content: `${name} (${isBy ? 'by' : 'from'} ${formatDate(from)})`,
      })),
    ),
  ];
}

/** Of an organisation that is open though a succession on record ended it. */
const againstRecord = ', as recorded; a later file found it open all the same, and that was taken';

/** What came before and after it, and what it has become by way of all that came after. */
export function lineageRows({ predecessors, successors, became }: Lineage, day: Day): SummaryRow[] {
  const hasCome = ({ on }: Lineage['predecessors'][number]) => on <= day.asAt;
  const isDirect = became.every((end) => successors.some(({ party }) => party.id === end.party.id));
  return [
    ...row(
      'Came from',
      predecessors.filter(hasCome).map(({ party, on, isContradicted }) => ({
        key: `${party.id} ${on}`,
        content: (
          <>
            <PartyLinks parties={[party]} hrefOf={(each) => predecessorHref(each, on, day)} /> (
            {isContradicted ? `on ${formatDate(on)}${againstRecord}` : `until ${formatDate(dayBefore(on))}`})
          </>
        ),
      })),
    ),
    ...row(
      'Takes over from',
      predecessors
        .filter((step) => !hasCome(step))
        .map(({ party, on, isPart, isContradicted }) => ({
          key: `${party.id} ${on}`,
          content: (
            <>
              <PartyLinks parties={[party]} hrefOf={(each) => predecessorHref(each, on, day)} /> (
              {isPart ? 'a part of it, ' : ''}from {formatDate(on)}
              {isContradicted && againstRecord})
            </>
          ),
        })),
    ),
    ...row(
      'Followed by',
      successors.map(({ party, on, isPart, isContradicted }) => ({
        key: `${party.id} ${on}`,
        content: (
          <>
            <PartyLinks parties={[party]} hrefOf={(each) => successorHref(each, on, day)} /> (
            {isPart ? 'for a part of it, ' : ''}from {formatDate(on)}
            {isContradicted && againstRecord})
          </>
        ),
      })),
    ),
    ...(isDirect
      ? []
      : row(
          'What became of it',
          became.map(({ party, on }) => ({
            key: party.id,
            content: <PartyLinks parties={[party]} hrefOf={(each) => successorHref(each, on, day)} />,
          })),
        )),
  ];
}

/** Rows only where there is something to say. */
function row(key: string, items: Parameters<typeof Lines>[0]['items']): SummaryRow[] {
  return items.length === 0 ? [] : [{ key, value: <Lines items={items} /> }];
}
