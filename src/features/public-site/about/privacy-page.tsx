import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf } from '../../../views/format.ts';

interface PrivacyPageProps {
  readonly operator: string;
  readonly isMailConfigured: boolean;
  /** How long sign-ins and refusals are kept. */
  readonly eventDays: number;
  /** What the names of cookies begin with. */
  readonly cookiePrefix: string;
  /** How long a session lasts without a request, and in all, in words. */
  readonly session: { readonly idle: string; readonly life: string };
}

/** What the service keeps about people, why, and what they can do about it. */
export function PrivacyPage({ operator, isMailConfigured, eventDays, cookiePrefix, session }: PrivacyPageProps) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Privacy</h1>
        <p>
          {operator === '' ? 'The body that runs this copy of the service' : operator} decides what is done with
          personal data here. The service holds no information about patients and must not be given any.
        </p>
        <h2>If you only read</h2>
        <p>
          You need no account, and no cookie is set on pages without a form. Nothing is loaded from other sites, and
          there are no analytics. The server notes the time, the address of each page asked for, and the network address
          it was asked from, to find faults and misuse.
        </p>
        <h2>If you write to us</h2>
        <p>
          We keep your name, e-mail address and message, and when it came
          {isMailConfigured ? ', and send them to the team’s mailbox' : ''}. Only the national team and administrators
          can read it. We use it to answer you and for nothing else.
        </p>
        <h2>If you have an account</h2>
        <ul>
          <li>
            We keep your name, e-mail address, job title and roles, and your password in a form that cannot be read
            back.
          </li>
          <li>
            While you are signed in we keep the network address and the browser you signed in from. A session ends{' '}
            {session.idle} after your last request, and {session.life} after you signed in at the latest.
          </li>
          <li>
            When you sign in or out, or are refused something, we keep that, with the network address, for{' '}
            {countOf(eventDays, 'day')}; so do we when somebody tries to sign in with your e-mail address. Only
            administrators can read it, to find misuse.
          </li>
          <li>
            What you do is recorded with your name, the time and for whom you acted: answers, text you write, approvals.
            This record is never changed or deleted, because others rely on knowing who decided what.
          </li>
          <li>
            From the times at which answers are saved the national team is shown how many minutes each question takes,
            of five organisations or more together. How long you took is shown to nobody and stored nowhere, and no
            script measures it.
          </li>
          <li>If you endorse a roadmap for your organisation, your name and role are published with it.</li>
        </ul>
        <WhatYouType />
        <CookieTable prefix={cookiePrefix} sessionLasts={session.idle} />
        <h2>Your rights</h2>
        <p>
          You can ask what we hold about you, have mistakes corrected, and object.{' '}
          <a href={paths.contact()}>Write to us</a>. If you are not content with the answer, you can complain to the{' '}
          <a href="https://ico.org.uk/">Information Commissioner’s Office</a>.
        </p>
      </div>
    </div>
  );
}

/** What the script of the pages keeps, and where: `src/islands/typed-store.ts`. */
function WhatYouType() {
  return (
    <>
      <h2>What you type</h2>
      <p>
        Where your browser runs script, it keeps what you type into a form until you send it, and gives it back on the
        page of the form. Passwords, codes and files are never kept.
      </p>
      <ul>
        <li>
          If you are signed in, it is kept in the storage of this browser, also when you close the tab or the browser.
          It is removed when you send or discard it, when you sign out, when somebody else signs in at the same browser,
          and at the first visit after 14 days. If your session ends by itself it stays: sign out before you leave a
          computer that others use.
        </li>
        <li>
          Answers to a section of a self-assessment stay until we have them, until you sign out or for 14 days, also
          when somebody else signs in. No page shows them to anybody else, and nobody else can send them.
        </li>
        <li>If you are not signed in, it is kept in the tab, and is gone when you close that.</li>
        <li>
          We get it when you send it. A form that says “Saved” or “Kept for you” while you type sends it to us as well.
        </li>
      </ul>
    </>
  );
}

/** By what follows the prefix of their names. */
const cookies = [
  {
    name: '-answered',
    purpose: 'Tells the next page which form has arrived, so that this browser forgets what you typed into it',
    lasts: 'A minute at most',
  },
  {
    name: '-csrf',
    purpose: 'Proves that a form was filled in on this site. Set on pages with a form',
    lasts: 'Until you close the browser',
  },
  {
    name: '-known',
    purpose: 'Lets you sign in although somebody else tries passwords with your e-mail address',
    lasts: '90 days from signing in',
  },
  {
    name: '-surveyed',
    purpose: 'Has this browser answer a survey of staff once. It names the survey, and nobody who answered it',
    lasts: '61 days from answering',
  },
  { name: '-success', purpose: 'Carries the words “it worked” to the next page', lasts: 'A minute at most' },
];

function sessionCookie(lasts: string): (typeof cookies)[number] {
  return {
    name: '.session_token',
    purpose: 'Keeps you signed in',
    lasts: `${lasts} from your last request, or until you sign out`,
  };
}

function CookieTable({ prefix, sessionLasts }: { prefix: string; sessionLasts: string }) {
  return (
    <>
      <h2>Cookies</h2>
      <p>
        All of them are needed for what they do; none follows you about. Over a secure connection their names begin with
        “__Host-”.
      </p>
      <DataTable
        caption="Cookies this service sets"
        rows={[sessionCookie(sessionLasts), ...cookies]}
        rowKey={(cookie) => cookie.name}
        columns={[
          { heading: 'Name', isRowHeading: true, cell: (cookie) => prefix + cookie.name },
          { heading: 'What for', cell: (cookie) => cookie.purpose },
          { heading: 'How long', cell: (cookie) => cookie.lasts },
        ]}
      />
    </>
  );
}
