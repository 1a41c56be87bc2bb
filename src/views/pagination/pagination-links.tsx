import type { ListWindow } from '../../platform/page.ts';
import { type PageItem, pageItems, positionWords } from './pagination.ts';

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

/** A page of a list that can be walked both ways; `key` is what stands for a row in an address. */
interface ListStepsProps<Row> {
  readonly list: ListWindow<Row>;
  readonly page: number;
  /** How many pages there are. */
  readonly last: number;
  /** Where the list begins. */
  readonly start: string;
  readonly keyOf: (row: Row) => string;
  readonly hrefOf: (edge: { readonly after: string } | { readonly before: string }, page: string) => string;
}

/** From page to page of a list so long that its pages are not numbered: each is found by the row it begins after. */
export function ListSteps<Row>({ list, page, last, start, keyOf, hrefOf }: ListStepsProps<Row>) {
  const { rows, hasEarlier, hasLater } = list;
  const [top, bottom] = [rows.at(0), rows.at(-1)];
  if (top === undefined || bottom === undefined || !(hasEarlier || hasLater)) {
    return null;
  }
  const previous = page === 2 ? start : hrefOf({ before: keyOf(top) }, String(Math.max(2, page - 1)));
  return (
    <nav className="nhsuk-pagination nhsuk-pagination--numbered" aria-label="Pagination">
      {hasEarlier && <PreviousLink href={previous} />}
      <p className="ldr-pagination__position">
        {positionWords(page, last)}
        {hasEarlier && (
          <>
            {' · '}
            <a href={start}>First page</a>
          </>
        )}
      </p>
      {hasLater && <NextLink href={hrefOf({ after: keyOf(bottom) }, String(Math.max(2, page + 1)))} />}
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
