import { paths } from '../../../paths.ts';
import { Details } from '../../../views/details.tsx';
import { countOf, formatDate } from '../../../views/format.ts';
import type { Source } from '../directory.ts';

/** What the page rests on: each source with its publisher, date and licence. */
export function DataSources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) {
    return null;
  }
  return (
    <section className="ldr-sources" aria-labelledby="sources-heading">
      <h2 id="sources-heading" className="nhsuk-heading-s">
        Where this comes from
      </h2>
      <Details summary={`${countOf(sources.length, 'source')} used on this page`}>
        <ul>
          {sources.map((source) => (
            <SourceItem key={source.sourceId} source={source} />
          ))}
        </ul>
      </Details>
      <p>
        Is something wrong or missing? <a href={paths.contact()}>Tell us</a>, with a document that shows it.
      </p>
    </section>
  );
}

function SourceItem({ source }: { source: Source }) {
  return (
    <li>
      {source.publisher}: {source.url === null ? source.title : <a href={source.url}>{source.title}</a>}
      {source.datedOn !== null && `, ${formatPartialDate(source.datedOn)}`}. {sentence(source.note)}
      Licence: {source.licence}.
    </li>
  );
}

function sentence(note: string): string {
  return note === '' ? '' : `${note}. `;
}

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2016` -> `2016`, `2016-10` -> `October 2016`, `2016-10-04` -> `4 October 2016`. */
export function formatPartialDate(date: string): string {
  switch (date.length) {
    case 4:
      return date;
    case 7:
      return monthFormat.format(new Date(`${date}-01T00:00:00Z`));
    default:
      return formatDate(date);
  }
}
