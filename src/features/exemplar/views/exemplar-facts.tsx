import { paths } from '../../../paths.ts';
import { formatDate } from '../../../views/format.ts';
import type { SummaryRow } from '../../../views/summary-list.tsx';
import type { ProgrammePack } from '../../programme/index.ts';
import { type Exemplar, exemplarStateLabels } from '../exemplar.ts';
import { groupLabel } from './exemplar-models.ts';

/** The facts of an exemplar as its page and its withdrawal page show them. */
export function factsOf(pack: ProgrammePack, exemplar: Exemplar): SummaryRow[] {
  const type = pack.organisationTypes.find(({ id }) => id === exemplar.organisationTypeId);
  const group = pack.capabilityGroups.find(({ id }) => id === exemplar.groupId);
  return [
    {
      key: 'Organisation',
      value: (
        <a href={paths.organisation(exemplar.organisationCode)}>
          {exemplar.organisationName} ({exemplar.organisationCode})
        </a>
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
