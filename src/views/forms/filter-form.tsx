import type { ReactNode } from 'react';

interface FilterFormProps {
  /** What the list holds, as a landmark: `People`. */
  readonly label: string;
  /** Address of the list without any filter. */
  readonly action: string;
  readonly button: string;
  readonly isFiltered: boolean;
  /** The fields, side by side where there is room. */
  readonly children: ReactNode;
}

/** Narrows a working list. What is chosen stands in the address, so that a list can be kept and passed on. */
export function FilterForm({ label, action, button, isFiltered, children }: FilterFormProps) {
  return (
    <search aria-label={label}>
      <form method="get" action={action} className="ldr-filters" noValidate>
        <div className="ldr-filters__choices">{children}</div>
        <button className="nhsuk-button nhsuk-button--small" type="submit">
          {button}
        </button>
        {isFiltered && (
          <a className="ldr-filters__clear" href={action}>
            Show all
          </a>
        )}
      </form>
    </search>
  );
}
