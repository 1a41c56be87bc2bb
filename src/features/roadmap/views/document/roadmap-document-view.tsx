import type { ReactNode } from 'react';
import type { RoadmapTemplate } from '../../../programme/index.ts';
import { documentChapters } from '../../documents/document-chapters.ts';
import type { RoadmapDocument } from '../../documents/frozen-document.ts';
import { Chapter } from './chapter.tsx';
import type { Signature } from './signatures-table.tsx';

interface RoadmapDocumentViewProps {
  readonly document: RoadmapDocument;
  /** Places the tables beneath the parts they belong to. */
  readonly template: Pick<RoadmapTemplate, 'parts'>;
  /** Decisions on exactly this document; null where they are not to be shown, as in a draft. */
  readonly signatures: readonly Signature[] | null;
  /** What the page adds about the document, after its last chapter. */
  readonly further?: readonly FurtherChapter[];
}

/** A section that is not part of the document but stands in its list of contents. */
export interface FurtherChapter {
  readonly id: string;
  readonly heading: string;
  readonly content: ReactNode;
}

/**
 * A whole roadmap to be read: a list of contents, then every part with its text, tables and charts. Its headings begin at level
 * 2, under the page's own. Withheld sections say so and show their digest.
 */
export function RoadmapDocumentView({ document, template, signatures, further = [] }: RoadmapDocumentViewProps) {
  const chapters = documentChapters(document, template);
  return (
    <div className="ldr-document">
      <nav className="ldr-document__contents" id="contents" aria-label="Parts of the roadmap">
        <h2 className="nhsuk-heading-s">Contents</h2>
        <ul className="nhsuk-list">
          {chapters.map(({ id, number, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>
                {number === null ? '' : `${number}. `}
                {heading}
              </a>
            </li>
          ))}
          {further.map(({ id, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="ldr-document__chapters">
        {chapters.map((chapter) => (
          <Chapter key={chapter.id} chapter={chapter} document={document} signatures={signatures} />
        ))}
        {further.map(({ id, heading, content }) => (
          <section key={id} className="ldr-chapter" id={id} aria-labelledby={`${id}-heading`}>
            <h2 id={`${id}-heading`}>{heading}</h2>
            {content}
          </section>
        ))}
        <a className="ldr-document__back" href="#contents">
          Contents
        </a>
      </div>
    </div>
  );
}
