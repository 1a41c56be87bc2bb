import { Details } from '../../../views/details.tsx';
import { formatDate } from '../../../views/format.ts';
import type { Day } from '../as-at.ts';

interface AsAtLineProps {
  readonly day: Day;
  /** The address of this page, without `as-at`. */
  readonly path: string;
  /** Other parts of the query that must stay when another day is chosen; empty ones are dropped. */
  readonly keep?: Readonly<Record<string, string>>;
}

/** Says for which day the page holds, and offers another. */
export function AsAtLine({ day, path, keep = {} }: AsAtLineProps) {
  const kept = Object.entries(keep).filter(([, value]) => value !== '');
  return (
    <div className="ldr-as-at">
      <p>
        {day.isToCome ? 'Shown for' : 'Shown as it stood on'} <strong>{formatDate(day.asAt)}</strong>
        {day.isChosen ? ', the day you chose. ' : '. '}
        {day.isToCome && 'That day is still to come: what is shown is what is known now. '}
        {day.isChosen && <a href={hrefWith(path, kept)}>Go back to {formatDate(day.usual)}</a>}
      </p>
      <Details summary="Show another day" open={day.refused !== null}>
        <form method="get" action={path}>
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <div className="nhsuk-form-group">
            <label className="nhsuk-label" htmlFor="as-at">
              Day
            </label>
            <input
              className="nhsuk-input nhsuk-input--width-10"
              id="as-at"
              name="as-at"
              type="date"
              defaultValue={day.asAt}
            />
          </div>
          <button className="nhsuk-button nhsuk-button--secondary nhsuk-button--small" type="submit">
            Show this day
          </button>
        </form>
      </Details>
    </div>
  );
}

function hrefWith(path: string, query: [string, string][]): string {
  const text = new URLSearchParams(query).toString();
  return text === '' ? path : `${path}?${text}`;
}
