import { paths } from '../../../paths.ts';
import type { Day } from '../../directory/index.ts';

interface SearchBoxProps {
  readonly label: string;
  readonly hint?: string;
  readonly term: string;
  /** Where the box leads; the search over everything when left out. */
  readonly action?: string;
  readonly day: Day;
}

/** One box over organisations, footprints and everything else that has a name. */
export function SearchBox({ label, hint, term, day, action = paths.search() }: SearchBoxProps) {
  return (
    <search>
      <form method="get" action={action} className="ldr-search">
        {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
        <div className="nhsuk-form-group nhsuk-search-input">
          <label className="nhsuk-label nhsuk-label--m" htmlFor="q">
            {label}
          </label>
          {hint !== undefined && (
            <div className="nhsuk-hint" id="q-hint">
              {hint}
            </div>
          )}
          <div className="nhsuk-input-wrapper nhsuk-search-input__wrapper">
            <input
              className="nhsuk-input nhsuk-search-input__input"
              id="q"
              name="q"
              type="search"
              autoComplete="off"
              maxLength={100}
              defaultValue={term}
              {...(hint === undefined ? {} : { 'aria-describedby': 'q-hint' })}
            />
            <button
              className="nhsuk-button nhsuk-button--icon nhsuk-button--small nhsuk-search-input__button"
              type="submit"
              aria-label="Search"
            >
              <svg
                className="nhsuk-icon nhsuk-icon--search"
                xmlns="http://www.w3.org/2000/svg"
                viewBox="0 0 24 24"
                width="16"
                height="16"
                focusable="false"
                aria-hidden="true"
              >
                <path d="m20.7 18.9-4.1-4.1a7 7 0 1 0-1.4 1.4l4 4.1a1 1 0 0 0 1.5 0c.4-.4.4-1 0-1.4ZM6 10.6a5 5 0 1 1 10 0 5 5 0 0 1-10 0Z" />
              </svg>
            </button>
          </div>
        </div>
      </form>
    </search>
  );
}
