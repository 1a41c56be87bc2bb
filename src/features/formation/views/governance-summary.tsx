import { paths } from '../../../paths.ts';
import { Details } from '../../../views/details.tsx';
import { countOf, formatDate } from '../../../views/format.ts';
import { SummaryList } from '../../../views/summary-list.tsx';
import type { FootprintGovernance, PublicOffice } from '../read-governance.ts';

/** Who answers for a footprint and who agreed to it, for everybody; stands under a heading of the page around it. */
export function GovernanceSummary({ governance }: { governance: FootprintGovernance | null }) {
  if (governance === null) {
    return (
      <p className="ldr-empty">
        This footprint was formed before this service; no form is held. Who answers for it appears here once its lead
        has recorded the form.
      </p>
    );
  }
  const { owner, clinicalLead, informaticsLead, group, reportsTo, boards } = governance;
  const rows = [
    { key: 'Senior responsible owner', value: inWords(owner) },
    { key: 'Clinical lead', value: inWords(clinicalLead) },
    { key: 'Informatics lead', value: inWords(informaticsLead) },
    { key: 'Governance group', value: group === '' ? 'None named' : group },
    ...(reportsTo === '' ? [] : [{ key: 'Reports to', value: reportsTo }]),
    ...(boards.length === 0 ? [] : [{ key: 'Health and wellbeing boards', value: boards.join('; ') }]),
  ];
  return (
    <>
      <SummaryList rows={rows} />
      <Endorsed governance={governance} />
    </>
  );
}

function inWords(office: PublicOffice | null): string {
  return office === null
    ? 'Nobody named'
    : [office.name, office.role, office.organisation].filter((text) => text !== '').join(', ');
}

function Endorsed({ governance }: { governance: FootprintGovernance }) {
  const { endorsements, endorsedByRegionAt, startsOn } = governance;
  return (
    <>
      <p>
        Endorsed by {countOf(endorsements.length, 'commissioner')}, and by the region on{' '}
        {formatDate(endorsedByRegionAt)}
        {startsOn === null ? '' : `; holds from ${formatDate(startsOn)}`}.
      </p>
      {endorsements.length > 0 && (
        <Details summary="Which commissioners endorsed the footprint, and when">
          <ul className="nhsuk-list nhsuk-list--bullet">
            {endorsements.map(({ organisation, by, role, at }) => (
              <li key={organisation.organisationId}>
                <a href={paths.organisation(organisation.code)}>{organisation.name}</a>: {by}, {role}, on{' '}
                {formatDate(at)}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
