import { paths } from '../../../paths.ts';
import { ButtonLink } from '../../../views/forms/button.tsx';
import type { Member } from '../../directory/index.ts';
import type { RoadmapTemplate } from '../../programme/index.ts';
import type { ChangedSection } from '../documents/document-difference.ts';
import type { RoadmapDocument } from '../documents/frozen-document.ts';
import { InShortSection } from '../in-short/views/in-short-section.tsx';
import type { ControlBlock } from '../roadmap.ts';
import type { RoadmapPlace } from '../roadmap-place.ts';
import { ControlBlockList } from './control-block.tsx';
import { RoadmapDocumentView } from './document/roadmap-document-view.tsx';
import type { Signature } from './document/signatures-table.tsx';
import { TakeAway } from './document/take-away.tsx';
import { changesInWords } from './endorse-page.tsx';

interface ReadVersionPageProps {
  readonly place: RoadmapPlace;
  readonly template: RoadmapTemplate;
  readonly control: ControlBlock;
  readonly document: RoadmapDocument;
  /** Null of a draft. */
  readonly signatures: readonly Signature[] | null;
  /** What changed since the version it is based on; null for a first version. */
  readonly changes: readonly ChangedSection[] | null;
  /** Organisations for which the reader may decide on this version now. */
  readonly toDecide: readonly Member[];
  /** Of a draft that was left behind, what was saved in it, each with its history; null for any other version. */
  readonly leftBehind: readonly SavedSubject[] | null;
  /** Whether PDFs can be made where the service runs. */
  readonly hasPdf: boolean;
}

export interface SavedSubject {
  readonly subject: string;
  readonly title: string;
}

/** A whole version to be read: frozen, or a draft as it would be frozen now. */
export function ReadVersionPage(props: ReadVersionPageProps) {
  const { place, template, control, document, signatures, changes, toDecide, leftBehind, hasPdf } = props;
  const isDraft = control.digest === null;
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Version {control.number}</span>
        {template.title}: {place.footprint.name}
      </h1>
      {isDraft && (
        <div className="nhsuk-inset-text">
          <span className="nhsuk-u-visually-hidden">Information: </span>
          {leftBehind === null ? (
            <p>This is a draft. It is shown as it would be frozen now, and can still change.</p>
          ) : (
            <p>
              This draft was left behind when the roadmap of another round was started. Nobody can write in it, freeze
              it or submit it any more. You can read it and copy from it.
            </p>
          )}
        </div>
      )}
      <ControlBlockList control={control} isLeftBehind={leftBehind !== null} />
      <ul className="nhsuk-list">
        <li>
          <a href={paths.roadmapPage(place.footprint.slug, control.number, 'schedule')}>
            What goes live when, and where
          </a>
        </li>
        <li>
          <a href={paths.roadmapPage(place.footprint.slug, control.number, 'money')}>
            The money, and what if it goes otherwise
          </a>
        </li>
      </ul>
      {changes !== null && (
        <p>
          <strong>Changed since the version before:</strong> {changesInWords(changes)}.{' '}
          <a href={paths.versionChanges(place.footprint.slug, control.number)}>Read what changed, word by word</a>
        </p>
      )}
      <TakeAway
        document={document}
        hrefOf={(file) => paths.versionFile(place.footprint.slug, control.number, file)}
        hasPdf={hasPdf}
        isForMembers
      />
      {toDecide.map(({ organisationId, code, name }) => (
        <ButtonLink key={organisationId} href={paths.endorse(place.footprint.slug, code)}>
          Decide for {name}
        </ButtonLink>
      ))}
      <InShortSection document={document} />
      <RoadmapDocumentView document={document} template={template} signatures={signatures} />
      {leftBehind !== null && leftBehind.length > 0 && (
        <>
          <h2>Earlier texts</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {leftBehind.map(({ subject, title }) => (
              <li key={subject}>
                <a href={paths.draftHistory(place.footprint.slug, subject, control.number)}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
