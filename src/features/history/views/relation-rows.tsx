import { paths } from '../../../paths.ts';
import { formatDate, formatNumber } from '../../../views/format.ts';
import type { SummaryRow } from '../../../views/summary-list.tsx';
import { type Day, type OrganisationRef, PRACTICE_TYPE } from '../../directory/index.ts';
import { bearerOn } from '../timeline/bearer-on.ts';
import type { OrganisationPast, PastRelation } from '../timeline/past.ts';
import { Lines, PartyLinks, partyHref } from './party-links.tsx';
import { relationWord } from './timeline-words.tsx';

interface Related {
  readonly day: Day;
  readonly organisation: OrganisationRef;
  readonly past: OrganisationPast;
  readonly practiceCount: number;
}

function RelatedOn({ day, relation }: { readonly day: Day; readonly relation: PastRelation }) {
  const { related, from } = relation;
  const other = bearerOn(relation, day.asAt);
  if (other?.kind !== 'there') {
    const until = other === null ? '' : `; until ${formatDate(other.last)} ${other.name} (${related.id})`;
    return <>{`Not recorded for this day${until}`}</>;
  }
  return (
    <>
      <PartyLinks parties={[{ ...related, name: other.name }]} hrefOf={(party) => day.link(partyHref(party))} />
      {from !== null && ` from ${formatDate(from)}`}
    </>
  );
}

/** How an organisation hangs together with others on the day: by whom it is commissioned or run, and whom it commissions. */
export function relationRows({ day, organisation, past, practiceCount }: Related): SummaryRow[] {
  const standing = past.relations.filter(({ from, to }) => (from ?? '') <= day.asAt && (to === null || day.asAt < to));
  const rows = [...Map.groupBy(standing, ({ kind }) => kind)].map(([kind, relations]) => ({
    key: relationWord(kind),
    value: (
      <Lines
        items={relations.map((relation) => ({
          key: relation.related.id,
          content: <RelatedOn day={day} relation={relation} />,
        }))}
      />
    ),
  }));
  const practices = paths.organisations({ type: PRACTICE_TYPE, commissioner: organisation.code });
  return practiceCount === 0
    ? rows
    : [...rows, { key: 'GP practices', value: <a href={day.link(practices)}>{formatNumber(practiceCount)}</a> }];
}
