import { paths } from '../../../paths.ts';
import { formatTime } from '../../../views/format.ts';
import type { OneTimeLink } from '../../identity/index.ts';

interface LinksPageProps {
  readonly links: readonly { readonly name: string; readonly email: string; readonly link: OneTimeLink }[];
  /** Where to go on, unless to the people. */
  readonly next?: { readonly href: string; readonly text: string };
}

const toPeople = { href: paths.people(), text: 'Go to the people' };

/** Shown once, where no mail server is set up: what whoever invites has to pass on. */
export function LinksPage({ links, next = toPeople }: LinksPageProps) {
  return (
    <>
      <h1>Links to pass on</h1>
      <p>
        No mail server is set up, so nobody has been written to. Print this page or copy each link, and give it to its
        person in a safe way. <strong>The links are shown only once.</strong> Each works once, and opens the account of
        its person.
      </p>
      {links.map(({ name, email, link }) => (
        <section key={email} className="nhsuk-inset-text">
          <h2 className="nhsuk-heading-s">
            {name}, {email}
          </h2>
          <p className="ldr-typed">{link.address}</p>
          <p>Until {formatTime(link.expiresAt)}</p>
        </section>
      ))}
      <p>
        <a href={next.href}>{next.text}</a>
      </p>
    </>
  );
}
