export interface Crumb {
  readonly href: string;
  readonly text: string;
}

/** The way back up, from the home page to the parent of this page. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const parent = crumbs.at(-1);
  return (
    <div className="nhsuk-width-container">
      <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
        <ol className="nhsuk-breadcrumb__list">
          {crumbs.map((crumb) => (
            <li key={crumb.href} className="nhsuk-breadcrumb__list-item">
              <a className="nhsuk-breadcrumb__link" href={crumb.href}>
                {crumb.text}
              </a>
            </li>
          ))}
        </ol>
        {parent !== undefined && (
          <a className="nhsuk-back-link" href={parent.href}>
            <span className="nhsuk-u-visually-hidden">Back to &nbsp;</span>
            {parent.text}
          </a>
        )}
      </nav>
    </div>
  );
}
