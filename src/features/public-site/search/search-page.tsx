import { paths } from '../../../paths.ts';
import { formatNumber } from '../../../views/format.ts';
import { AsAtLine, type Day } from '../../directory/index.ts';
import { NothingTyped, SearchBox } from './search-box.tsx';
import type { SearchGroup, SearchHit } from './search-hit.ts';
import type { SearchView } from './search-view.ts';

export interface SearchPageProps {
  readonly day: Day;
  /** Whether the box was sent, empty or not. */
  readonly isAsked: boolean;
  readonly term: string;
  readonly result: SearchView;
  /** The words that were looked for, where nothing matches those that were typed; null when that was not needed. */
  readonly meant: string | null;
  /** True when what is shown only has words spelt much like those that were typed. */
  readonly isAlike: boolean;
}

/** What one search finds, grouped. */
export function SearchPage({ day, isAsked, term, result, meant, isAlike }: SearchPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Search</h1>
        <SearchBox
          label="Find an area or organisation"
          hint="A place, a name, a code or a postcode"
          term={term}
          day={day}
        />
        {isAsked && term === '' && <NothingTyped />}
        {term !== '' && <Summary term={term} isEmpty={isEmpty(result)} meant={meant} isAlike={isAlike} />}
        {result.exact.length > 0 && <Hits group={{ heading: 'Exactly this', hits: result.exact }} />}
        {result.groups.map((group) => (
          <Hits key={group.heading} group={group} />
        ))}
        {term !== '' && isEmpty(result) && <NothingFound day={day} />}
        <AsAtLine day={day} path={paths.search()} keep={{ q: term }} />
      </div>
    </div>
  );
}

function isEmpty({ exact, groups }: SearchView): boolean {
  return exact.length === 0 && groups.length === 0;
}

interface SummaryProps extends Pick<SearchPageProps, 'term' | 'meant' | 'isAlike'> {
  readonly isEmpty: boolean;
}

function Summary({ term, isEmpty, meant, isAlike }: SummaryProps) {
  if (isEmpty) {
    return (
      <p role="status">
        Nothing matches <strong>{term}</strong>.
      </p>
    );
  }
  if (meant !== null) {
    return (
      <p role="status">
        Nothing matches <strong>{term}</strong>. Did you mean <strong>{meant}</strong>? These match that.
      </p>
    );
  }
  return isAlike ? (
    <p role="status">
      Nothing has the words <strong>{term}</strong>. Did you mean one of these? They are spelt much like them.
    </p>
  ) : (
    <p role="status">
      Results for <strong>{term}</strong>
    </p>
  );
}

function Hits({ group }: { group: SearchGroup }) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">
        {group.heading} <span className="ldr-count">({countWords(group)})</span>
      </h2>
      <ul className="ldr-lines">
        {group.hits.map((hit) => (
          <Hit key={hit.href} hit={hit} />
        ))}
      </ul>
      {group.whole !== undefined && (
        <p>
          <a href={group.whole.href}>
            All {group.whole.count === null ? 'of the more than 1,000' : formatNumber(group.whole.count)}{' '}
            {group.heading.toLowerCase()} that match
          </a>
        </p>
      )}
    </section>
  );
}

function countWords({ hits, whole }: SearchGroup): string {
  const shown = formatNumber(hits.length);
  return whole === undefined
    ? shown
    : `${shown} of ${whole.count === null ? 'more than 1,000' : formatNumber(whole.count)}`;
}

function Hit({ hit }: { hit: SearchHit }) {
  return (
    <li>
      <a href={hit.href}>{hit.title}</a>
      {hit.text !== '' && <span className="ldr-line-note">{hit.text}</span>}
      {hit.snippet !== undefined && hit.snippet.length > 0 && <Snippet parts={hit.snippet} />}
    </li>
  );
}

function Snippet({ parts }: { parts: NonNullable<SearchHit['snippet']> }) {
  let from = 0;
  return (
    <p className="ldr-snippet">
      {parts.map(({ text, isFound }) => {
        const key = from;
        from += text.length;
        return isFound ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
      })}
    </p>
  );
}

function NothingFound({ day }: { day: Day }) {
  return (
    <>
      <p>
        Names, codes, towns and postcodes of areas and organisations are searched, and the words of published roadmaps
        and exemplars. A place in which no organisation here has its address is not found by its name:{' '}
        <a href={day.link(paths.findArea())}>find your area</a> by your postcode instead.
      </p>
      <p>
        Or try the name of your hospital or council, in fewer words, or look through{' '}
        <a href={day.link(paths.footprints())}>all footprints</a> or{' '}
        <a href={day.link(paths.organisations())}>all organisations</a>.
      </p>
    </>
  );
}
