import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import type { SummaryRow } from '../../../views/summary-list.tsx';
import { type Day, onDay, StatusNote } from '../../directory/index.ts';
import type { ProgrammePack } from '../../programme/index.ts';
import { type Exemplar, exemplarStateLabels } from '../exemplar.ts';
import { groupLabel } from './exemplar-models.ts';

/** The facts of an exemplar as its page and its withdrawal page show them. */
export function factsOf(pack: ProgrammePack, exemplar: Exemplar, day: Day): SummaryRow[] {
  const type = pack.organisationTypes.find(({ id }) => id === exemplar.organisationTypeId);
  const group = pack.capabilityGroups.find(({ id }) => id === exemplar.groupId);
  return [
    {
      key: 'Organisation',
      value: (
        <>
          <a href={organisationHref(exemplar, day)}>
            {exemplar.organisationName} ({exemplar.organisationCode})
          </a>
          <StatusNote organisation={{ status: exemplar.organisationStatus }} />
        </>
      ),
    },
    { key: 'Type', value: type?.label ?? exemplar.organisationTypeId },
    {
      key: 'Capability group',
      value: (
        <>
          {groupLabel(pack, exemplar.groupId)}
          {group !== undefined && <p className="nhsuk-body-s nhsuk-u-margin-bottom-0">{group.description}</p>}
        </>
      ),
    },
    { key: 'State', value: exemplarStateLabels[exemplar.state] },
    { key: 'Designated', value: `${formatDate(exemplar.designatedAt)}, by the national team` },
  ];
}

/** The page of the organisation on the day shown, or on the nearest day on which there is one. */
function organisationHref({ organisationCode, organisationDay }: Exemplar, day: Day): string {
  const href = paths.organisation(organisationCode);
  return organisationDay === null ? day.link(href) : onDay(href, organisationDay);
}
