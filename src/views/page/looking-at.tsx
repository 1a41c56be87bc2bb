import { formatDate } from '../format.ts';

/** Of which place and day the pages of the service speak. */
export interface LookingAt {
  /** Such as `England`; empty where the programme does not say. */
  readonly place: string;
  /** The usual day, `YYYY-MM-DD`. */
  readonly day: string;
  /** True where that is a day of the past, in a demonstration whose clock runs on from there. */
  readonly isPast: boolean;
}

/** A day that the reader asked for, and this page on the usual one. */
export interface ChosenDay {
  readonly day: string;
  readonly usualHref: string;
}

interface LookingAtWordsProps {
  readonly lookingAt: LookingAt;
  readonly chosen: ChosenDay | null;
}

/** Says what is looked at, in one manner on every page: the place, its day, and whose choice that is. */
export function LookingAtWords({ lookingAt: { place, day }, chosen }: LookingAtWordsProps) {
  const shown = formatDate(chosen?.day ?? day);
  return (
    <>
      You are looking at <strong>{place === '' ? shown : `${place} on ${shown}`}</strong>
      {chosen === null ? (
        '.'
      ) : (
        <>
          , a day that you chose. <a href={chosen.usualHref}>Go back to {formatDate(day)}</a>
        </>
      )}
    </>
  );
}
