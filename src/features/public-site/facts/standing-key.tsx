import { type Standing, standingWord } from '../../directory/index.ts';

const meanings: Readonly<Record<Standing, string>> = {
  official: 'taken from a register kept by a national body',
  stated: 'read in a document that says so',
  inferred: 'worked out by us, for example from the name of an area; it may be wrong',
};

interface StandingKeyProps {
  /** The standings that occur on the page; the others are not explained. */
  readonly standings: Iterable<Standing>;
}

/** What the words "official", "stated" and "inferred" mean, under a table that uses them. */
export function StandingKey({ standings }: StandingKeyProps) {
  const used = new Set(standings);
  const shown = (Object.keys(meanings) as Standing[]).filter((standing) => used.has(standing));
  if (shown.length === 0) {
    return null;
  }
  return (
    <p className="ldr-figure-note">
      {shown.map((standing, index) => (
        <span key={standing}>
          {index > 0 && ' '}
          <strong>{standingWord(standing)}</strong>: {meanings[standing]}.
        </span>
      ))}
    </p>
  );
}
