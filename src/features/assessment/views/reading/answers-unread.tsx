import type { Unread } from './unread.ts';

/** Said in the place of answers that a person cannot read yet. */
export function AnswersUnread({ unread: { why, links } }: { unread: Unread }) {
  return (
    <section aria-labelledby="answers-unread">
      <h2 className="nhsuk-heading-m" id="answers-unread">
        The answers
      </h2>
      <p>{why}</p>
      <ul>
        {links.map(({ text, href }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
