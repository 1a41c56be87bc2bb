import type { Finding } from '../../../platform/check-result.ts';

interface CheckListProps {
  readonly heading: string;
  readonly findings: readonly Finding[];
}

/** What stands in the way, or should be looked at; nothing where there is nothing. */
export function CheckList({ heading, findings }: CheckListProps) {
  if (findings.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{heading}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {findings.map(({ code, subject, message }) => (
          <li key={`${code} ${subject ?? ''} ${message}`}>{message}.</li>
        ))}
      </ul>
    </section>
  );
}
