import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import type { Exemplar } from '../exemplar.ts';

/** Exemplars by their titles, to stand on another page than their own. */
export function ExemplarTitles({ exemplars }: { exemplars: readonly Exemplar[] }) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {exemplars.map(({ exemplarId, title, designatedAt }) => (
        <li key={exemplarId}>
          <a href={paths.exemplar(exemplarId)}>{title}</a>, designated on {formatDate(designatedAt)}
        </li>
      ))}
    </ul>
  );
}
