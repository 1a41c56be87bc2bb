import { paths } from '../../../paths.ts';
import { formatNumber } from '../../../views/format.ts';
import type { Day } from '../as-at.ts';
import type { SearchGroup, SearchHit } from '../directory-reads.ts';
import { AsAtLine } from './as-at-line.tsx';
import { SearchBox } from './search-box.tsx';
import type { SearchResult } from './search-view.ts';

export interface SearchPageProps {
  readonly day: Day;
  readonly term: string;
  readonly result: SearchResult;
  /** All organisations that match, of which the page shows the closest. */
  readonly organisationTotal: number;
  readonly organisationsShown: number;
  /** Names much like the term, when nothing matched. */
  readonly similar: readonly string[];
}

/** What one search finds, grouped. */
export function SearchPage({ day, term, result, organisationTotal, organisationsShown, similar }: SearchPageProps) {
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
        {term !== '' && <Summary term={term} result={result} />}
        {result.exact.length > 0 && <Hits group={{ heading: 'Exactly this', hits: result.exact }} />}
        {result.groups.map((group) => (
          <Hits key={group.heading} group={group} />
        ))}
        <MoreOrganisations day={day} term={term} shown={organisationsShown} total={organisationTotal} />
        {term !== '' && isEmpty(result) && <NothingFound day={day} similar={similar} />}
        <AsAtLine day={day} path={paths.search()} keep={{ q: term }} />
      </div>
    </div>
  );
}

function isEmpty({ exact, groups }: SearchResult): boolean {
  return exact.length === 0 && groups.length === 0;
}

function Summary({ term, result }: { term: string; result: SearchResult }) {
  return (
    <p role="status">
      {isEmpty(result) ? (
        <>
          Nothing matches <strong>{term}</strong>.
        </>
      ) : (
        <>
          Results for <strong>{term}</strong>
        </>
      )}
    </p>
  );
}

function Hits({ group }: { group: SearchGroup }) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">
        {group.heading} <span className="ldr-count">({formatNumber(group.hits.length)})</span>
      </h2>
      <ul className="ldr-lines">
        {group.hits.map((hit) => (
          <Hit key={hit.href} hit={hit} />
        ))}
      </ul>
    </section>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  return (
    <li>
      <a href={hit.href}>{hit.title}</a>
      {hit.text !== '' && <span className="ldr-line-note">{hit.text}</span>}
    </li>
  );
}

interface MoreProps {
  readonly day: Day;
  readonly term: string;
  readonly shown: number;
  readonly total: number;
}

function MoreOrganisations({ day, term, shown, total }: MoreProps) {
  if (total <= shown) {
    return null;
  }
  return (
    <p>
      <a href={day.link(paths.organisations({ q: term }))}>All {formatNumber(total)} organisations that match</a>
    </p>
  );
}

function NothingFound({ day, similar }: { day: Day; similar: readonly string[] }) {
  return (
    <>
      {similar.length > 0 && (
        <>
          <p>Did you mean one of these?</p>
          <ul className="ldr-lines">
            {similar.map((name) => (
              <li key={name}>
                <a href={day.link(paths.search(name))}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        Try the name of your town, hospital or council, in fewer words. You can also look through{' '}
        <a href={day.link(paths.footprints())}>all footprints</a> or{' '}
        <a href={day.link(paths.organisations())}>all organisations</a>.
      </p>
    </>
  );
}
