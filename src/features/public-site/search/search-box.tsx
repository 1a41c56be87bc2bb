import { paths } from '../../../paths.ts';
import { SearchIcon } from '../../../views/page/search-icon.tsx';
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
    <search aria-label={label}>
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
              <SearchIcon />
            </button>
          </div>
        </div>
      </form>
    </search>
  );
}

/** What to type, where the box was sent empty. */
export function NothingTyped() {
  return (
    <p role="status">
      Nothing was typed. Enter a town, a postcode, the name of a hospital, practice or council, or a code: for example
      Doncaster or RP5.
    </p>
  );
}
