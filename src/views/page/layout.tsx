import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import type { Assets } from '../../platform/http/assets.ts';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { DayBand } from './day-band.tsx';
import { IllustrativeBand, type Invented } from './illustrative-band.tsx';
import { type ChosenDay, type LookingAt, LookingAtWords } from './looking-at.tsx';
import { usePageContext } from './page-context.ts';
import { type Paper, StylesOf } from './paper.tsx';
import { type PersonaInStrip, PersonaStrip } from './persona-strip.tsx';
import { type RealDates, RealDatesNote } from './real-dates.tsx';
import { SearchIcon } from './search-icon.tsx';
import type { Said } from './success.ts';
import { SuccessBanner } from './success-banner.tsx';

/** Who is signed in, as every page shows it. */
export interface SignedIn {
  /** Tells people at one browser apart. */
  readonly key: string;
  readonly name: string;
  /** For whom the person acts, in words, e.g. `Executive, The Royal Wolverhampton NHS Trust`. */
  readonly actingFor: string;
}

/** The service's own identity, from configuration. */
export interface ServiceIdentity {
  readonly serviceName: string;
  readonly organisationName: string;
  readonly isDemonstration: boolean;
  readonly lookingAt: LookingAt;
  /** The present day as an ISO date: that of the programme, or the real one. */
  readonly today: (clock: 'programme' | 'real') => string;
}

/** Uncertain where the service failed, maybe after the form was taken. */
export type AnsweredForm = 'taken' | 'refused' | 'uncertain';

export interface LayoutProps {
  readonly identity: ServiceIdentity;
  readonly assets: Assets;
  readonly signedIn: SignedIn | null;
  /** What became of the form that the page answers; null for a page that answers none. */
  readonly answersForm: AnsweredForm | null;
  /** Of a visitor of the demonstration who is one of its invented people. */
  readonly persona: PersonaInStrip | null;
  /** The heading of the page; the document's title adds place and service. */
  readonly title: string;
  readonly section: NavigationSection | null;
  readonly breadcrumbs: readonly Crumb[];
  /** What on the page is invented; null where nothing is. */
  readonly invented: Invented | null;
  readonly hasErrors: boolean;
  readonly said: Said | null;
  /** Null on the usual day. */
  readonly chosenDay: ChosenDay | null;
  /** Null where every date is of the day that the page says it looks at. */
  readonly realDates: RealDates | null;
  /** Set for a page that leaves the service as a document of its own; null for one that a browser loads from here. */
  readonly paper: Paper | null;
  readonly children: ReactNode;
}

export type NavigationSection = 'footprints' | 'organisations' | 'insights' | 'exemplars' | 'data' | 'workspace';

const navigation: readonly { section: NavigationSection; text: string; href: string }[] = [
  { section: 'footprints', text: 'Footprints', href: paths.footprints() },
  { section: 'organisations', text: 'Organisations', href: paths.organisations() },
  { section: 'insights', text: 'Insights', href: paths.insights() },
  { section: 'exemplars', text: 'Exemplars', href: paths.exemplars() },
  { section: 'data', text: 'Data', href: paths.data() },
];

/** The frame of every page. */
export function Layout(props: LayoutProps) {
  const { identity, assets, title } = props;
  const documentTitle = `${props.hasErrors ? 'Error: ' : ''}${title === identity.serviceName ? title : `${title} – ${identity.serviceName}`}`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{documentTitle}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="theme-color" content="#005eb8" />
        {(identity.isDemonstration || props.invented !== null) && <meta name="robots" content="noindex" />}
        <StylesOf assets={assets} paper={props.paper} />
      </head>
      <body
        {...(props.section === 'workspace' ? { className: 'ldr-working' } : {})}
        {...(props.signedIn === null ? {} : { 'data-person': props.signedIn.key })}
        {...(props.answersForm === null ? {} : { 'data-answers-form': props.answersForm })}
      >
        <a className="nhsuk-skip-link" href="#maincontent" data-module="nhsuk-skip-link">
          Skip to main content
        </a>
        <SiteHeader identity={identity} signedIn={props.signedIn} section={props.section} />
        {props.persona !== null && <PersonaStrip {...props.persona} />}
        <Bands {...props} />
        {props.breadcrumbs.length > 0 && <Breadcrumb crumbs={props.breadcrumbs} />}
        <div className="nhsuk-width-container">
          <main className="nhsuk-main-wrapper" id="maincontent">
            {props.said !== null && <SuccessBanner said={props.said} />}
            {identity.lookingAt.isPast && props.realDates !== null && <RealDatesNote which={props.realDates} />}
            {props.children}
          </main>
        </div>
        <SiteFooter identity={identity} />
      </body>
    </html>
  );
}

/** What must be known of everything on the page: that it is invented, and of which day it is where that is not the reader's own. */
function Bands({ identity: { lookingAt }, chosenDay, invented }: LayoutProps) {
  const isOfAnotherDay = lookingAt.isPast || chosenDay !== null;
  if (invented !== null) {
    const words = isOfAnotherDay ? <LookingAtWords lookingAt={lookingAt} chosen={chosenDay} /> : null;
    return <IllustrativeBand invented={invented} lookingAt={words} />;
  }
  return isOfAnotherDay ? <DayBand lookingAt={lookingAt} chosen={chosenDay} /> : null;
}

interface SiteHeaderProps {
  readonly identity: ServiceIdentity;
  readonly signedIn: SignedIn | null;
  readonly section: NavigationSection | null;
}

function SiteHeader({ identity, signedIn, section }: SiteHeaderProps) {
  return (
    <header className="nhsuk-header" data-module="nhsuk-header">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <a className="nhsuk-header__service-name" href={paths.home()}>
            {identity.serviceName}
          </a>
          {identity.organisationName !== '' && (
            <span className="ldr-organisation-name">{identity.organisationName}</span>
          )}
        </div>
        <MenuLink />
        <HeaderSearch />
        <Account signedIn={signedIn} />
      </div>
      <nav className="nhsuk-header__navigation" id={menuId} aria-label="Menu">
        <div className="nhsuk-header__navigation-container nhsuk-width-container">
          <ul className="nhsuk-header__navigation-list">
            {signedIn !== null && (
              <NavigationItem href={paths.workspace()} text="My work" isCurrent={section === 'workspace'} />
            )}
            {navigation.map((item) => (
              <NavigationItem
                key={item.section}
                href={item.href}
                text={item.text}
                isCurrent={section === item.section}
              />
            ))}
            <li className="nhsuk-header__menu" hidden>
              <button
                className="nhsuk-header__menu-toggle nhsuk-header__navigation-link"
                id="toggle-menu"
                aria-expanded="false"
                type="button"
              >
                <span className="nhsuk-u-visually-hidden">Browse </span>More
              </button>
            </li>
          </ul>
        </div>
      </nav>
    </header>
  );
}

const menuId = 'site-menu';

/** Seen on a phone without script, where the menu is folded until somebody goes to it. */
function MenuLink() {
  return (
    <a className="ldr-menu-link" href={`#${menuId}`}>
      Menu
    </a>
  );
}

/** On every page, whatever it is about. What is found is of the day that the page shows. */
function HeaderSearch() {
  const { asAt } = usePageContext();
  return (
    <search className="nhsuk-header__search" aria-label="The whole service">
      <form className="nhsuk-header__search-form" method="get" action={paths.search()}>
        {asAt !== null && <input type="hidden" name="as-at" value={asAt} />}
        <div className="nhsuk-form-group">
          <label className="nhsuk-label nhsuk-u-visually-hidden" htmlFor="site-search">
            Search the service
          </label>
          <div className="nhsuk-input-wrapper">
            <input
              className="nhsuk-input"
              id="site-search"
              name="q"
              type="search"
              autoComplete="off"
              placeholder="Search"
              maxLength={100}
            />
            <button
              className="nhsuk-button nhsuk-button--icon nhsuk-button--small"
              type="submit"
              aria-label="Search the service"
            >
              <SearchIcon />
            </button>
          </div>
        </div>
      </form>
    </search>
  );
}

function NavigationItem({ href, text, isCurrent }: { href: string; text: string; isCurrent: boolean }) {
  return (
    <li className={`nhsuk-header__navigation-item${isCurrent ? ' nhsuk-header__navigation-item--current' : ''}`}>
      <a
        className="nhsuk-header__navigation-link"
        href={href}
        {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      >
        {isCurrent ? <strong className="nhsuk-header__navigation-item-current-fallback">{text}</strong> : text}
      </a>
    </li>
  );
}

function Account({ signedIn }: { signedIn: SignedIn | null }) {
  return (
    <nav className="nhsuk-header__account" aria-label="Account">
      <ul className="nhsuk-header__account-list">
        {signedIn !== null && (
          <li className="nhsuk-header__account-item">
            <a className="nhsuk-header__account-link" href={paths.account()}>
              <span>
                {signedIn.name}
                <span className="ldr-acting-for">{signedIn.actingFor}</span>
              </span>
            </a>
          </li>
        )}
        <li className="nhsuk-header__account-item">
          <a className="nhsuk-header__account-link" href={signedIn === null ? paths.signIn() : paths.signOut()}>
            {signedIn === null ? 'Sign in' : 'Sign out'}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function SiteFooter({ identity }: { identity: ServiceIdentity }) {
  const links = [
    { href: paths.about(), text: 'About' },
    { href: paths.contact(), text: 'Contact' },
    { href: paths.accessibility(), text: 'Accessibility' },
    { href: paths.privacy(), text: 'Privacy' },
    { href: paths.status(), text: 'Status' },
    { href: paths.apiDocs(), text: 'API' },
  ];
  return (
    <footer className="nhsuk-footer">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">Support links</h2>
          <ul className="nhsuk-footer__list">
            {links.map((link) => (
              <li key={link.href} className="nhsuk-footer__list-item">
                <a className="nhsuk-footer__list-item-link" href={link.href}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
          <p className="nhsuk-body-s">
            {identity.isDemonstration && 'This is a demonstration of the service. '}
            Organisation data: public sector information licensed under the{' '}
            <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
              Open Government Licence v3.0
            </a>
            , from the NHS Organisation Data Service and the Office for National Statistics.
          </p>
        </div>
      </div>
    </footer>
  );
}
