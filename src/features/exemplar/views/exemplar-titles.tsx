import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import type { Day } from '../../directory/index.ts';
import type { Exemplar } from '../exemplar.ts';

/** Exemplars by their titles, to stand on another page than their own. */
export function ExemplarTitles({ exemplars, day }: { readonly exemplars: readonly Exemplar[]; readonly day: Day }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {exemplars.map(({ exemplarId, title, designatedAt }) => (
        <li key={exemplarId}>
          <a href={day.link(paths.exemplar(exemplarId))}>{title}</a>, designated on {formatDate(designatedAt)}
        </li>
      ))}
    </ul>
  );
}
