import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { paths } from '../../paths.ts';
import type { Assets } from '../../platform/http/assets.ts';
import type { Crumb } from './breadcrumb.tsx';
import { Layout, type NavigationSection, type ServiceIdentity, type SignedIn } from './layout.tsx';
import { PageContextProvider } from './page-context.ts';
import type { PersonaInStrip } from './persona-strip.tsx';
import type { RealDates } from './real-dates.tsx';
import { takeSaid } from './success.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly identity: ServiceIdentity;
    readonly assets: Assets;
  }
  interface FastifyRequest {
    /** Set by the identity feature for every request that carries a session. */
    signedIn: SignedIn | null;
    /** Who takes the next step of the demonstration, where one of its invented people asks. */
    personaStrip: PersonaInStrip | null;
  }
}

export interface Page {
  readonly title: string;
  readonly body: ReactNode;
  readonly status?: number;
  readonly section?: NavigationSection;
  /** From below the home page to the parent; home is added. Leave out on top-level pages. */
  readonly breadcrumbs?: readonly Crumb[];
  readonly illustrative?: boolean;
  /** Dates that do not go by the clock of a demonstration. */
  readonly realDates?: RealDates;
  /** True when an error summary stands on the page, so that the title says so too. */
  readonly hasErrors?: boolean;
}

/** Of a page that does not ask for a day, the day in its address says nothing. */
function askedDay({ url, routeOptions }: FastifyRequest): string | null {
  const isOfDays = routeOptions.config.forEverybody?.parameters.includes('as-at') === true;
  const asked = isOfDays ? new URLSearchParams(url.split('?', 2)[1]).get('as-at') : null;
  return asked !== null && /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : null;
}

/** Renders a page in the frame of the service and sends it. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const html = renderPage(request, reply, page);
  return reply
    .status(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(html);
}

function renderPage(request: FastifyRequest, reply: FastifyReply, page: Page): string {
  let token: string | undefined;
  const csrfToken = () => {
    token ??= reply.formToken();
    return token;
  };
  const home: Crumb = { href: paths.home(), text: 'Home' };
  const markup = renderToStaticMarkup(
    <PageContextProvider
      value={{ csrfToken, path: request.url, by: request.signedIn?.name ?? '', asAt: askedDay(request) }}
    >
      <Layout
        identity={request.server.identity}
        assets={request.server.assets}
        signedIn={request.signedIn}
        persona={stripOf(request)}
        title={page.title}
        section={page.section ?? null}
        breadcrumbs={page.breadcrumbs === undefined ? [] : [home, ...page.breadcrumbs]}
        illustrative={page.illustrative ?? false}
        hasErrors={page.hasErrors ?? false}
        realDates={page.realDates ?? null}
        said={takeSaid(request, reply)}
      >
        {page.body}
      </Layout>
    </PageContextProvider>,
  );
  return `<!DOCTYPE html>${markup}`;
}

/** A page that opens a session is already for whoever it was opened for, of whom nothing was looked up. */
function stripOf({ personaStrip, signedIn }: FastifyRequest): PersonaInStrip | null {
  return personaStrip?.key === signedIn?.key ? personaStrip : null;
}
