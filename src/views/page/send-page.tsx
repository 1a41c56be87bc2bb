import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { paths } from '../../paths.ts';
import { parseDay } from '../../platform/days.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import type { Assets } from '../../platform/http/assets.ts';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { Alone } from './alone.tsx';
import type { Crumb } from './breadcrumb.tsx';
import { type AnsweredForm, Layout, type NavigationSection, type ServiceIdentity, type SignedIn } from './layout.tsx';
import type { ChosenDay } from './looking-at.tsx';
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
  /** Whether answers or plans on the page are invented, or nobody but people that it lists. */
  readonly illustrative?: boolean | 'people';
  /** Dates that do not go by the clock of a demonstration. */
  readonly realDates?: RealDates;
  /** True when an error summary stands on the page, so that the title says so too. */
  readonly hasErrors?: boolean;
}

/** What was asked for as the day of a page: a day; or else what is wrong with it. Of a page that asks for none it says nothing. */
function askedDay({ query, routeOptions, server }: FastifyRequest): {
  readonly day: string | null;
  readonly errors: FieldError[];
} {
  const parameters = routeOptions.config.forEverybody?.parameters ?? [];
  const asked = parameters.includes('as-at') ? textOf(postedForm(query), 'as-at') : '';
  const day = parseDay(asked);
  const message = `“${asked.slice(0, LONGEST_DAY)}” is not a day we can show. Write it as in ${server.identity.lookingAt.day}`;
  // A page of the time between two days asks for both; that of other pages is the second, unless it is asked for.
  const field = parameters.includes('to') ? 'to' : 'as-at';
  return { day, errors: asked === '' || day !== null ? [] : [{ field, message }] };
}

const LONGEST_DAY = 40;

/** The usual day asked for by name is no choice. */
function chosenDay({ server, url }: FastifyRequest, day: string | null): ChosenDay | null {
  if (day === null || day === server.identity.lookingAt.day) {
    return null;
  }
  const [path = '', query = ''] = url.split('?', 2);
  const kept = new URLSearchParams(query);
  kept.delete('as-at');
  return { day, usualHref: kept.size === 0 ? path : `${path}?${kept}` };
}

/** Renders a page in the frame of the service and sends it. */
export function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): FastifyReply {
  const html = renderPage(request, reply, page);
  return reply
    .status(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .send(html);
}

/**
 * The page as a document that stands by itself: with its styles, without a word of who asked for it, its links leading to `base`. A
 * browser prints it as it prints the page.
 */
export function renderForPaper(request: FastifyRequest, page: Page, base: string): string {
  const { identity, assets } = request.server;
  const today = () => identity.today(page.realDates === undefined ? 'programme' : 'real');
  const markup = renderToStaticMarkup(
    <PageContextProvider value={{ csrfToken: () => '', path: request.url, by: '', asAt: null, today }}>
      <Layout
        {...framingOf(page)}
        identity={identity}
        assets={assets}
        signedIn={null}
        answersForm={null}
        persona={null}
        breadcrumbs={[]}
        hasErrors={false}
        said={null}
        chosenDay={null}
        paper={{ stylesText: assets.stylesText, base }}
      >
        {page.body}
      </Layout>
    </PageContextProvider>,
  );
  return `<!DOCTYPE html>${markup}`;
}

/**
 * A page as a document that lies in a file or on another site: without the frame of the service, with its styles in it, and with
 * nothing to load. Links within it stay within it; those into the service lead to `base`.
 */
export function renderAlone(
  request: FastifyRequest,
  page: Pick<Page, 'title' | 'body' | 'illustrative'>,
  base: string,
): string {
  const { stylesText } = request.server.assets;
  const whole = (
    <Alone title={page.title} stylesText={stylesText} invented={framingOf(page).invented}>
      {page.body}
    </Alone>
  );
  return `<!DOCTYPE html>${renderMarkup(request, whole, base)}`;
}

/** The markup of a part of a page that leaves the service, its links leading to `base`. */
export function renderMarkup({ server: { identity }, url }: FastifyRequest, part: ReactNode, base: string): string {
  const today = () => identity.today('programme');
  const markup = renderToStaticMarkup(
    <PageContextProvider value={{ csrfToken: () => '', path: url, by: '', asAt: null, today }}>
      {part}
    </PageContextProvider>,
  );
  // A base in its head would lead the links of the list of contents out of the file. A quotation mark in a text is escaped.
  return markup.replaceAll(' href="/', ` href="${base}/`);
}

/** What a page says of itself, however it is read. */
function framingOf({ title, section, illustrative, realDates }: Page) {
  const invented = illustrative === true ? 'answers' : illustrative || null;
  return { title, section: section ?? null, invented, realDates: realDates ?? null } as const;
}

function renderPage(request: FastifyRequest, reply: FastifyReply, page: Page): string {
  let token: string | undefined;
  const csrfToken = () => {
    token ??= reply.formToken();
    return token;
  };
  const { day, errors } = askedDay(request);
  const today = () => request.server.identity.today(page.realDates === undefined ? 'programme' : 'real');
  const home: Crumb = { href: paths.home(), text: 'Home' };
  const markup = renderToStaticMarkup(
    <PageContextProvider value={{ csrfToken, path: request.url, by: request.signedIn?.name ?? '', asAt: day, today }}>
      <Layout
        identity={request.server.identity}
        assets={request.server.assets}
        signedIn={request.signedIn}
        answersForm={request.method === 'POST' ? becameOf(page.status ?? 200) : null}
        persona={stripOf(request)}
        {...framingOf(page)}
        breadcrumbs={page.breadcrumbs === undefined ? [] : [home, ...page.breadcrumbs]}
        hasErrors={errors.length > 0 || (page.hasErrors ?? false)}
        said={takeSaid(request, reply)}
        chosenDay={chosenDay(request, day)}
        paper={null}
      >
        <ErrorSummary errors={errors} />
        {page.body}
      </Layout>
    </PageContextProvider>,
  );
  return `<!DOCTYPE html>${markup}`;
}

function becameOf(status: number): AnsweredForm {
  if (status < 400) {
    return 'taken';
  }
  return status < 500 ? 'refused' : 'uncertain';
}

/** A page that opens a session is already for whoever it was opened for, of whom nothing was looked up. */
function stripOf({ personaStrip, signedIn }: FastifyRequest): PersonaInStrip | null {
  return personaStrip?.personId === signedIn?.key ? personaStrip : null;
}
