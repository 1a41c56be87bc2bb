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
      {current > 1 && <PreviousLink href={hrefOf(current - 1)} />}
      <ul className="nhsuk-pagination__list">
        {pageItems(current, last).map((item) => (
          <Item key={item.kind === 'gap' ? `gap-${item.after}` : item.number} item={item} hrefOf={hrefOf} />
        ))}
      </ul>
      {current < last && <NextLink href={hrefOf(current + 1)} />}
    </nav>
  );
}

interface StepLinksProps {
  /** Null where no rows stand before, or follow. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Where the list begins; left out on its first page. */
  readonly first: string | null;
  /** Which page this is. */
  readonly position: string;
}

/** From page to page of a list so long that its pages are not numbered: each is found by the row it begins after. */
export function StepLinks({ previous, next, first, position }: StepLinksProps) {
  if (previous === null && next === null) {
    return null;
  }
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" aria-label="Pagination">
      {previous !== null && <PreviousLink href={previous} />}
      <p className="ldr-pagination__position">
        {position}
        {first !== null && (
          <>
            {' · '}
            <a href={first}>First page</a>
          </>
        )}
      </p>
      {next !== null && <NextLink href={next} />}
    </nav>
  );
}

function PreviousLink({ href }: { href: string }) {
  return (
    <a href={href} className="nhsuk-pagination__previous" rel="prev">
      <Arrow
        direction="left"
        path="M10.7 6.3c.4.4.4 1 0 1.4L7.4 11H19a1 1 0 0 1 0 2H7.4l3.3 3.3c.4.4.4 1 0 1.4a1 1 0 0 1-1.4 0l-5-5A1 1 0 0 1 4 12c0-.3.1-.5.3-.7l5-5a1 1 0 0 1 1.4 0Z"
      />
      <span className="nhsuk-pagination__title">
        Previous<span className="nhsuk-u-visually-hidden"> page</span>
      </span>
    </a>
  );
}

function NextLink({ href }: { href: string }) {
  return (
    <a href={href} className="nhsuk-pagination__next" rel="next">
      <span className="nhsuk-pagination__title">
        Next<span className="nhsuk-u-visually-hidden"> page</span>
      </span>
      <Arrow
        direction="right"
        path="m14.7 6.3 5 5c.2.2.3.4.3.7 0 .3-.1.5-.3.7l-5 5a1 1 0 0 1-1.4-1.4l3.3-3.3H5a1 1 0 0 1 0-2h11.6l-3.3-3.3a1 1 0 1 1 1.4-1.4Z"
      />
    </a>
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
