import { formatNumber } from '../../../views/format.ts';
import { pageSizes } from '../../search/index.ts';

interface DownloadLinksProps {
  /** What the files hold, e.g. `these 209 organisations`. */
  readonly what: string;
  readonly hrefOf: (format: 'csv' | 'json') => string;
}

/** The list as it is filtered and sorted, as files. */
export function DownloadLinks({ what, hrefOf }: DownloadLinksProps) {
  return (
    <p className="ldr-downloads">
      Download {what}: <a href={hrefOf('csv')}>CSV, for a spreadsheet</a> · <a href={hrefOf('json')}>JSON</a>
      <span className="ldr-line-note">Each row says who says so, and how sure it is.</span>
    </p>
  );
}

interface PageSizesProps {
  readonly size: number;
  readonly hrefOf: (size: number) => string;
}

/** How many rows stand on a page, and other numbers to choose. */
export function PageSizes({ size, hrefOf }: PageSizesProps) {
  return (
    <p className="ldr-page-sizes">
      Rows on a page:{' '}
      {pageSizes.map((one, index) => (
        <span key={one}>
          {index > 0 && ' · '}
          {one === size ? (
            <strong>{formatNumber(one)}</strong>
          ) : (
            <a href={hrefOf(one)}>
              {formatNumber(one)}
              <span className="nhsuk-u-visually-hidden"> rows on a page</span>
            </a>
          )}
        </span>
      ))}
    </p>
  );
}
