import { type ShownStanding, shownStandings, standingMeaning, standingWord } from './standing-word.ts';

interface StandingKeyProps {
  /** The standings that occur in what is explained; the others are not. */
  readonly standings: Iterable<ShownStanding>;
}

/** What the words "official", "stated" and so on mean, under whatever uses them. */
export function StandingKey({ standings }: StandingKeyProps) {
  const used = new Set(standings);
  const shown = shownStandings.filter((standing) => used.has(standing));
  if (shown.length === 0) {
    return null;
  }
  return (
    <p className="ldr-figure-note">
      {shown.map((standing, index) => (
        <span key={standing}>
          {index > 0 && ' '}
          <strong>{standingWord(standing)}</strong>: {standingMeaning(standing)}.
        </span>
      ))}
    </p>
  );
}
