import type { ReactNode } from 'react';

interface SubmitProps {
  readonly children: ReactNode;
  readonly secondary?: boolean;
  readonly warning?: boolean;
  readonly name?: string;
  readonly value?: string;
}

/** Sends the form it stands in. A second press within a second is ignored where script runs. */
export function SubmitButton({ children, secondary, warning, name, value }: SubmitProps) {
  return (
    <button
      className={buttonClass(secondary, warning)}
      type="submit"
      data-module="nhsuk-button"
      data-prevent-double-click="true"
      {...(name === undefined ? {} : { name, value })}
    >
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly secondary?: boolean;
}

/** A link to the next step, drawn as a button. */
export function ButtonLink({ href, children, secondary }: ButtonLinkProps) {
  return (
    <a className={buttonClass(secondary, false)} href={href} role="button" draggable="false" data-module="nhsuk-button">
      {children}
    </a>
  );
}

function buttonClass(secondary: boolean | undefined, warning: boolean | undefined): string {
  const variant = warning ? ' nhsuk-button--warning' : secondary ? ' nhsuk-button--secondary' : '';
  return `nhsuk-button${variant}`;
}
