import { type PageItem, pageItems } from './pagination.ts';

interface PaginationLinksProps {
  readonly current: number;
  readonly last: number;
  readonly hrefOf: (page: number) => string;
}

/** Numbered pages of a long list; nothing where the list has one page. */
export function PaginationLinks({ current, last, hrefOf }: PaginationLinksProps) {
  if (last <= 1) {
    return null;
  }
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" aria-label="Pagination">
      {current > 1 && (
        <a href={hrefOf(current - 1)} className="nhsuk-pagination__previous" rel="prev">
          <Arrow
            direction="left"
            path="M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 0l-5-5A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z"
          />
          <span className="nhsuk-pagination__title">
            Previous<span className="nhsuk-u-visually-hidden"> page</span>
          </span>
        </a>
      )}
      <ul className="nhsuk-pagination__list">
        {pageItems(current, last).map((item) => (
          <Item key={item.kind === 'gap' ? `gap-${item.after}` : item.number} item={item} hrefOf={hrefOf} />
        ))}
      </ul>
      {current < last && (
        <a href={hrefOf(current + 1)} className="nhsuk-pagination__next" rel="next">
          <span className="nhsuk-pagination__title">
            Next<span className="nhsuk-u-visually-hidden"> page</span>
          </span>
          <Arrow
            direction="right"
            path="m14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 0-2h11.6l-3.3-3.3a1 1 0 1 1 1.4-1.4Z"
          />
        </a>
      )}
    </nav>
  );
}

function Item({ item, hrefOf }: { item: PageItem; hrefOf: (page: number) => string }) {
  if (item.kind === 'gap') {
    return <li className="nhsuk-pagination__item nhsuk-pagination__item--ellipsis">⋯</li>;
  }
  const { number, isCurrent } = item;
  return (
    <li className={`nhsuk-pagination__item${isCurrent ? ' nhsuk-pagination__item--current' : ''}`}>
      <a
        className="nhsuk-pagination__link"
        href={hrefOf(number)}
        aria-label={`Page ${number}`}
        {...(isCurrent ? { 'aria-current': 'page' as const } : {})}
      >
        {number}
      </a>
    </li>
  );
}

function Arrow({ direction, path }: { direction: 'left' | 'right'; path: string }) {
  return (
    <svg
      className={`nhsuk-icon nhsuk-icon--arrow-${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 24 24"
      width="16"
      height="16"
      focusable="false"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
