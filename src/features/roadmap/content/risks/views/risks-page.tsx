import { paths } from '../../../../../paths.ts';
import { ButtonLink } from '../../../../../views/forms/button.tsx';
import { mayWrite } from '../../../roadmap-place.ts';
import type { RowListProps } from '../../row-pages.ts';
import { type Risk, risksTitle } from '../risk.ts';
import { risksStandIn } from '../risks-section.ts';
import { RisksTable } from './risks-table.tsx';

/** The risk register of a version that is being worked on. */
export function RisksPage({ pack, place, rows }: RowListProps<Risk>) {
  const { slug } = place.footprint;
  const isOpen = mayWrite(place);
  const part = pack.roadmapTemplate.parts.find(risksStandIn);
  return (
    <>
      <h1>
        <span className="nhsuk-caption-xl">Version {place.version.number}</span>
        {risksTitle}
      </h1>
      <p>What could go wrong, how likely it is and how much harm it would do, who owns it and what is done about it.</p>
      {part?.visibility !== 'public' && (
        <p>The regional reviewer reads the register. It is left out of the public edition of the roadmap.</p>
      )}
      {isOpen && <ButtonLink href={paths.roadmapContent(slug, 'risks', 'new')}>Add a risk</ButtonLink>}
      {rows.length === 0 ? (
        <p className="ldr-empty">No risk has been added yet.</p>
      ) : (
        <RisksTable
          risks={rows}
          {...(isOpen
            ? { titleOf: ({ id, title }) => <a href={paths.roadmapContent(slug, 'risks', id)}>{title}</a> }
            : {})}
        />
      )}
    </>
  );
}
