import { Tag } from '../../../views/tag.tsx';
import { type CalledStatus, StatusNote } from '../../directory/index.ts';

export interface ExemplarCardModel {
  readonly href: string;
  readonly title: string;
  readonly organisationName: string;
  readonly organisationStatus: CalledStatus['status'];
  readonly groupLabel: string;
  readonly designatedOn: string;
  /** The beginning of the reason. */
  readonly opening: string;
}

/** One exemplar in a list. */
export function ExemplarCard({ exemplar }: { exemplar: ExemplarCardModel }) {
  return (
    <article className="ldr-card">
      <h3 className="nhsuk-heading-s">
        <a href={exemplar.href}>{exemplar.title}</a>
      </h3>
      <p>
        {exemplar.organisationName}
        <StatusNote organisation={{ status: exemplar.organisationStatus }} />
      </p>
      <p>{exemplar.opening}</p>
      <p className="ldr-card__facts">
        <Tag text={exemplar.groupLabel} colour="grey" /> Designated {exemplar.designatedOn}
      </p>
    </article>
  );
}
