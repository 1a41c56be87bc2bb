import type { ReactNode } from 'react';
import { usePageContext } from './page-context.ts';

interface FormProps {
  /** Where the form goes; the page's own address when left out. */
  readonly action?: string;
  readonly id?: string;
  readonly children: ReactNode;
}

/** A form that changes something. It carries the token without which nothing is accepted. */
export function Form({ action, id, children }: FormProps) {
  const { csrfToken } = usePageContext();
  return (
    <form method="post" noValidate {...(action === undefined ? {} : { action })} {...(id === undefined ? {} : { id })}>
      <input type="hidden" name="_csrf" value={csrfToken()} />
      {children}
    </form>
  );
}
