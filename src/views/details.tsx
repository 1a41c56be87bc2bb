import type { ReactNode } from 'react';

interface DetailsProps {
  readonly summary: string;
  readonly children: ReactNode;
  readonly open?: boolean;
}

/** Text folded away until asked for; works without script. */
export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details className="nhsuk-details" open={open ?? false}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="nhsuk-details__text">{children}</div>
    </details>
  );
}
