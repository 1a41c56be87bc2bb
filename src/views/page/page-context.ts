import { createContext, useContext } from 'react';

/** What any component of a page may need to know of the request it is drawn for. */
export interface PageContext {
  /** Makes the token only when a form is on the page, so that pages without one set no cookie and can be cached. */
  readonly csrfToken: () => string;
  readonly path: string;
  /** Name of the person the page is made for; empty where nobody is signed in. */
  readonly by: string;
  /** The day that was asked for in its address, where the page is one of days; null where none was. */
  readonly asAt: string | null;
  /** The present day by the clock that the dates of the page go by, as an ISO date. */
  readonly today: () => string;
}

const Context = createContext<PageContext>({
  csrfToken: () => '',
  path: '/',
  by: '',
  asAt: null,
  today: () => '1970-01-01',
});

export const PageContextProvider = Context.Provider;

export function usePageContext(): PageContext {
  return useContext(Context);
}
