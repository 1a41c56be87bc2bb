import { doneOf } from './section-links.ts';
import type { SectionView } from './section-view.ts';

/** Beside a section: all of them, how far each has come, and the way back. */
export function SectionList({ view, back }: { view: SectionView; back: string }) {
  return (
    <nav className="ldr-section-list" aria-labelledby="all-sections">
      <h2 className="nhsuk-heading-s" id="all-sections">
        All sections
      </h2>
      <ol>
        {view.sections.map((section) => (
          <li key={section.id}>
            {section.isHere ? (
              <strong aria-current="page">{section.title}</strong>
            ) : (
              <a href={section.href}>{section.title}</a>
            )}{' '}
            <span className="ldr-section-list__count" data-shown={section.shownAs}>
              {doneOf(section)}
            </span>
          </li>
        ))}
      </ol>
      <p>
        <a href={view.list}>{back}</a>
      </p>
    </nav>
  );
}
